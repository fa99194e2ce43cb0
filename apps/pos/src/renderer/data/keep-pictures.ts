import type { Dish } from '@orderez/core/menu'
import type { PictureLink } from './picture-link.ts'
import type { PictureStore } from './picture-store.ts'

const AT_ONCE = 2
/** After the last change of the menu, so that many changes are one round; and behind the first screen. */
const SETTLE_MS = 800
const FIRST_PAUSE_MS = 3_000
const LONGEST_PAUSE_MS = 60_000
/** A photograph that no saved dish names: its sheet was closed without saving. */
const FORGOTTEN_MS = 24 * 60 * 60_000

export interface PicturesKept {
  /** Photographs that the server does not have yet. */
  readonly unsent: readonly string[]
  /** Photographs that a dish names and the server will not take. They stay here and are offered again after the next start. */
  readonly refused: readonly string[]
  /** The disk is short: what is not here stays away. */
  readonly isFull: boolean
}

export interface PictureKeeperParts {
  readonly store: PictureStore
  readonly link: PictureLink
  isOnline(): boolean
  hasRoom(): Promise<boolean>
  now(): number
  arrived(name: string): void
  changed(kept: PicturesKept): void
  /** Runs a round while no other window of this terminal is at one. */
  alone(round: () => Promise<void>): Promise<void>
}

export interface PictureKeeper {
  /** The dishes as they are now; null before they are read. */
  menuIs(dishes: readonly Dish[] | null): void
  /** Something changed that may let more of them through. */
  nudge(): void
  stop(): void
}

/** Brings what the menu shows onto this device ahead of time, and what was taken here to the server. */
export function createPictureKeeper(parts: PictureKeeperParts): PictureKeeper {
  let dishes: readonly Dish[] | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let pause = FIRST_PAUSE_MS
  let running = false
  let again = false
  let stopped = false
  const refused = new Set<string>()

  function plan(ms: number): void {
    if (timer !== null) clearTimeout(timer)
    timer = stopped ? null : setTimeout(() => void run(), ms)
  }

  async function run(): Promise<void> {
    if (running) {
      again = true
      return
    }
    running = true
    again = false
    let isDone = false
    try {
      await parts.alone(async () => {
        isDone = await keepRound(parts, dishes, refused)
      })
    } catch (cause) {
      // A disk that takes no more, above all: orders go on without pictures.
      console.error('pictures', cause)
    }
    running = false
    if (again) plan(SETTLE_MS)
    else if (!isDone) plan(pause)
    pause = isDone ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS)
  }

  return {
    menuIs(next) {
      dishes = next
      plan(SETTLE_MS)
    },
    nudge() {
      pause = FIRST_PAUSE_MS
      plan(SETTLE_MS)
    },
    stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}

/** One round: send, fetch what is missing, drop what no dish names any more. True when nothing is left to do. */
export async function keepRound(
  parts: PictureKeeperParts,
  dishes: readonly Dish[] | null,
  refused: Set<string>,
): Promise<boolean> {
  if (dishes === null || dishes.length === 0) return true
  const wanted = new Set(dishes.flatMap(({ picture }) => picture ?? []))
  const sent = await sendRound(parts, wanted, refused)
  const here = new Set(await parts.store.names())
  const missing = [...wanted].filter((name) => !here.has(name))
  const isFull = missing.length > 0 && !(await parts.hasRoom())
  parts.changed({ ...sent, isFull })
  await dropUnwanted(parts.store, here, wanted)
  if (isFull || !parts.isOnline()) return missing.length === 0 && sent.unsent.length === 0
  const left = await fetchRound(parts, missing)
  return left === 0 && sent.unsent.length === 0
}

/** Asks last what is unsent: a photograph that is kept meanwhile is no leftover. */
async function dropUnwanted(
  store: PictureStore,
  here: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): Promise<void> {
  const leftover = [...here].filter((name) => !wanted.has(name))
  if (leftover.length === 0) return
  const unsent = new Set((await store.unsent()).map(({ name }) => name))
  for (const name of leftover) if (!unsent.has(name)) await store.drop(name)
}

/** Adds to `refused` what the server will not take. */
async function sendRound(
  { store, link, isOnline, now }: PictureKeeperParts,
  wanted: ReadonlySet<string>,
  refused: Set<string>,
): Promise<Pick<PicturesKept, 'unsent' | 'refused'>> {
  const left: string[] = []
  for (const { name, photo, by, keptAt } of await store.unsent()) {
    const isOffered = wanted.has(name) && isOnline() && !refused.has(name)
    const outcome = isOffered ? await link.send(photo, by) : 'later'
    const isForgotten = !wanted.has(name) && now() - keptAt > FORGOTTEN_MS
    if (outcome === 'refused') refused.add(name)
    if (outcome === 'sent' || isForgotten) await store.dropUnsent(name)
    else left.push(name)
  }
  return {
    unsent: left.filter((name) => !refused.has(name)),
    refused: left.filter((name) => refused.has(name) && wanted.has(name)),
  }
}

/** Few at once, so that orders keep their way; answers how many are still missing. */
async function fetchRound(parts: PictureKeeperParts, missing: readonly string[]): Promise<number> {
  const queue = [...missing]
  let left = 0
  async function worker(): Promise<void> {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const picture = parts.isOnline() ? await parts.link.fetch(name) : 'later'
      if (typeof picture === 'string') {
        left += 1
        continue
      }
      await parts.store.keep(name, picture)
      parts.arrived(name)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return left
}

import { canonicalJson, jsonEquals, type JsonObject } from '../kernel/index.ts'
import type { DocumentWrite, StoredDocument } from '../sync/index.ts'
import {
  giveUp,
  refuse,
  reportFailure,
  type Content,
  type Desk,
  type Pile,
  type QueuePorts,
  type Working,
} from './commit-pile.ts'
import type { RecentWrites } from './recent-writes.ts'

interface Opened<W> {
  readonly pile: Pile<W>
  /** Not read, but kept from the last write. */
  readonly isKept: boolean
  readonly stored: StoredDocument | null
  readonly working: W
}

export interface Worked<W> {
  readonly pile: Pile<W>
  readonly isKept: boolean
  readonly write: DocumentWrite | null
  /** Losing leaves that are to go without a write. */
  readonly contained: readonly string[]
  readonly settle: () => void
}

/** Only what is written is judged by a kept document: the store itself says then whether that is the newest. */
export async function workOnAll<W extends Working>(
  ports: QueuePorts,
  desk: Desk<W>,
  recent: RecentWrites,
  piles: Map<string, Pile<W>>,
): Promise<readonly Worked<W>[]> {
  const worked = await workOnPiles(ports, desk, recent, piles, [...piles.values()])
  const unsure = worked.filter(({ isKept, write }) => isKept && !write)
  if (unsure.length === 0) return worked
  for (const { pile } of unsure) recent.forget(pile.id)
  const sure = await workOnPiles(
    ports,
    desk,
    recent,
    piles,
    unsure.map(({ pile }) => pile),
  )
  return [...worked.filter((work) => !unsure.includes(work)), ...sure]
}

async function workOnPiles<W extends Working>(
  ports: QueuePorts,
  desk: Desk<W>,
  recent: RecentWrites,
  piles: Map<string, Pile<W>>,
  some: readonly Pile<W>[],
): Promise<readonly Worked<W>[]> {
  const kept = new Map(some.flatMap(({ id }) => recent.of(id) ?? []).map((document) => [document.id, document]))
  const unread = some.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  const found = unread.length === 0 ? [] : await ports.store.read(ports.collection, unread)
  const stored = new Map([...found.map((document) => [document.id, document] as const), ...kept])
  const opened = some.flatMap((pile) =>
    openPile(ports, desk, piles, { pile, stored: stored.get(pile.id) ?? null, isKept: kept.has(pile.id) }),
  )
  await desk.prepare(
    opened.flatMap(({ pile, working }) => (pile.groups[0] ?? []).flatMap((task) => task.needs(working))),
    opened.map(({ working }) => working),
  )
  return opened.flatMap((open) => tryWork(ports, desk, piles, open))
}

/** A stored document that cannot be read gives its own tasks back and holds up nobody else's. */
function openPile<W extends Working>(
  ports: QueuePorts,
  desk: Desk<W>,
  piles: Map<string, Pile<W>>,
  found: Omit<Opened<W>, 'working'>,
): Opened<W>[] {
  try {
    return [{ ...found, working: desk.open(found.pile.id, found.stored) }]
  } catch (error) {
    reportFailure(ports, error)
    giveUp(piles, found.pile, { state: 'retry' })
    return []
  }
}

/** C4: a task that nothing can be made of is found by halving, as a refused one is; other documents go on. */
function tryWork<W extends Working>(
  ports: QueuePorts,
  desk: Desk<W>,
  piles: Map<string, Pile<W>>,
  open: Opened<W>,
): Worked<W>[] {
  try {
    return [workOn(ports, desk, open)]
  } catch (error) {
    reportFailure(ports, error)
    refuse(piles, open.pile, error instanceof Error ? error.name : 'unreadable')
    return []
  }
}

function workOn<W extends Working>(
  ports: QueuePorts,
  desk: Desk<W>,
  { pile, isKept, stored, working }: Opened<W>,
): Worked<W> {
  const settlements = (pile.groups[0] ?? []).map((task) => task.apply(working))
  let content = desk.finish(working)
  if (content && ports.mistakes?.has('last-writer-wins')) content = pile.stale ??= content
  const settle = (): void => {
    for (const each of settlements) each()
  }
  const done = { pile, isKept, settle }
  if (!content) return { ...done, write: null, contained: [] }
  const revs = (stored?.losers ?? []).map(({ rev }) => rev)
  if (working.leaves !== 'folded') return { ...done, write: writeOf(pile, stored, content), contained: [] }
  if (stored && saysTheSame(stored, content)) return { ...done, write: null, contained: revs }
  return { ...done, write: { ...writeOf(pile, stored, inOneOrder(content)), removes: revs }, contained: [] }
}

function writeOf<W>({ id }: Pile<W>, stored: StoredDocument | null, content: Content): DocumentWrite {
  return { id, rev: stored?.rev ?? null, ...content }
}

function saysTheSame(stored: StoredDocument, { body, header }: Content): boolean {
  return jsonEquals(stored.body, body) && jsonEquals(stored.header, header)
}

/** Two servers that fold the same leaves write the same text, and so the same revision. */
function inOneOrder({ body, header }: Content): Content {
  const ordered: JsonObject = JSON.parse(canonicalJson(body))
  return { body: ordered, header }
}

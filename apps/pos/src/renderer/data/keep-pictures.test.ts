import { beforeEach, describe, expect, it } from 'vitest'
import type { PersonId } from '@orderez/core/kernel'
import type { Dish } from '@orderez/core/menu'
import { hasRoomToSpare } from './disk-room.ts'
import { keepRound, type PictureKeeperParts, type PicturesKept } from './keep-pictures.ts'
import type { FetchedPicture, SentPicture } from './picture-link.ts'
import { openPictureStore } from './picture-store.ts'

const picture = (letter: string) => `${letter.repeat(64)}.webp`
const [A, B, C] = ['a', 'b', 'c'].map(picture) as [string, string, string]
const menu = (...pictures: (string | null)[]) =>
  pictures.map((name) => ({ picture: name })) as readonly Partial<Dish>[] as readonly Dish[]
const manager = 'person_1' as PersonId

const refusals = new Set<string>()
beforeEach(() => refusals.clear())

interface Scene {
  readonly parts: PictureKeeperParts
  readonly asked: string[]
  readonly arrived: string[]
  last(): PicturesKept | null
  mostAtOnce(): number
  sends(): number
}

function openScene(
  answers: Readonly<Record<string, FetchedPicture>>,
  change: Partial<PictureKeeperParts> & { sent?: SentPicture } = {},
): Scene {
  const asked: string[] = []
  const arrived: string[] = []
  let last: PicturesKept | null = null
  let running = 0
  let most = 0
  let sends = 0
  const parts: PictureKeeperParts = {
    store: openPictureStore('here'),
    link: {
      async fetch(name) {
        asked.push(name)
        most = Math.max(most, (running += 1))
        await Promise.resolve()
        running -= 1
        return answers[name] ?? new Blob([name])
      },
      async send() {
        sends += 1
        return change.sent ?? 'sent'
      },
    },
    isOnline: () => true,
    hasRoom: async () => true,
    now: () => 0,
    arrived: (name) => arrived.push(name),
    changed: (kept) => (last = kept),
    alone: (round) => round(),
    ...change,
  }
  return { parts, asked, arrived, last: () => last, mostAtOnce: () => most, sends: () => sends }
}

describe('a round of the picture keeper', () => {
  it('fetches what the menu names and is not here, once, few at once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => picture(index.toString(16)))
    const { parts, asked, arrived, mostAtOnce } = openScene({})
    expect(await keepRound(parts, menu(...names, null, names[0] ?? null), refusals)).toBe(true)
    expect(asked.toSorted()).toEqual(names.toSorted())
    expect(arrived.toSorted()).toEqual(names.toSorted())
    expect(mostAtOnce()).toBe(2)
    expect(await keepRound(parts, menu(...names), refusals)).toBe(true)
    expect(asked).toHaveLength(12)
  })

  it('is not done while one is missing, and asks for that one again', async () => {
    const answers: Record<string, FetchedPicture> = { [B]: 'absent' }
    const { parts, asked } = openScene(answers)
    expect(await keepRound(parts, menu(A, B), refusals)).toBe(false)
    delete answers[B]
    expect(await keepRound(parts, menu(A, B), refusals)).toBe(true)
    expect(asked.toSorted()).toEqual([A, B, B])
  })

  it('drops what no dish names any more, but nothing while the menu is not read', async () => {
    const { parts } = openScene({})
    await keepRound(parts, menu(A, B), refusals)
    for (const unread of [null, []]) await keepRound(parts, unread, refusals)
    expect(await parts.store.names()).toEqual([A, B])
    await keepRound(parts, menu(B), refusals)
    expect(await parts.store.names()).toEqual([B])
  })

  it('stops at a short disk and without a network, and says so', async () => {
    const full = openScene({}, { hasRoom: async () => false })
    expect(await keepRound(full.parts, menu(A), refusals)).toBe(false)
    expect([full.asked, full.last()?.isFull]).toEqual([[], true])
    const alone = openScene({}, { isOnline: () => false })
    expect(await keepRound(alone.parts, menu(A), refusals)).toBe(false)
    expect([alone.asked, alone.last()?.isFull]).toEqual([[], false])
  })
})

describe('a photograph that was made here', () => {
  const photo = new Blob(['photo'])
  async function withUnsent(sent: SentPicture, change: Partial<PictureKeeperParts> = {}): Promise<Scene> {
    const scene = openScene({}, { sent, ...change })
    await scene.parts.store.keepUnsent({ name: C, photo, by: manager, keptAt: 0 })
    await scene.parts.store.keep(C, photo)
    return scene
  }

  it('goes to the server once a dish names it, and stays here', async () => {
    const { parts, last, asked } = await withUnsent('sent')
    expect(await keepRound(parts, menu(A), refusals)).toBe(false)
    expect(last()?.unsent).toEqual([C])
    expect(await keepRound(parts, menu(A, C), refusals)).toBe(true)
    expect([last()?.unsent, await parts.store.names(), asked]).toEqual([[], [C, A], [A]])
  })

  it('waits for the network, and is told apart when it is refused', async () => {
    const alone = await withUnsent('sent', { isOnline: () => false })
    expect(await keepRound(alone.parts, menu(C), refusals)).toBe(false)
    expect(alone.last()?.unsent).toEqual([C])
    const refused = await withUnsent('refused')
    await keepRound(refused.parts, menu(C), refusals)
    expect(refused.last()).toMatchObject({ unsent: [], refused: [C] })
    // Not offered twice in one run, kept for the next, and no matter once no dish names it.
    expect(await keepRound(refused.parts, menu(C), refusals)).toBe(true)
    expect([refused.sends(), (await refused.parts.store.unsent()).length]).toEqual([1, 1])
    await keepRound(refused.parts, menu(A), refusals)
    expect(refused.last()?.refused).toEqual([])
  })

  it('is forgotten a day after its sheet was closed without saving', async () => {
    const { parts } = await withUnsent('sent', { now: () => 25 * 60 * 60_000 })
    await keepRound(parts, menu(A), refusals)
    expect([await parts.store.unsent(), await parts.store.names()]).toEqual([[], [A]])
  })
})

it('keeps 500 MB for orders', async () => {
  const storage = (quota: number | undefined, usage: number) => ({
    estimate: async () => ({ usage, ...(quota === undefined ? {} : { quota }) }),
  })
  expect(await hasRoomToSpare(storage(2_000_000_000, 1_499_999_999))).toBe(true)
  expect(await hasRoomToSpare(storage(2_000_000_000, 1_500_000_001))).toBe(false)
  expect(await hasRoomToSpare(storage(undefined, 0))).toBe(true)
  expect(await hasRoomToSpare(undefined)).toBe(true)
})

import { beforeEach, describe, expect, it } from 'vitest'
import { createIdSource, type JsonObject } from '@orderez/core/kernel'
import { aloneAmongWindows, createCartChanges, type CartChange } from './cart-changes.ts'
import type { LiveValue } from './live-value.ts'

const ids = createIdSource({
  now: () => 1_700_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})
const order = ids.next('order')
const person = ids.next('person')
const later = () => new Promise<void>((done) => setTimeout(done, 1))

/** What all windows of the terminal share. Its live query tells of a write a little after the write is over, as RxDB's does. */
function createStore() {
  const rows = new Map<string, JsonObject>()
  const listeners = new Set<() => void>()
  let answer: readonly JsonObject[] = []
  function tell(): void {
    answer = [...rows.values()]
    for (const listener of listeners) listener()
  }
  const live: LiveValue<readonly JsonObject[]> = {
    get: () => answer,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  return {
    live,
    rows,
    async write(next: JsonObject & { readonly id: string }) {
      await later()
      rows.set(next.id, next)
      queueMicrotask(tell)
    },
    tell,
  }
}

describe('cart changes', () => {
  let store: ReturnType<typeof createStore>
  let failing: number
  let name: string

  beforeEach(() => {
    store = createStore()
    failing = 0
    name = ids.next('cart')
  })

  function openWindow(locks = true) {
    return createCartChanges({
      ids,
      async read() {
        await later()
        return [...store.rows.values()]
      },
      live: () => store.live,
      async edit(next) {
        await later()
        if (failing-- > 0) throw new Error('disk full')
        await store.write(next)
        await later()
      },
      alone: (of, task) => (locks ? aloneAmongWindows(`${name}-${of}`, task) : task()),
    })
  }

  const add =
    (line: string): CartChange =>
    ([cart]) => ({ ...cart, id: 'cart', lines: [...((cart?.['lines'] ?? []) as string[]), line] })
  const linesOf = (carts: readonly JsonObject[] | null) => carts?.[0]?.['lines'] ?? []
  const lines = () => store.rows.get('cart')?.['lines']

  /** Each different picture that a screen would draw, from now on. */
  function watch({ shown }: ReturnType<typeof createCartChanges>) {
    const seen: unknown[] = []
    const live = shown(order)
    const look = () => seen.push(linesOf(live.get()))
    const leave = live.subscribe(look)
    return { seen, leave, now: () => linesOf(live.get()) }
  }

  it('asked for at once by two screens all count, in their order, also without locks', async () => {
    const { change } = openWindow(false)
    await Promise.all(['a', 'b', 'c', 'd'].map((line) => change(order, add(line), person)))
    expect(lines()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('asked for at once in two windows all count', async () => {
    const [first, second] = [openWindow().change, openWindow().change]
    await Promise.all([first(order, add('a'), person), second(order, add('b'), person), first(order, add('c'), person)])
    expect((lines() as string[]).toSorted()).toEqual(['a', 'b', 'c'])
  })

  it('tell their own caller when they fail, and let the next one through', async () => {
    const { change } = openWindow()
    failing = 1
    const [failed, next] = await Promise.allSettled([change(order, add('a'), person), change(order, add('b'), person)])
    expect([failed.status, next.status]).toEqual(['rejected', 'fulfilled'])
    expect(lines()).toEqual(['b'])
  })

  it('store nothing when there is nothing to change', async () => {
    await openWindow().change(order, () => null, person)
    expect(store.rows.size).toBe(0)
  })

  it('are shown at once, before anything is stored, and never twice nor away again while they are', async () => {
    const window = openWindow()
    const screen = watch(window)
    const saved = ['a', 'b', 'c'].map((line) => window.change(order, add(line), person))
    expect(screen.now()).toEqual(['a', 'b', 'c'])
    expect(store.rows.size).toBe(0)
    await Promise.all(saved)
    await later()
    expect(screen.seen).toEqual([['a'], ['a', 'b'], ['a', 'b', 'c']])
    expect(lines()).toEqual(['a', 'b', 'c'])
  })

  it('that fail are taken from the screen; those around them stay', async () => {
    const window = openWindow()
    const screen = watch(window)
    const saved = Promise.allSettled([
      window.change(order, add('a'), person),
      window.change(order, add('b'), person),
      window.change(order, add('c'), person),
    ])
    failing = 1
    expect(screen.now()).toEqual(['a', 'b', 'c'])
    await saved
    await later()
    expect(screen.now()).toEqual(['b', 'c'])
    expect(screen.seen.at(-1)).toEqual(['b', 'c'])
    expect(lines()).toEqual(['b', 'c'])
  })

  it('that cannot be made are not shown, fail for their caller, and leave the others', async () => {
    const window = openWindow()
    const screen = watch(window)
    const wrong: CartChange = () => {
      throw new Error('no such choice')
    }
    const [failed] = await Promise.allSettled([
      window.change(order, wrong, person),
      window.change(order, add('a'), person),
    ])
    expect(failed.status).toBe('rejected')
    await later()
    expect(screen.now()).toEqual(['a'])
  })

  it('stand on what another tablet changed meanwhile', async () => {
    const window = openWindow()
    const screen = watch(window)
    const saved = window.change(order, add('mine'), person)
    const next = window.change(order, add('mine too'), person)
    store.rows.set('cart', { id: 'cart', lines: ['theirs'] })
    store.tell()
    expect(screen.now()).toEqual(['theirs', 'mine', 'mine too'])
    await Promise.all([saved, next])
    await later()
    expect(lines()).toEqual(['theirs', 'mine', 'mine too'])
    expect(screen.now()).toEqual(lines())
    await store.write({ id: 'cart', lines: ['theirs'] })
    await later()
    expect(screen.now()).toEqual(['theirs'])
  })

  it('show and store the same new ids, whatever else was made meanwhile', async () => {
    const window = openWindow()
    const screen = watch(window)
    const withId: CartChange = ([cart], fresh) => ({
      id: 'cart',
      lines: [...((cart?.['lines'] ?? []) as string[]), fresh.next('line'), fresh.next('line')],
    })
    const saved = [window.change(order, withId, person), window.change(order, withId, person)]
    const shown = screen.now()
    expect(new Set(shown as string[]).size).toBe(4)
    await Promise.all(saved)
    await later()
    expect(lines()).toEqual(shown)
    expect(screen.seen.length).toBe(2)
  })

  it('go on when the screen is left, and are there when it is shown again', async () => {
    const window = openWindow()
    const screen = watch(window)
    const saved = window.change(order, add('a'), person)
    screen.leave()
    await saved
    await later()
    expect(lines()).toEqual(['a'])
    expect(watch(window).now()).toEqual(['a'])
  })

  it('are settled when all that were asked for are stored, and also when one of them failed', async () => {
    const { change, settled } = openWindow()
    await settled(order)
    failing = 1
    const asked = [change(order, add('a'), person), change(order, add('b'), person)]
    const ended = Promise.allSettled(asked)
    await settled(order)
    expect(lines()).toEqual(['b'])
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })
})

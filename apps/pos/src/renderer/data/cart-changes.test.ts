import { beforeEach, describe, expect, it } from 'vitest'
import { createIdSource, type JsonObject } from '@orderez/core/kernel'
import { aloneAmongWindows, createCartChanges, type CartChange } from './cart-changes.ts'

const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
const order = ids.next('order')
const person = ids.next('person')
const later = () => new Promise<void>((done) => setTimeout(done, 1))

describe('cart changes', () => {
  let stored: Map<string, JsonObject>
  let failing: number
  let name: string

  beforeEach(() => {
    stored = new Map()
    failing = 0
    name = ids.next('cart')
  })

  /** What one window of the terminal has; all windows share the store. */
  function openWindow(locks = true) {
    return createCartChanges({
      async read() {
        await later()
        return [...stored.values()]
      },
      async edit(next) {
        await later()
        if (failing-- > 0) throw new Error('disk full')
        stored.set(next.id, next)
      },
      alone: (of, task) => (locks ? aloneAmongWindows(`${name}-${of}`, task) : task()),
    })
  }

  const add =
    (line: string): CartChange =>
    ([cart]) => ({ id: 'cart', lines: [...((cart?.['lines'] ?? []) as string[]), line] })
  const lines = () => stored.get('cart')?.['lines']

  it('asked for at once by two screens all count, in their order, also without locks', async () => {
    const change = openWindow(false)
    await Promise.all(['a', 'b', 'c', 'd'].map((line) => change(order, add(line), person)))
    expect(lines()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('asked for at once in two windows all count', async () => {
    const [first, second] = [openWindow(), openWindow()]
    await Promise.all([first(order, add('a'), person), second(order, add('b'), person), first(order, add('c'), person)])
    expect((lines() as string[]).toSorted()).toEqual(['a', 'b', 'c'])
  })

  it('tell their own caller when they fail, and let the next one through', async () => {
    const change = openWindow()
    failing = 1
    const [failed, next] = await Promise.allSettled([change(order, add('a'), person), change(order, add('b'), person)])
    expect([failed.status, next.status]).toEqual(['rejected', 'fulfilled'])
    expect(lines()).toEqual(['b'])
  })

  it('store nothing when there is nothing to change', async () => {
    await openWindow()(order, () => null, person)
    expect(stored.size).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import type { JsonObject, OrderId } from '../kernel/index.ts'
import { emptyOrder, foldOrder } from '../orders/index.ts'
import { createScene, makeLine } from '../testing/order-scene.ts'
import { cartCarried, cartWithout, carriedCartId, carriedLineId } from './carry-lines.ts'
import { cartIdOf, cartSchema, type Cart } from './cart.ts'
import { unsentLines, type UnsentLine } from './unsent-lines.ts'

const { ids, terminal } = createScene()
const [from, to] = [ids.next('order'), ids.next('order')]
const [mine, theirs] = [terminal().id, terminal().id]
const nothingSent = (order: OrderId) => foldOrder(emptyOrder(order), mine)
const stored = (...carts: readonly (Cart | null)[]): readonly JsonObject[] =>
  carts.flatMap((cart) => (cart ? [{ ...cart }] : []))

/** Ids made in the same millisecond have no order of their own. */
const dearestFirst = (lines: readonly UnsentLine[]) => lines.toSorted((a, b) => b.line.price.base - a.line.price.base)

function draft(): Cart {
  const [soup, fish] = [makeLine(ids, { price: 900 }), makeLine(ids, { price: 700 })]
  const lines = [
    { ...soup, counts: { [mine]: 2_000, [theirs]: 1_000 } },
    { ...fish, counts: { [mine]: 1_000 } },
  ].map(({ quantity: _quantity, ...line }) => line)
  return {
    id: cartIdOf(from),
    kind: 'cart',
    v: 1,
    order: from,
    lines: Object.fromEntries(lines.map((line) => [line.id, line])),
  }
}

describe('unsent lines of an order that was merged away', () => {
  it('go along with what was asked for, and stay behind no more', () => {
    const cart = draft()
    const unsent = unsentLines(stored(cart), nothingSent(from))
    const carried = cartCarried(unsent, to, null)
    const there = unsentLines(stored(carried), nothingSent(to))
    expect(dearestFirst(there).map(({ quantity, line }) => [quantity, line.price.base])).toEqual([
      [3_000, 900],
      [1_000, 700],
    ])
    expect(cartSchema.safeParse(carried).success).toBe(true)
    const left = cartWithout(cart, new Set(unsent.map(({ line }) => line.id)))
    expect(unsentLines(stored(left), nothingSent(from))).toEqual([])
    expect(cartSchema.safeParse(left).success).toBe(true)
  })

  it('are the same ones, whoever carries them and however often', () => {
    const unsent = unsentLines(stored(draft()), nothingSent(from))
    const once = cartCarried(unsent, to, null)
    expect(cartCarried(unsent, to, null)).toEqual(once)
    expect(cartCarried(unsent, to, once)).toEqual(once)
    expect(once?.id).toBe(carriedCartId(cartIdOf(from), to))
  })

  it('keep what was done with them there when they are carried again', () => {
    const unsent = unsentLines(stored(draft()), nothingSent(from))
    const once = cartCarried(unsent, to, null)
    const [first] = unsentLines(stored(once), nothingSent(to))
    if (!once || !first) throw new Error('nothing was carried')
    const more = { ...once, lines: { ...once.lines, [first.line.id]: { ...first.line, counts: { [theirs]: 5_000 } } } }
    expect(cartCarried(unsent, to, more)).toEqual(more)
  })

  it('can be carried back, as lines that were never there before', () => {
    const cart = draft()
    const unsent = unsentLines(stored(cart), nothingSent(from))
    const there = unsentLines(stored(cartCarried(unsent, to, null)), nothingSent(to))
    expect(dearestFirst(there).map(({ line }) => line.id)).toEqual(
      dearestFirst(unsent).map((each) => carriedLineId(each, to)),
    )
    const left = cartWithout(cart, new Set(unsent.map(({ line }) => line.id)))
    const back = unsentLines(stored(left, cartCarried(there, from, null)), nothingSent(from))
    expect(dearestFirst(back).map(({ quantity }) => quantity)).toEqual([3_000, 1_000])
    expect(back.some(({ line }) => cart.lines[line.id])).toBe(false)
  })

  it('stay together where they are a set meal and its dishes', () => {
    const set = makeLine(ids, { price: 5_000 })
    const dish = { ...makeLine(ids, { price: 0 }), parent: set.id }
    const lines = [set, dish].map(({ quantity: _quantity, ...line }) => ({ ...line, counts: { [mine]: 1_000 } }))
    const cart: Cart = { ...draft(), lines: Object.fromEntries(lines.map((line) => [line.id, line])) }
    const there = unsentLines(
      stored(cartCarried(unsentLines(stored(cart), nothingSent(from)), to, null)),
      nothingSent(to),
    )
    expect(there.map(({ line }) => line.price.base)).toEqual([5_000, 0])
    expect(there[1]?.line.parent).toBe(there[0]?.line.id)
  })

  it('are none where nothing is unsent', () => {
    expect(cartCarried([], to, null)).toBe(null)
  })
})

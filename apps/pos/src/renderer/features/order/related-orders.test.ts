import { expect, it } from 'vitest'
import { createIdSource, type OrderId } from '@orderez/core/kernel'
import { emptyOrder, foldOrder, type OrderState } from '@orderez/core/orders'
import { relatedOrders } from './related-orders.ts'

const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })

function standing(id: OrderId, mergedInto: readonly OrderId[] = []): OrderState {
  const state = foldOrder(emptyOrder(id), null)
  const stamp = {
    fact: ids.next('fact'),
    at: { ms: 1, tick: 0 },
    by: ids.next('person'),
    terminal: ids.next('terminal'),
  }
  return {
    ...state,
    merges: mergedInto.map((to) => ({ ...stamp, merge: ids.next('merge'), from: id, to, units: [], undone: false })),
  }
}

it('joins the orders that have a say on each other’s bills, over any number of steps', () => {
  const [a, b, c, d, e] = [
    ids.next('order'),
    ids.next('order'),
    ids.next('order'),
    ids.next('order'),
    ids.next('order'),
  ]
  const related = relatedOrders([
    standing(a, [b]),
    standing(b),
    standing(c, [b]),
    standing(d),
    standing(e, [ids.next('order')]),
  ])
  const names = (id: OrderId) =>
    related
      .get(id)
      ?.map((state) => state.id)
      .toSorted((x, y) => x.localeCompare(y))
  expect(names(a)).toEqual([a, b, c])
  expect(names(b)).toEqual([a, b, c])
  expect(names(c)).toEqual([a, b, c])
  expect(names(d)).toEqual([d])
  expect(names(e)).toEqual([e])
})

import { describe, expect, it } from 'vitest'
import type { BusinessDay } from '@orderez/core/kernel'
import { closeOrder, openOrder, reopenOrder, sendRound, WHOLE_SHARE } from '@orderez/core/orders'
import { takePayment } from '@orderez/core/payments'
import { createScene, makeLine } from '@orderez/core/testing'
import { closedOrders, isAskedFor } from './closed-orders.ts'

describe('the closed orders of a day', () => {
  const scene = createScene()
  const { ids } = scene
  const till = scene.terminal()
  const table = ids.next('table')

  function order(counter: number, { price = 1_000, close = true } = {}) {
    const id = ids.next('order')
    const at = { branch: ids.next('branch'), day: '2026-11-20' as BusinessDay, table, guests: 2 }
    till.record(openOrder({ order: id, number: { letters: 'AK', counter }, type: 'dineIn', ...at }, till.context))
    if (price > 0) till.record(sendRound(till.state(id), { lines: [makeLine(ids, { price })] }, till.context))
    const place = { order: id, share: WHOLE_SHARE }
    if (price > 0) till.record(takePayment(till.states(), { at: place, tender: 'card' }, till.context))
    if (close) till.record(closeOrder(till.states(), id, till.context))
    return id
  }

  it('are those that came to something and stand closed, the latest first', () => {
    const [first, second, third] = [order(1), order(2), order(3)]
    order(4, { price: 0 })
    order(5, { close: false })
    till.record(reopenOrder(till.state(second), { reason: 'dessert' }, till.context))
    const rows = closedOrders(till.states(), () => 'A3')
    expect(rows.map((row) => row.state.id)).toEqual([third, first])
    expect(rows[1]).toMatchObject({ number: 'AK-1', table: 'A3', due: 1_000, open: 0, refunded: 0, tenders: ['card'] })
  })

  it.each([
    ['17', true],
    ['1', true],
    ['7', false],
    ['AK-17', true],
    ['ak 17', true],
    ['ＡＫ１７', true],
    ['a3', true],
    ['A3', true],
    ['B', false],
    [' ', true],
  ])('asked for by %j', (asked, found) => {
    expect(isAskedFor({ number: 'AK-17', table: 'A3' }, asked)).toBe(found)
  })
})

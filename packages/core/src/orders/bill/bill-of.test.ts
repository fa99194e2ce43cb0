import { describe, expect, it } from 'vitest'
import type { LineId, OrderId } from '../../kernel/index.ts'
import { addCharge, giveDiscount, roundBill, splitEqually, withdrawCharge } from '../../payments/index.ts'
import { createHistory } from '../../testing/order-histories.ts'
import { makeLine, type LineWish } from '../../testing/order-scene.ts'
import { doDiscount, doMerge, doMove, doVoid, one, share } from '../../testing/outcomes/acts.ts'
import { setStage } from '../../testing/outcomes/stage.ts'
import { sendRound } from '../commands/send-round.ts'
import { foldOrder } from '../fold/fold-order.ts'
import { billOf } from './bill-of.ts'
import { indexBills } from './bills-touched-by.ts'

function orderOf(...wishes: LineWish[]) {
  const stage = setStage()
  const { a, tables } = stage
  const order = stage.open(a, tables.free, { guests: 3 })
  const lines = stage.send(a, order, ...wishes)
  return { ...stage, order, lines, bill: (target: OrderId = order) => billOf(target, a.states()) }
}

const names = { zh: '服务费', en: 'Service' }

describe('billOf', () => {
  it('M1: shares a price per line among its units, so that a void takes its part', () => {
    const { a, x, scene } = setStage()
    const option = scene.ids.next('option')
    const price = { base: 1_000, options: [{ option, amount: 100, per: 'line' as const }] }
    const line = { ...makeLine(scene.ids, { price: 1_000, pieces: 3 }), price }
    a.record(sendRound(a.state(x), { lines: [line] }, a.context))
    expect(billOf(x, a.states()).due).toBe(3_300 + 3_100)
    doVoid(a, one(line.id, 3))
    expect(billOf(x, a.states()).due).toBe(3_300 + 2_067)
  })

  it('M1: no price and weight that pass the door can break a bill', () => {
    const { a, order, bill } = orderOf({ price: 1_000_000_000_000, weight: 100_000_000, taxPpm: 60_000 })
    doDiscount(a, order, 333_333)
    expect(bill().due).toBe(666_667_000_000)
  })

  it('M9: adds tax by rate after discounts, rounded once for each rate', () => {
    const { a, order, bill } = orderOf(
      { price: 1_000, taxPpm: 60_000 },
      { price: 333, pieces: 3, taxPpm: 88_750, taxInclusive: false },
    )
    doDiscount(a, order)
    expect(bill().taxes).toEqual([
      { ratePpm: 60_000, inclusive: true, net: 849, tax: 51, gross: 900 },
      { ratePpm: 88_750, inclusive: false, net: 899, tax: 80, gross: 979 },
    ])
    expect([bill().discount, bill().taxAdded, bill().taxIncluded, bill().due]).toEqual([200, 80, 51, 1_879])
  })

  it('M4: a percentage goes with its units to another bill, an amount stays and never exceeds what it covers', () => {
    const { a, order, y, lines, bill } = orderOf({ price: 1_000, pieces: 2 }, { price: 500 })
    doDiscount(a, order, 100_000)
    doMove(a, one(lines[0] as LineId, 1), y)
    expect([bill().due, bill(y).due]).toEqual([1_350, 700 + 900])
    const request = { at: share(order), method: { type: 'amount' as const, amount: 9_999 }, reason: 'sorry' }
    a.record(giveDiscount(a.states(), request, a.context))
    expect([bill().due, bill(y).due]).toEqual([0, 1_600])
  })

  it('M4: an amount stays on the bill it was given to when its units go', () => {
    const { a, order, y, lines, bill } = orderOf({ price: 1_000 }, { price: 500 })
    const method = { type: 'amount' as const, amount: 300 }
    a.record(giveDiscount(a.states(), { at: share(order), method, reason: 'sorry' }, a.context))
    doMove(a, one(lines[0] as LineId), y)
    expect([bill().due, bill(y).due]).toEqual([200, 1_700])
  })

  it('M5: a discount that saw the first takes from what the first left', () => {
    const { a, order, bill } = orderOf({ price: 1_000 })
    doDiscount(a, order, 100_000)
    doDiscount(a, order, 100_000)
    expect([bill().discounts.map((one) => one.amount), bill().due]).toEqual([[100, 90], 810])
  })

  it('M8: charges by percent, by guest and fixed; a merge takes the fixed ones along', () => {
    const { a, order, y, bill } = orderOf({ price: 1_000 })
    const tax = { ratePpm: 0, inclusive: true }
    const add = (method: Parameters<typeof addCharge>[1]['method']) =>
      a.record(addCharge(a.state(order), { share: 'A', names, method, tax }, a.context))
    add({ type: 'percent', ratePpm: 100_000 })
    add({ type: 'perGuest', amount: 50 })
    add({ type: 'amount', amount: 7 })
    expect(bill().charges.map((one) => one.amount)).toEqual([100, 150, 7])
    const [first] = bill().charges
    const approved = { reason: 'regular' }
    doMerge(a, order, y)
    expect([bill().due, bill(y).due]).toEqual([0, 700 + 1_000 + 157])
    a.record(withdrawCharge(a.state(order), first!.charge, approved, a.context))
    expect(withdrawCharge(a.state(order), first!.charge, approved, a.context)).toMatchObject({ code: 'charge.unknown' })
  })

  it('M8, H3: fixed charges of an order without lines go along when its bill is merged onward', () => {
    const { a, tables, x, y, open } = setStage()
    const empty = open(a, tables.free, { guests: 4 })
    const tax = { ratePpm: 0, inclusive: true }
    const tea = { share: 'A', names, method: { type: 'perGuest' as const, amount: 50 }, tax }
    a.record(addCharge(a.state(empty), tea, a.context))
    doMerge(a, empty, x)
    expect(billOf(x, a.states()).charge).toBe(200)
    doMerge(a, x, y)
    expect([billOf(x, a.states()).charge, billOf(y, a.states()).charge]).toEqual([0, 200])
  })

  it('M10: the latest rounding stands while a unit that it had in view counts', () => {
    const { a, order, lines, bill } = orderOf({ price: 1_003 })
    a.record(roundBill(a.states(), { at: share(order), amount: -3 }, a.context))
    expect(bill().due).toBe(1_000)
    a.record(roundBill(a.states(), { at: share(order), amount: 2 }, a.context))
    expect(bill().due).toBe(1_005)
    doVoid(a, one(lines[0] as LineId))
    expect(bill().due).toBe(0)
  })

  it('M13: an equal split is to the minor unit and does not change with what comes later', () => {
    const stage = orderOf({ price: 1_000 })
    const { a, order, bill } = stage
    a.record(splitEqually(a.states(), { at: share(order), ways: 3 }, a.context))
    stage.send(a, order, { price: 500 })
    expect([bill().equalParts?.parts, bill().open]).toEqual([[334, 333, 333], 1_500])
  })

  it('H5, H6: is made of the orders that have a say on it, whatever else a terminal holds', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const states = createHistory({ seed, steps: 50 })
        .heal()
        .map((document) => foldOrder(document, null))
      for (const [order, concerned] of indexBills(states)) {
        expect(billOf(order, concerned), `seed ${seed}`).toEqual(billOf(order, states))
      }
    }
  })
})

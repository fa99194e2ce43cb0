import { describe, expect, it } from 'vitest'
import { billOf, orderStatus } from '../orders/index.ts'
import { makeLine } from '../testing/order-scene.ts'
import { doClose, doDiscount, doPay, one, share } from '../testing/outcomes/acts.ts'
import { setStage } from '../testing/outcomes/stage.ts'
import { sendRound } from '../orders/index.ts'
import { addCharge } from './adjust-bill.ts'
import { worthOfUnits } from './lower-bill.ts'
import { refundPayment } from './refund-payment.ts'

/** A closed bill of three dishes with a discount, a service charge and tax on top: nothing about it is round. */
function closedBill({ inclusive = false } = {}) {
  const stage = setStage()
  const { a, scene } = stage
  const order = stage.open(a, stage.tables.free)
  const tax = { ratePpm: 83_750, inclusive }
  const lines = [1_111, 2_345, 777].map((price) => ({ ...makeLine(scene.ids, { price }), tax }))
  a.record(sendRound(a.state(order), { lines }, a.context))
  doDiscount(a, order, 70_000)
  const method = { type: 'percent', ratePpm: 100_000 } as const
  a.record(addCharge(a.state(order), { share: 'A', names: { zh: '服务费', en: 'Service' }, method, tax }, a.context))
  const payment = doPay(a, order)
  doClose(a, order)
  const bill = () => billOf(order, a.states())
  const refund = (amount: number, more: object) =>
    refundPayment(a.states(), { order, payment, amount, reason: 'cold', approver: a.person, ...more }, a.context)
  const status = () => orderStatus(a.state(order), bill())
  return { a, order, ids: lines.map(({ id }) => id), bill, refund, status }
}

describe('a refund', () => {
  it.each([true, false])('M12: of one line leaves a closed bill even (tax included: %s)', (inclusive) => {
    const { a, order, ids, bill, refund, status } = closedBill({ inclusive })
    const { due } = bill()
    const units = one(ids[1]!)
    const worth = worthOfUnits(a.states(), share(order), units)
    expect(worth).toBeGreaterThan(2_000)
    a.record(refund(worth, { units }))
    expect(bill()).toMatchObject({ due: due - worth, paid: due, refunded: worth, open: 0 })
    expect(status()).toBe('closed')
  })

  it('M12: of every line, one after the other, gives back all that was paid', () => {
    const { a, order, ids, bill, refund } = closedBill()
    for (const id of ids) {
      const units = one(id)
      a.record(refund(worthOfUnits(a.states(), share(order), units), { units }))
    }
    expect(bill()).toMatchObject({ due: 0, open: 0 })
    expect(bill().refunded).toBe(bill().paid)
  })

  it.each([true, false])('M12: of a sum lowers the bill by exactly that sum (tax included: %s)', (inclusive) => {
    for (const sum of [1, 2, 10, 99, 500, 1_234]) {
      const { a, bill, refund, status } = closedBill({ inclusive })
      const { due } = bill()
      a.record(refund(sum, { lowers: true }))
      expect(bill(), String(sum)).toMatchObject({ due: due - sum, refunded: sum, open: 0 })
      expect(status()).toBe('closed')
    }
  })

  it('M12: of a sum that is paid another way is open again', () => {
    const { a, bill, refund, status } = closedBill()
    a.record(refund(500, {}))
    expect([bill().open, status()]).toEqual([500, 'remainder'])
  })

  it('M12: of a credit lowers nothing more', () => {
    const { a, order, bill, refund } = closedBill()
    const paid = bill().due
    doDiscount(a, order, 100_000)
    const credit = -bill().open
    expect(credit).toBeGreaterThan(0)
    a.record(refund(credit, { lowers: true }))
    expect(bill()).toMatchObject({ due: paid - credit, open: 0 })
  })

  it('is worth nothing where the units are unknown or voided already', () => {
    const { a, order, ids, refund } = closedBill()
    const units = one(ids[0]!)
    a.record(refund(10, { units }))
    expect(worthOfUnits(a.states(), share(order), units)).toBe(0)
    expect(worthOfUnits(a.states(), share(order), [{ line: ids[0]!, units: [9] }])).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { billOf, closeOrder, reopenOrder, sendRound, setWeight } from '../orders/index.ts'
import { makeLine } from '../testing/order-scene.ts'
import { doClose, doPay, doVoid, one, share } from '../testing/outcomes/acts.ts'
import { setStage } from '../testing/outcomes/stage.ts'
import { printPreBill } from './adjust-bill.ts'
import { refundPayment } from './refund-payment.ts'
import { setPaymentState } from './set-payment-state.ts'
import { takePayment } from './take-payment.ts'

describe('takePayment', () => {
  it('M6: takes all that is open; cash gives change, a tip is neither paid nor given back', () => {
    const { a, x } = setStage()
    const request = { at: share(x), tender: 'cash' as const, tendered: 5_000, tip: 200 }
    const [fact] = a.record(takePayment(a.states(), request, a.context))
    expect(fact?.body).toMatchObject({ amount: 3_300, tendered: 5_000, change: 1_500, tip: 200 })
    const bill = billOf(x, a.states())
    expect([bill.paid, bill.tendered, bill.change, bill.tips, bill.open]).toEqual([3_300, 5_000, 1_500, 200, 0])
  })

  it('M6: takes parts, and refuses what does not fit', () => {
    const { a, x } = setStage()
    const pay = (more: object) => takePayment(a.states(), { at: share(x), tender: 'card', ...more }, a.context)
    doPay(a, x, { amount: 1_000 })
    expect(billOf(x, a.states()).open).toBe(2_300)
    expect(pay({ amount: 2_301 })).toMatchObject({ code: 'payment.tooMuch' })
    expect(pay({ amount: 0 })).toMatchObject({ code: 'payment.nothingDue' })
    expect(pay({ tendered: 100 })).toMatchObject({ code: 'payment.tenderedTooLittle' })
    expect(pay({ tendered: 9_999 })).toMatchObject({ code: 'payment.tooMuch' })
    doPay(a, x)
    expect(pay({})).toMatchObject({ code: 'payment.nothingDue' })
  })

  it('M2: says what it saw: units, the sum due and how many facts were known', () => {
    const { a, x, p, q, h } = setStage()
    const [fact] = a.record(takePayment(a.states(), { at: share(x), tender: 'card' }, a.context))
    expect(fact?.body['basis']).toMatchObject({
      due: 3_300,
      units: [
        { line: p, units: [1, 2] },
        { line: q, units: [1] },
        { line: h, units: [1] },
      ],
      seen: { count: 2 },
    })
  })

  it('M3: what comes after the money is an open remainder, and the printed sum stands', () => {
    const stage = setStage()
    const { a, x } = stage
    a.record(printPreBill(a.states(), share(x), a.context))
    doPay(a, x)
    const [line] = stage.send(a, x, { price: 600 })
    const bill = billOf(x, a.states())
    expect([bill.open, bill.late, bill.preBill?.basis.due]).toEqual([600, [{ line, units: [1] }], 3_300])
  })

  it('M7: only confirmed payments count; a confirmed one stays so', () => {
    const { a, x } = setStage()
    const payment = doPay(a, x, { state: 'started' })
    expect(billOf(x, a.states())).toMatchObject({ paid: 0, pending: 3_300, open: 3_300 })
    expect(closeOrder(a.states(), x, a.context)).toMatchObject({ code: 'payment.pending' })
    a.record(setPaymentState(a.state(x), { payment, state: 'confirmed', reference: '0042' }, a.context))
    expect(billOf(x, a.states())).toMatchObject({ paid: 3_300, pending: 0, open: 0, payments: [{ reference: '0042' }] })
    const failed = setPaymentState(a.state(x), { payment, state: 'failed' }, a.context)
    expect(failed).toMatchObject({ code: 'payment.confirmed' })
  })

  it('M3, M7: a payment that failed had nothing in view', () => {
    const stage = setStage()
    const { a, x } = stage
    const payment = doPay(a, x, { state: 'started' })
    a.record(setPaymentState(a.state(x), { payment, state: 'failed' }, a.context))
    stage.send(a, x, { price: 600 })
    expect(billOf(x, a.states())).toMatchObject({ paid: 0, pending: 0, open: 3_900, late: [] })
  })

  it('M6: a payment told twice under one id is one, the first', () => {
    const { a, x } = setStage()
    doPay(a, x, { amount: 1_000 })
    const again = takePayment(a.states(), { at: share(x), tender: 'card', amount: 2_000 }, a.context)
    const { payment } = a.state(x).payments[0]!
    const drafts = again.ok ? again.value.map((draft) => ({ ...draft, body: { ...draft.body, payment } })) : []
    a.record({ ok: true, value: drafts })
    expect(a.state(x).payments.map((one) => one.amount)).toEqual([1_000])
  })

  it('M1: waits for the price of the day', () => {
    const { a, x, scene } = setStage()
    const crab = { ...makeLine(scene.ids, { price: 0 }), price: { base: 0, options: [], pending: true as const } }
    a.record(sendRound(a.state(x), { lines: [crab] }, a.context))
    expect(billOf(x, a.states()).pendingPrices).toEqual([crab.id])
    expect(takePayment(a.states(), { at: share(x), tender: 'card' }, a.context)).toMatchObject({
      code: 'price.pending',
    })
  })

  it('M1: waits for the weight of what was sent without', () => {
    const { a, x, scene } = setStage()
    const fish = { ...makeLine(scene.ids, { price: 6_800, weight: 1_000 }), weighLater: true as const }
    const before = billOf(x, a.states()).due
    a.record(sendRound(a.state(x), { lines: [fish] }, a.context))
    const bill = billOf(x, a.states())
    expect([bill.due, bill.pendingPrices]).toEqual([before, [fish.id]])
    const pay = () => takePayment(a.states(), { at: share(x), tender: 'card' }, a.context)
    expect(pay()).toMatchObject({ code: 'price.pending' })
    expect(closeOrder(a.states(), x, a.context)).toMatchObject({ code: 'price.pending' })
    a.record(setWeight(a.state(x), { line: fish.id, quantity: 1_350 }, a.context))
    const weighed = billOf(x, a.states())
    expect([weighed.due, weighed.pendingPrices]).toEqual([before + 9_180, []])
    expect(pay()).toMatchObject({ ok: true })
  })

  it('M11: closes what is settled, and opens it again by naming the close', () => {
    const { a, x } = setStage()
    expect(closeOrder(a.states(), x, a.context)).toMatchObject({ code: 'bill.open' })
    doPay(a, x)
    doClose(a, x)
    expect(closeOrder(a.states(), x, a.context)).toMatchObject({ code: 'order.closed' })
    const [fact] = a.record(reopenOrder(a.state(x), { reason: 'dessert' }, a.context))
    expect(fact?.body['of']).toBe(a.state(x).closes[0]?.fact)
    expect(reopenOrder(a.state(x), { reason: 'dessert' }, a.context)).toMatchObject({ code: 'order.notClosed' })
  })

  it('M12: refunds against a payment, voids what is taken back, and never more than was paid', () => {
    const { a, x, p } = setStage()
    const payment = doPay(a, x)
    const refund = (amount: number, units = one(p)) =>
      refundPayment(a.states(), { order: x, payment, amount, units, reason: 'cold', approver: a.person }, a.context)
    expect(refund(3_301)).toMatchObject({ code: 'refund.tooMuch' })
    expect(refund(0)).toMatchObject({ code: 'nothing.toDo' })
    const facts = a.record(refund(1_000))
    expect(facts.map((fact) => fact.kind)).toEqual(['voided', 'refunded'])
    expect(billOf(x, a.states())).toMatchObject({ due: 2_300, refunded: 1_000, open: 0 })
    doVoid(a, one(p, 2))
    expect(a.record(refund(1_000, one(p, 2))).map((fact) => fact.kind)).toEqual(['refunded'])
    expect(billOf(x, a.states())).toMatchObject({ due: 1_300, refunded: 2_000, open: 0 })
  })
})

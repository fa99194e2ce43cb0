import { describe, expect, it } from 'vitest'
import { acknowledge } from '../../kitchen/index.ts'
import type { ChargeId, DiscountId, FactId, LineId, MergeId, OrderId, PaymentId } from '../../kernel/index.ts'
import {
  giveDiscount,
  printPreBill,
  setPaymentState,
  splitEqually,
  takePayment,
  withdrawCharge,
  withdrawDiscount,
} from '../../payments/index.ts'
import { makeLine } from '../../testing/order-scene.ts'
import { doClose, doMerge, doPay, doUnmerge, doVoid, one, share } from '../../testing/outcomes/acts.ts'
import { setStage } from '../../testing/outcomes/stage.ts'
import { emptyOrder } from '../order-document.ts'
import { foldOrder } from '../fold/fold-order.ts'
import { parseFact } from '../fact.ts'
import { amendLine } from './amend-line.ts'
import { closeOrder } from './close-order.ts'
import { fireLines, rushLines } from './fire-lines.ts'
import { mergeTables, unmergeTables } from './merge-tables.ts'
import { moveLines } from './move-lines.ts'
import { nextShare, splitByItem } from './split-bill.ts'
import { openOrder } from './open-order.ts'
import { ruleFact } from './rule-fact.ts'
import { sendRound } from './send-round.ts'
import { setPrice } from './set-price.ts'
import { voidUnits } from './void-units.ts'

const refusal = (code: string) => ({ ok: false, code })

describe('commands', () => {
  it('refuse with a code whoever has not the right, and make nothing', () => {
    const { scene, x, a } = setStage()
    const cook = scene.terminal({ may: (kind) => kind !== 'voided' && kind !== 'opened' })
    const request = { units: one([...a.state(x).lines.keys()][0]!), reason: 'x' }
    expect(voidUnits(a.states(), request, cook.context)).toEqual({ ...refusal('right.missing'), detail: 'voided' })
    const { opening } = a.state(x)
    const again = { ...request, order: x, branch: opening!.branch, day: opening!.day, number: opening!.number }
    const opened = openOrder({ ...again, type: 'dineIn', guests: 1 }, cook.context)
    expect(opened).toMatchObject(refusal('right.missing'))
  })

  it('make facts that pass the door (F1)', () => {
    const stage = setStage()
    const { a, x, p } = stage
    doVoid(a, one(p))
    doPay(a, x)
    doClose(a, x)
    for (const document of a.documents.values()) {
      for (const fact of Object.values(document.facts)) {
        expect(parseFact(JSON.parse(JSON.stringify(fact)))).toEqual({ ok: true, value: fact })
      }
    }
  })

  it('refuse orders, lines and facts that this terminal does not hold', () => {
    const { a, x, p, wok, scene } = setStage()
    const { ids } = scene
    const order: OrderId = ids.next('order')
    const line: LineId = ids.next('line')
    const fact: FactId = ids.next('fact')
    const { context } = a
    const states = a.states()
    expect(closeOrder(states, order, context)).toMatchObject(refusal('order.unknown'))
    expect(takePayment(states, { at: share(order), tender: 'cash' }, context)).toMatchObject(refusal('order.unknown'))
    expect(printPreBill(states, share(order), context)).toMatchObject(refusal('order.unknown'))
    const away = { units: one(p), to: share(order) }
    expect(moveLines(states, away, context)).toMatchObject(refusal('order.unknown'))
    expect(mergeTables(states, { from: x, to: order }, context)).toMatchObject(refusal('order.unknown'))
    expect(voidUnits(states, { units: one(line), reason: 'x' }, context)).toMatchObject(refusal('line.unknown'))
    expect(fireLines(states, { lines: [line] }, context)).toMatchObject(refusal('line.unknown'))
    expect(amendLine(a.state(x), { line, note: 'x' }, context)).toMatchObject(refusal('line.unknown'))
    const price = { line, price: { base: 1, options: [] }, reason: 'x' }
    expect(setPrice(a.state(x), price, context)).toMatchObject(refusal('line.unknown'))
    expect(acknowledge(states, { station: wok, of: [fact] }, context)).toMatchObject(refusal('fact.unknown'))
    const ruling = { of: fact, decision: 'accepted' as const, reason: 'x' }
    expect(ruleFact(a.state(x), ruling, context)).toMatchObject(refusal('fact.unknown'))
    const payment: PaymentId = ids.next('payment')
    const settled = setPaymentState(a.state(x), { payment, state: 'confirmed' }, context)
    expect(settled).toMatchObject(refusal('payment.unknown'))
    const merge: MergeId = ids.next('merge')
    expect(unmergeTables(states, merge, context)).toMatchObject(refusal('merge.unknown'))
    const discount: DiscountId = ids.next('discount')
    const withdrawn = withdrawDiscount(a.state(x), discount, { reason: 'x' }, context)
    expect(withdrawn).toMatchObject(refusal('discount.unknown'))
    const charge: ChargeId = ids.next('charge')
    expect(withdrawCharge(a.state(x), charge, { reason: 'x' }, context)).toMatchObject(refusal('charge.unknown'))
  })

  it('refuse money on an order whose opening has not arrived', () => {
    const { a, scene } = setStage()
    const loading = foldOrder(emptyOrder(scene.ids.next('order')), null)
    expect(closeOrder([loading], loading.id, a.context)).toMatchObject(refusal('order.loading'))
    const payment = takePayment([loading], { at: share(loading.id), tender: 'cash' }, a.context)
    expect(payment).toMatchObject(refusal('order.loading'))
  })

  it('refuse rounds, moves and merges on orders closed or merged away', () => {
    const { a, x, y, z, p, scene } = setStage()
    const lines = [makeLine(scene.ids, { price: 1 })]
    doPay(a, z)
    doClose(a, z)
    expect(sendRound(a.state(z), { lines }, a.context)).toMatchObject(refusal('order.closed'))
    expect(moveLines(a.states(), { units: one(p), to: share(z) }, a.context)).toMatchObject(refusal('order.closed'))
    expect(mergeTables(a.states(), { from: x, to: z }, a.context)).toMatchObject(refusal('order.closed'))
    expect(mergeTables(a.states(), { from: x, to: x }, a.context)).toMatchObject(refusal('order.same'))
    doMerge(a, x, y)
    expect(sendRound(a.state(x), { lines }, a.context)).toMatchObject(refusal('order.merged'))
    expect(mergeTables(a.states(), { from: x, to: y }, a.context)).toMatchObject(refusal('order.merged'))
    expect(moveLines(a.states(), { units: one(p), to: share(x) }, a.context)).toMatchObject(refusal('order.merged'))
  })

  it('H3: refuse to merge or unmerge bills on which money was taken', () => {
    const { a, x, y, z } = setStage()
    doMerge(a, x, y)
    doPay(a, y, { amount: 100 })
    const { merge } = a.state(x).merges[0]!
    expect(unmergeTables(a.states(), merge, a.context)).toMatchObject(refusal('bill.paidInPart'))
    expect(mergeTables(a.states(), { from: y, to: z }, a.context)).toMatchObject(refusal('bill.paidInPart'))
  })

  it('H4: unmerge twins with the merge that is named', () => {
    const { a, b, x, y, scene } = setStage()
    doMerge(a, x, y)
    doMerge(b, x, y)
    scene.sync(a, b)
    scene.pull(a)
    doUnmerge(a, x)
    expect(a.state(x).merges.map((merge) => merge.undone)).toEqual([true, true])
  })

  it('H7: take the next free share', () => {
    const { a, x, p, q } = setStage()
    a.record(splitByItem(a.states(), { order: x, units: one(q) }, a.context))
    expect(nextShare(x, a.states())).toBe('C')
    expect(moveLines(a.states(), { units: one(q), to: share(x, 'B') }, a.context)).toMatchObject(
      refusal('nothing.toDo'),
    )
    for (let times = 0; times < 25; times += 1) {
      a.record(moveLines(a.states(), { units: one(p), to: share(x, nextShare(x, a.states())) }, a.context))
      a.record(moveLines(a.states(), { units: one(p, 2), to: share(x, nextShare(x, a.states())) }, a.context))
    }
    expect(nextShare(x, a.states())).toMatch(/^[A-Z]$/)
  })

  it('refuse bills with nothing on them, and rushing what is held or done', () => {
    const { a, x, h, p, q, tables, ...stage } = setStage()
    const empty = stage.open(a, tables.free)
    const method = { type: 'percent' as const, ratePpm: 1 }
    const discount = giveDiscount(a.states(), { at: share(empty), method, reason: 'x' }, a.context)
    expect(discount).toMatchObject(refusal('bill.empty'))
    expect(printPreBill(a.states(), share(empty), a.context)).toMatchObject(refusal('bill.empty'))
    expect(splitEqually(a.states(), { at: share(empty), ways: 2 }, a.context)).toMatchObject(refusal('bill.empty'))
    expect(rushLines(a.states(), { lines: [h] }, a.context)).toMatchObject(refusal('line.held'))
    doVoid(a, one(q))
    expect(rushLines(a.states(), { lines: [q] }, a.context)).toMatchObject(refusal('nothing.toDo'))
    expect(fireLines(a.states(), { lines: [p] }, a.context)).toMatchObject(refusal('nothing.toDo'))
    doVoid(a, one(p, 1, 2))
    expect(amendLine(a.state(x), { line: p, note: 'x' }, a.context)).toMatchObject(refusal('unit.voided'))
  })
})

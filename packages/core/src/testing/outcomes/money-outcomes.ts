import { expect } from 'vitest'
import { reopenOrder } from '../../orders/index.ts'
import { printPreBill, setPaymentState, splitEqually, withdrawDiscount } from '../../payments/index.ts'
import type { SceneTerminal } from '../order-scene.ts'
import { doClose, doDiscount, doPay, doPayAndClose, doRefund, one, share } from './acts.ts'
import type { Outcome, Stage } from './stage.ts'

function doPrint(on: SceneTerminal, { x }: Stage): void {
  on.record(printPreBill(on.states(), share(x), on.context))
}

function doReopen(on: SceneTerminal, { x }: Stage): void {
  on.record(reopenOrder(on.state(x), { reason: 'wrong tender' }, on.context))
}

function doWithdraw(on: SceneTerminal, { x }: Stage): void {
  const given = on.state(x).discounts[0]
  if (!given) throw new Error('nothing to withdraw')
  on.record(withdrawDiscount(on.state(x), given.discount, { reason: 'mistake' }, on.context))
}

function doSettle(on: SceneTerminal, { x }: Stage, state: 'confirmed' | 'failed'): void {
  const payment = on.state(x).payments[0]?.payment
  if (!payment) throw new Error('nothing to settle')
  on.record(setPaymentState(on.state(x), { payment, state }, on.context))
}

export const moneyOutcomes: readonly Outcome[] = [
  {
    pair: 'discount ∥ discount',
    a: ({ a, x }) => doDiscount(a, x, 100_000),
    b: ({ b, x }) => doDiscount(b, x, 200_000),
    codes: ['discountTwice'],
    check: (view, { x }) => expect(view.due(x)).toBe(2_970),
  },
  {
    pair: 'discount ∥ pay',
    a: ({ a, x }) => doDiscount(a, x),
    b: ({ b, x }) => void doPay(b, x),
    codes: ['overpaid'],
    check: (view, { x }) => expect(view.open(x)).toBe(-330),
  },
  {
    pair: 'discount ∥ pre-bill',
    a: ({ a, x }) => doDiscount(a, x),
    b: (stage) => doPrint(stage.b, stage),
    codes: [],
    check: (view, { x }) => expect([view.due(x), view.bill(x).preBill?.basis.due]).toEqual([2_970, 3_300]),
  },
  {
    pair: 'withdraw ∥ withdraw a discount',
    before: ({ a, x }) => doDiscount(a, x),
    a: (stage) => doWithdraw(stage.a, stage),
    b: (stage) => doWithdraw(stage.b, stage),
    codes: [],
    check: (view, { x }) => expect(view.due(x)).toBe(3_300),
  },
  {
    pair: 'withdraw a discount ∥ pay',
    before: ({ a, x }) => doDiscount(a, x),
    a: (stage) => doWithdraw(stage.a, stage),
    b: ({ b, x }) => void doPay(b, x),
    codes: [],
    check: (view, { x }) => expect([view.bill(x).paid, view.open(x)]).toEqual([2_970, 330]),
  },
  {
    pair: 'withdraw ∥ give a discount',
    before: ({ a, x }) => doDiscount(a, x),
    a: (stage) => doWithdraw(stage.a, stage),
    b: ({ b, x }) => doDiscount(b, x, 200_000),
    codes: [],
    check: (view, { x }) => expect(view.due(x)).toBe(3_300 - 660),
  },
  {
    pair: 'pre-bill ∥ pre-bill',
    a: (stage) => doPrint(stage.a, stage),
    b: (stage) => doPrint(stage.b, stage),
    codes: [],
    check: (view, { x }) => expect(view.state(x).preBills.map((bill) => bill.basis.due)).toEqual([3_300, 3_300]),
  },
  {
    pair: 'pre-bill ∥ pay',
    a: (stage) => doPrint(stage.a, stage),
    b: ({ b, x }) => void doPay(b, x),
    codes: [],
    check: (view, { x }) => expect([view.open(x), view.bill(x).preBill?.basis.due]).toEqual([0, 3_300]),
  },
  {
    pair: 'split equally ∥ split equally',
    a: ({ a, x }) => void a.record(splitEqually(a.states(), { at: share(x), ways: 2 }, a.context)),
    b: ({ b, x }) => void b.record(splitEqually(b.states(), { at: share(x), ways: 3 }, b.context)),
    codes: [],
    check: (view, { x }) => expect(view.bill(x).equalParts?.parts).toEqual([1_100, 1_100, 1_100]),
  },
  {
    pair: 'pay ∥ pay',
    a: ({ a, x }) => void doPay(a, x),
    b: ({ b, x }) => void doPay(b, x),
    codes: ['overpaid'],
    check: (view, { x }) => expect([view.bill(x).paid, view.open(x)]).toEqual([6_600, -3_300]),
  },
  {
    pair: 'pay a part ∥ pay a part',
    a: ({ a, x }) => void doPay(a, x, { amount: 1_000 }),
    b: ({ b, x }) => void doPay(b, x, { amount: 2_000 }),
    codes: [],
    check: (view, { x }) => expect(view.open(x)).toBe(300),
  },
  {
    pair: 'pay a part ∥ pay too large a part',
    a: ({ a, x }) => void doPay(a, x, { amount: 2_000 }),
    b: ({ b, x }) => void doPay(b, x, { amount: 2_000 }),
    codes: ['overpaid'],
    check: (view, { x }) => expect(view.open(x)).toBe(-700),
  },
  {
    pair: 'pay ∥ refund',
    before: ({ a, x }) => void doPay(a, x, { amount: 1_000 }),
    a: ({ a, x }) => void doPay(a, x),
    b: ({ b, x }) => doRefund(b, x, 1_000),
    codes: [],
    check: (view, { x }) => expect([view.bill(x).refunded, view.open(x)]).toEqual([1_000, 1_000]),
  },
  {
    pair: 'refund ∥ refund the same payment',
    before: ({ a, x }) => void doPay(a, x),
    a: ({ a, x }) => doRefund(a, x, 3_300),
    b: ({ b, x }) => doRefund(b, x, 3_300),
    codes: ['overRefunded'],
    check: (view, { x }) => expect([view.bill(x).refunded, view.open(x)]).toEqual([6_600, 6_600]),
  },
  {
    pair: 'refund ∥ refund the same unit',
    before: ({ a, x }) => void doPay(a, x),
    a: ({ a, x, p }) => doRefund(a, x, 1_000, one(p)),
    b: ({ b, x, p }) => doRefund(b, x, 1_000, one(p)),
    codes: ['refundedTwice'],
    check: (view, { x }) => expect([view.due(x), view.open(x)]).toEqual([2_300, 1_000]),
  },
  {
    pair: 'refund ∥ close',
    before: ({ a, x }) => void doPay(a, x),
    a: ({ a, x }) => doRefund(a, x, 1_000),
    b: ({ b, x }) => doClose(b, x),
    codes: ['closedWithRemainder'],
    check: (view, { x }) => expect([view.status(x), view.open(x)]).toEqual(['remainder', 1_000]),
  },
  {
    pair: 'close ∥ close',
    before: ({ a, x }) => void doPay(a, x),
    a: ({ a, x }) => doClose(a, x),
    b: ({ b, x }) => doClose(b, x),
    codes: [],
    check: (view, { x }) => expect([view.status(x), view.state(x).closes.length]).toEqual(['closed', 2]),
  },
  {
    pair: 'close ∥ reopen another close',
    before: ({ a, x }) => void doPay(a, x),
    a: ({ a, x }) => doClose(a, x),
    b: (stage) => {
      doClose(stage.b, stage.x)
      doReopen(stage.b, stage)
    },
    codes: [],
    check: (view, { x }) => expect(view.status(x)).toBe('closed'),
  },
  {
    pair: 'reopen ∥ reopen',
    before: ({ a, x }) => doPayAndClose(a, x),
    a: (stage) => doReopen(stage.a, stage),
    b: (stage) => doReopen(stage.b, stage),
    codes: [],
    check: (view, { x }) => expect(view.status(x)).toBe('open'),
  },
  {
    pair: 'reopen ∥ refund',
    before: ({ a, x }) => doPayAndClose(a, x),
    a: (stage) => doReopen(stage.a, stage),
    b: ({ b, x }) => doRefund(b, x, 3_300),
    codes: [],
    check: (view, { x }) => expect([view.status(x), view.open(x)]).toEqual(['open', 3_300]),
  },
  {
    pair: 'confirm ∥ fail a payment',
    before: ({ a, x }) => void doPay(a, x, { state: 'unknown' }),
    a: (stage) => doSettle(stage.a, stage, 'confirmed'),
    b: (stage) => doSettle(stage.b, stage, 'failed'),
    codes: ['paymentDisputed'],
    check: (view, { x }) => expect([view.bill(x).paid, view.open(x)]).toEqual([3_300, 0]),
  },
  {
    pair: 'pay unknown ∥ pay',
    a: ({ a, x }) => void doPay(a, x, { state: 'unknown' }),
    b: ({ b, x }) => void doPay(b, x),
    codes: ['paymentUnknown'],
    check: (view, { x }) => expect([view.bill(x).paid, view.bill(x).pending, view.open(x)]).toEqual([3_300, 3_300, 0]),
  },
]

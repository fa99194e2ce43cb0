import { jsonEquals, type FactId, type LineId } from '../../kernel/index.ts'
import type { Bill } from '../bill/bill.ts'
import type { JudgedDiscount } from '../bill/standing-discounts.ts'
import { unitSetOf, unitsOverlap } from '../bill/unit-sets.ts'
import { orderClosed } from '../order-phase.ts'
import type { ChargeState, OrderState, PaymentRecord, RefundState } from '../order-state.ts'
import { contradiction, type Contradiction } from './contradiction.ts'

/** C: money said twice, refunds that overlap, payments nobody is sure of, closed bills that are not even. */
export function moneyContradictions(state: OrderState, bill: Bill): Contradiction[] {
  return [
    ...lateAfterPreBill(state, bill),
    ...afterClose(state, bill),
    ...state.payments.flatMap((payment) => doubtfulPayment(state, payment)),
    ...overRefunded(state),
    ...refundedTwice(state),
    ...chargeTwice(state),
  ]
}

export function discountContradictions(judged: readonly JudgedDiscount[]): Contradiction[] {
  return judged.flatMap(({ given, order, setAsideBy }) =>
    setAsideBy ? [contradiction('discountTwice', { orders: [order], facts: [setAsideBy.fact, given.fact] })] : [],
  )
}

function lateAfterPreBill(state: OrderState, bill: Bill): Contradiction[] {
  if (orderClosed(state) || bill.paid > 0) return []
  return bill.shares.flatMap(({ preBill, lines, due }) => {
    if (!preBill || preBill.basis.due === due) return []
    const seen = unitSetOf(preBill.basis.units)
    const late = lines.filter(({ line, units }) => units.some((unit) => !seen.get(line.id)?.has(unit)))
    if (late.length === 0) return []
    const facts = [preBill.fact, ...late.map(({ line }) => line.sent.fact)]
    return [contradiction('lateAfterPreBill', { orders: [state.id], facts, lines: late.map(({ line }) => line.id) })]
  })
}

function afterClose(state: OrderState, bill: Bill): Contradiction[] {
  const closes = state.closes.filter((close) => !close.undone)
  if (closes.length === 0) return []
  const facts = closes.map((close) => close.fact)
  const seen = unitSetOf(closes.flatMap((close) => close.basis.units))
  const late = bill.lines
    .filter(({ line, units }) => units.some((unit) => !seen.get(line.id)?.has(unit)))
    .map(({ line }): LineId => line.id)
  if (late.length > 0) return [contradiction('lateAfterClose', { orders: [state.id], facts, lines: late })]
  return bill.open > 0 ? [contradiction('closedWithRemainder', { orders: [state.id], facts })] : []
}

function doubtfulPayment(state: OrderState, payment: PaymentRecord): Contradiction[] {
  const about = { orders: [state.id], facts: [payment.fact] }
  if (payment.disputed) return [contradiction('paymentDisputed', about)]
  const unknown = payment.state === 'unknown' || (payment.state === 'started' && orderClosed(state))
  return unknown ? [contradiction('paymentUnknown', about)] : []
}

function overRefunded(state: OrderState): Contradiction[] {
  const byPayment = Map.groupBy(state.refunds, (refund) => refund.payment)
  return [...byPayment].flatMap(([id, refunds]) => {
    const payment = state.payments.find((one) => one.payment === id)
    const taken = payment?.state === 'confirmed' ? payment.amount : 0
    const back = refunds.reduce((sum, refund) => sum + refund.amount, 0)
    if (back <= taken) return []
    return [contradiction('overRefunded', { orders: [state.id], facts: refunds.map((refund) => refund.fact) })]
  })
}

function refundedTwice(state: OrderState): Contradiction[] {
  return state.refunds.flatMap((refund, index) => {
    const earlier = state.refunds.slice(0, index).filter((other) => refundsOverlap(other, refund))
    if (earlier.length === 0) return []
    const facts = [...earlier.map((other) => other.fact), refund.fact]
    return [contradiction('refundedTwice', { orders: [state.id], facts, lines: refund.units.map((ref) => ref.line) })]
  })
}

function refundsOverlap(a: RefundState, b: RefundState): boolean {
  return unitsOverlap(unitSetOf(a.units), unitSetOf(b.units))
}

/** Two service charges that two people added; both count until one is withdrawn, and the guest is asked before he pays. */
function chargeTwice(state: OrderState): Contradiction[] {
  const standing = state.charges.filter((charge) => !charge.withdrawn)
  return standing.flatMap((charge, index) => {
    const twins = standing.slice(0, index).filter((other) => sameCharge(other, charge))
    if (twins.length === 0) return []
    const facts: FactId[] = [...twins.map((other) => other.fact), charge.fact]
    return [contradiction('chargeTwice', { orders: [state.id], facts })]
  })
}

function sameCharge(a: ChargeState, b: ChargeState): boolean {
  const same = a.share === b.share && jsonEquals(a.names, b.names) && jsonEquals(a.method, b.method)
  return same && a.terminal !== b.terminal
}

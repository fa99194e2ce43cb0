import type { PaymentId } from '../../kernel/index.ts'
import type { PaymentState } from '../fact-bodies.ts'
import type { PaymentRecord } from '../order-state.ts'
import type { Counted } from './counted-facts.ts'
import { stampOf, type OrderDraft, type PaymentDraft } from './order-draft.ts'

export function chargeAdded(draft: OrderDraft, item: Counted<'chargeAdded'>): void {
  const { charge, share, names, method, tax } = item.fact.body
  if (draft.charges.has(charge)) return
  const withdrawn = draft.undone.charges.has(item.fact.id)
  draft.charges.set(charge, { ...stampOf(item), charge, share, names, method, tax, withdrawn })
}

export function discountGiven(draft: OrderDraft, item: Counted<'discountGiven'>): void {
  const { discount, share, method, basis, reason, approver } = item.fact.body
  if (draft.discounts.has(discount)) return
  const withdrawn = draft.undone.discounts.has(item.fact.id)
  const given = { discount, share, method, basis, reason, approver: approver ?? null, withdrawn }
  draft.discounts.set(discount, { ...stampOf(item), ...given })
}

export function rounded(draft: OrderDraft, item: Counted<'rounded'>): void {
  draft.roundings.push({ ...stampOf(item), ...item.fact.body })
}

export function splitEqually(draft: OrderDraft, item: Counted<'splitEqually'>): void {
  draft.splits.push({ ...stampOf(item), ...item.fact.body })
}

export function preBillPrinted(draft: OrderDraft, item: Counted<'preBillPrinted'>): void {
  draft.preBills.push({ ...stampOf(item), ...item.fact.body })
}

/** M6: a payment is one by its id; the same tap told twice is counted once. */
export function paid(draft: OrderDraft, item: Counted<'paid'>): void {
  const { state, drawer, reference, ...body } = item.fact.body
  sayState(draft, body.payment, state)
  if (draft.payments.has(body.payment)) return
  draft.payments.set(body.payment, {
    record: { ...stampOf(item), ...body, drawer: drawer ?? null },
    reference: reference ?? null,
  })
}

export function paymentStateSet(draft: OrderDraft, { fact }: Counted<'paymentStateSet'>): void {
  const { payment, state, reference } = fact.body
  sayState(draft, payment, state)
  if (reference !== undefined) draft.paymentReferences.set(payment, reference)
}

function sayState(draft: OrderDraft, payment: PaymentId, state: PaymentState): void {
  const said = draft.paymentStates.get(payment)
  if (said) said.add(state)
  else draft.paymentStates.set(payment, new Set([state]))
}

/** M7: from the least to the most certain that money was taken. Money said to be taken is never lost by a later "failed". */
const PAYMENT_RANK = ['started', 'unknown', 'failed', 'confirmed'] as const satisfies readonly PaymentState[]

export function finishPayment(draft: OrderDraft, { record, reference }: PaymentDraft): PaymentRecord {
  const said = draft.paymentStates.get(record.payment) ?? new Set<PaymentState>()
  return {
    ...record,
    state: PAYMENT_RANK.findLast((state) => said.has(state)) ?? 'started',
    disputed: said.has('failed') && said.has('confirmed'),
    reference: draft.paymentReferences.get(record.payment) ?? reference,
  }
}

export function refunded(draft: OrderDraft, item: Counted<'refunded'>): void {
  const { drawer, approver, ...body } = item.fact.body
  if (!draft.refunds.has(body.refund)) {
    draft.refunds.set(body.refund, { ...stampOf(item), ...body, drawer: drawer ?? null, approver: approver ?? null })
  }
}

export function closed(draft: OrderDraft, item: Counted<'closed'>): void {
  draft.closes.push({ ...stampOf(item), basis: item.fact.body.basis, undone: draft.undone.closes.has(item.fact.id) })
}

import { err, ok, type DrawerId, type Money, type OrderId, type PaymentId, type PersonId } from '../kernel/index.ts'
import {
  findUnits,
  say,
  voidUnits,
  type CommandContext,
  type Drafts,
  type OrderState,
  type Tender,
  type UnitRef,
} from '../orders/index.ts'

export interface RefundRequest {
  readonly order: OrderId
  readonly payment: PaymentId
  /** Minor units, at least 1, at most what is left of the payment. */
  readonly amount: Money
  readonly reason: string
  readonly approver: PersonId
  /** What is taken back; units not voided yet are voided with it, so that the bill does not ask for them again. */
  readonly units?: readonly UnitRef[]
  /** The payment's own when left out. */
  readonly tender?: Tender
  readonly drawer?: DrawerId
}

type RefundCode =
  | 'order.unknown'
  | 'payment.unknown'
  | 'refund.tooMuch'
  | 'nothing.toDo'
  | 'line.unknown'
  | 'unit.unknown'
  | 'unit.voided'
  | 'approval.needed'

/** M12: gives money back against a confirmed payment. */
export function refundPayment(
  orders: Iterable<OrderState>,
  request: RefundRequest,
  context: CommandContext,
): Drafts<RefundCode> {
  const all = [...orders]
  const state = all.find((one) => one.id === request.order)
  if (!state) return err('order.unknown')
  const payment = state.payments.find((one) => one.payment === request.payment)
  if (payment?.state !== 'confirmed') return err('payment.unknown')
  if (request.amount < 1) return err('nothing.toDo')
  if (request.amount > refundable(state, payment.payment)) return err('refund.tooMuch')
  const voids = voidsWith(all, request, context)
  if (!voids.ok) return voids
  const { order, amount, reason, approver, drawer, units = [], tender = payment.tender } = request
  const refund = say(context, order, 'refunded', {
    refund: context.ids.next('refund'),
    payment: payment.payment,
    share: payment.share,
    tender,
    amount,
    units: units.map((ref) => ({ line: ref.line, units: [...ref.units] })),
    drawer,
    reason,
    approver,
  })
  return refund.ok ? ok([...voids.value, ...refund.value]) : refund
}

/** What is left of a payment after the refunds known here. */
export function refundable(state: OrderState, payment: PaymentId): Money {
  const paid = state.payments.find((one) => one.payment === payment)?.amount ?? 0
  const back = state.refunds.filter((one) => one.payment === payment).reduce((sum, one) => sum + one.amount, 0)
  return Math.max(0, paid - back)
}

function voidsWith(
  orders: readonly OrderState[],
  { units = [], reason, approver }: RefundRequest,
  context: CommandContext,
): Drafts<'line.unknown' | 'unit.unknown' | 'unit.voided' | 'approval.needed'> {
  const found = findUnits(orders, units)
  if (!found.ok) return found
  const standing = found.value.filter(({ state }) => !state.voided)
  if (standing.length === 0) return ok([])
  const refs = standing.map(({ line, state }) => ({ line: line.id, units: [state.unit] }))
  return voidUnits(orders, { units: refs, reason, approver }, context)
}

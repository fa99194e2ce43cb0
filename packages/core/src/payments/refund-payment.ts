import { err, ok, type DrawerId, type Money, type OrderId, type PaymentId, type PersonId } from '../kernel/index.ts'
import {
  billOf,
  findUnits,
  say,
  voidUnits,
  type CommandContext,
  type Drafts,
  type OrderState,
  type Tender,
  type UnitRef,
} from '../orders/index.ts'
import { lowerBill } from './lower-bill.ts'

export interface RefundRequest {
  readonly order: OrderId
  readonly payment: PaymentId
  /** Minor units, at least 1, at most what is left of the payment. */
  readonly amount: Money
  readonly reason: string
  readonly approver: PersonId
  /** What is taken back; units not voided yet are voided with it, so that the bill does not ask for them again. */
  readonly units?: readonly UnitRef[]
  /**
   * Whether the bill falls with the money. Where it does not, the sum is open again: somebody pays it another way. Units that are voided with
   * the refund lower the bill by themselves.
   */
  readonly lowers?: boolean
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
  | 'bill.empty'

/** M12: gives money back against a confirmed payment; what is a credit already lowers nothing more. */
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
  const lowered = lowersWith(all, payment.share, request, context)
  if (!lowered.ok) return lowered
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
  return refund.ok ? ok([...voids.value, ...lowered.value, ...refund.value]) : refund
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

function lowersWith(
  orders: readonly OrderState[],
  share: string,
  { order, amount, reason, approver, lowers = false }: RefundRequest,
  context: CommandContext,
): Drafts<'order.unknown' | 'bill.empty'> {
  const at = { order, share }
  const credit = Math.max(0, -billOf(at, orders).open)
  const by = amount - credit
  return lowers && by > 0 ? lowerBill(orders, { at, by, reason, approver }, context) : ok([])
}

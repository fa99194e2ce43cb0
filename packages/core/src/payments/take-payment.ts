import { err, ok, type DrawerId, type Money, type Result } from '../kernel/index.ts'
import {
  basisOf,
  billOf,
  say,
  type Bill,
  type CommandContext,
  type Drafts,
  type OrderState,
  type PaymentState,
  type Place,
  type Tender,
} from '../orders/index.ts'
import { takeable } from './next-part.ts'

export interface PaymentRequest {
  readonly at: Place
  readonly tender: Tender
  /** What is taken off the bill, without the tip; everything open that is not on its way when left out. */
  readonly amount?: Money
  /** What the guest handed over; exactly amount and tip when left out. Only cash gives change. */
  readonly tendered?: Money
  readonly tip?: Money
  /** A card or wallet that has not answered yet is `started`; confirmed when left out. */
  readonly state?: PaymentState
  readonly drawer?: DrawerId
  readonly reference?: string
}

type PaymentCode =
  | 'order.unknown'
  | 'order.loading'
  | 'price.pending'
  | 'payment.nothingDue'
  | 'payment.pending'
  | 'payment.tooMuch'
  | 'payment.tenderedTooLittle'

/** M2, M6, M7: takes money for one share: in full, in part, in cash with change, and nothing that is on its way. The payment says what it saw. */
export function takePayment(
  orders: Iterable<OrderState>,
  request: PaymentRequest,
  context: CommandContext,
): Drafts<PaymentCode> {
  const all = [...orders]
  const { at, tender, state = 'confirmed', drawer, reference } = request
  const host = all.find((one) => one.id === at.order)
  if (!host) return err('order.unknown')
  if (!host.complete) return err('order.loading')
  const bill = billOf(at, all)
  if (bill.pendingPrices.length > 0) return err('price.pending')
  const sums = settle(bill, request)
  if (!sums.ok) return sums
  const payment = context.ids.next('payment')
  return say(context, at.order, 'paid', {
    payment,
    share: at.share,
    tender,
    state,
    ...sums.value,
    drawer,
    reference,
    basis: basisOf(bill, host),
  })
}

interface Sums {
  readonly amount: Money
  readonly tendered: Money
  readonly change: Money
  readonly tip: Money
}

/** tendered − change − tip = amount, always. */
function settle(
  bill: Bill,
  request: PaymentRequest,
): Result<Sums, Exclude<PaymentCode, 'order.unknown' | 'order.loading' | 'price.pending'>> {
  const left = takeable(bill)
  const { amount = left, tip = 0 } = request
  if (bill.open > 0 && left === 0) return err('payment.pending')
  if (left === 0 || amount <= 0 || tip < 0) return err('payment.nothingDue')
  if (amount > left) return err('payment.tooMuch')
  const { tendered = amount + tip } = request
  const change = tendered - amount - tip
  if (change < 0) return err('payment.tenderedTooLittle')
  if (change > 0 && request.tender !== 'cash') return err('payment.tooMuch')
  return ok({ amount, tendered, change, tip })
}

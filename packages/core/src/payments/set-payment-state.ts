import { err } from '../kernel/index.ts'
import { say, type CommandContext, type Drafts, type FactBody, type OrderState } from '../orders/index.ts'

/** M7: what became of a payment. A confirmed one stays confirmed (`payment.confirmed`): money goes back by a refund. Fails with `payment.unknown`. */
export function setPaymentState(
  state: OrderState,
  request: FactBody<'paymentStateSet'>,
  context: CommandContext,
): Drafts<'payment.unknown' | 'payment.confirmed'> {
  const payment = state.payments.find((one) => one.payment === request.payment)
  if (!payment) return err('payment.unknown')
  if (payment.state === 'confirmed') return err('payment.confirmed')
  return say(context, state.id, 'paymentStateSet', request)
}

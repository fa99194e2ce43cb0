import type { Money } from '@orderez/core/kernel'
import { billOf, type CommandCode, type CommandContext, type Drafts, type OrderState } from '@orderez/core/orders'
import { takePayment, type PaymentRequest } from '@orderez/core/payments'

/** The payment that a tap asks for, or null when what is open is no longer what the person saw: that tap was for another bill. */
export function paymentForTap(
  around: readonly OrderState[],
  request: PaymentRequest,
  seenOpen: Money,
): ((context: CommandContext) => Drafts<CommandCode>) | null {
  if (billOf(request.at, around).open !== seenOpen) return null
  return (context) => takePayment(around, request, context)
}

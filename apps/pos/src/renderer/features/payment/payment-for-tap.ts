import type { DrawerId, Money } from '@orderez/core/kernel'
import { billOf, type CommandCode, type CommandContext, type Drafts, type OrderState } from '@orderez/core/orders'
import { takePayment, type PaymentRequest } from '@orderez/core/payments'

/**
 * The payment that a tap asks for, or null when what is open is no longer what the person saw: that tap was for another bill. Cash names the
 * drawer of this terminal.
 */
export function paymentForTap(
  around: readonly OrderState[],
  request: PaymentRequest,
  seenOpen: Money,
  drawer: DrawerId | null = null,
): ((context: CommandContext) => Drafts<CommandCode>) | null {
  if (billOf(request.at, around).open !== seenOpen) return null
  const kept = request.tender === 'cash' && drawer !== null ? { ...request, drawer } : request
  return (context) => takePayment(around, kept, context)
}

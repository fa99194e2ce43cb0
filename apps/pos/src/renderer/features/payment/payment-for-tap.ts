import type { DrawerId, Money } from '@orderez/core/kernel'
import { billOf, type CommandCode, type CommandContext, type Drafts, type OrderState } from '@orderez/core/orders'
import { takeable, takePayment, type PaymentRequest } from '@orderez/core/payments'

/**
 * The payment that a tap asks for, or null when what can be taken is no longer what the person saw: that tap was for another bill. Cash names the
 * drawer of this terminal.
 */
export function paymentForTap(
  around: readonly OrderState[],
  request: PaymentRequest,
  seen: Money,
  drawer: DrawerId | null = null,
): ((context: CommandContext) => Drafts<CommandCode>) | null {
  if (takeable(billOf(request.at, around)) !== seen) return null
  const kept = request.tender === 'cash' && drawer !== null ? { ...request, drawer } : request
  return (context) => takePayment(around, kept, context)
}

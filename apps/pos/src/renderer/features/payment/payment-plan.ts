import { parseMoney, type Currency, type Money } from '@orderez/core/kernel'
import type { Tender } from '@orderez/core/orders'

export interface PaymentPlan {
  /** What is taken off the bill. */
  readonly amount: Money
  /** What the guest hands over. */
  readonly tendered: Money
  readonly change: Money
}

/**
 * What a typed sum means: nothing typed is exactly what is open; less is a part payment; more is cash with change, and with any other
 * tender a mistake (`payment.tooMuch`).
 */
export function planPayment(
  typed: string,
  open: Money,
  tender: Tender,
  currency: Currency,
): PaymentPlan | 'payment.nothingDue' | 'payment.tooMuch' | 'payment.malformed' {
  if (open <= 0) return 'payment.nothingDue'
  if (typed === '') return { amount: open, tendered: open, change: 0 }
  const parsed = parseMoney(typed, currency)
  if (!parsed.ok || parsed.value <= 0) return 'payment.malformed'
  const tendered = parsed.value
  if (tendered <= open) return { amount: tendered, tendered, change: 0 }
  return tender === 'cash' ? { amount: open, tendered, change: tendered - open } : 'payment.tooMuch'
}

import { parseMoney, type Currency, type Money } from '@orderez/core/kernel'
import type { Tender } from '@orderez/core/orders'

export interface PaymentPlan {
  /** What is taken off the bill, without the tip. */
  readonly amount: Money
  /** What the guest hands over: amount, tip and change. */
  readonly tendered: Money
  readonly change: Money
  readonly tip: Money
}

export interface PaymentWish {
  /** What is to be taken now: everything open, or one part of it. */
  readonly wanted: Money
  /** On top; never counted as paying the bill. */
  readonly tip: Money
  readonly tender: Tender
}

/**
 * What a typed sum means. Nothing typed is exactly what is wanted, and the tip. Typed cash is what was handed over: the tip and then the bill
 * are taken from it, less than enough is a part payment, more gives change. Any other typed sum is what is taken off the bill, the tip comes
 * on top, and more than is wanted is a mistake (`payment.tooMuch`).
 */
export function planPayment(
  typed: string,
  { wanted, tip, tender }: PaymentWish,
  currency: Currency,
): PaymentPlan | 'payment.nothingDue' | 'payment.tooMuch' | 'payment.tenderedTooLittle' | 'payment.malformed' {
  if (wanted <= 0) return 'payment.nothingDue'
  if (typed === '') return { amount: wanted, tendered: wanted + tip, change: 0, tip }
  const parsed = parseMoney(typed, currency)
  if (!parsed.ok || parsed.value <= 0) return 'payment.malformed'
  const sum = parsed.value
  if (tender !== 'cash') {
    return sum > wanted ? 'payment.tooMuch' : { amount: sum, tendered: sum + tip, change: 0, tip }
  }
  if (sum <= tip) return 'payment.tenderedTooLittle'
  const amount = Math.min(wanted, sum - tip)
  return { amount, tendered: sum, change: sum - tip - amount, tip }
}

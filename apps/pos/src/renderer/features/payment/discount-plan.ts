import { parseMoney, type Currency, type Money } from '@orderez/core/kernel'
import type { DiscountRequest } from '@orderez/core/payments'

type DiscountMethod = DiscountRequest['method']

const PPM_OF_PERCENT = 10_000
const MOST_PERCENT = 100

/** What a typed discount means: a percentage of at most two decimals up to 100, or a sum of at most what is due. Null when it is neither. */
export function planDiscount(
  typed: string,
  type: DiscountMethod['type'],
  due: Money,
  currency: Currency,
): DiscountMethod | null {
  if (type === 'percent') {
    const percent = /^\d{1,3}(?:\.\d{1,2})?$/.test(typed) ? Number(typed) : 0
    const ratePpm = Math.round(percent * PPM_OF_PERCENT)
    return percent > 0 && percent <= MOST_PERCENT ? { type, ratePpm } : null
  }
  const amount = parseMoney(typed, currency)
  return amount.ok && amount.value > 0 && amount.value <= due ? { type, amount: amount.value } : null
}

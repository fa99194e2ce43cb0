import { parseMoney, type Currency, type Money } from '@orderez/core/kernel'

/** A typed sum in minor units; 0 where it is none. */
export function sumTyped(typed: string, currency: Currency): Money {
  const parsed = parseMoney(typed, currency)
  return parsed.ok ? Math.max(0, parsed.value) : 0
}

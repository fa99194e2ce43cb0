import type { Currency, Money, Result } from '../kernel/index.ts'
import { parsePrice, type PriceProblem } from './parse-price.ts'

/** What an option adds to a dish's price, as a person types it: "3", "+3", "-2.50", and nothing for 0. */
export function parseDifference(text: string, currency: Currency): Result<Money, PriceProblem> {
  const [, sign = '', amount = ''] = /^\s*([+\-−]?)(.*)$/su.exec(text.normalize('NFKC')) ?? []
  const price = parsePrice(amount === '' && sign === '' ? '0' : amount, currency)
  if (!price.ok || price.value === 0) return price
  return { ok: true, value: sign === '' || sign === '+' ? price.value : -price.value }
}

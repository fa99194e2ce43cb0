import { err, MAX_PRICE, parseMoney, type Currency, type Money, type Result } from '../kernel/index.ts'

export type PriceProblem =
  | 'money.malformed'
  | 'money.tooPrecise'
  | 'money.outOfRange'
  | 'price.empty'
  | 'price.negative'
  | 'price.tooHigh'

/** A dish's price as a person types or pastes it, with or without the currency's sign: "38", "¥38.5", "38元". */
export function parsePrice(text: string, currency: Currency): Result<Money, PriceProblem> {
  const bare = text.normalize('NFKC').replaceAll(/[\s¥$€£元]/gu, '')
  if (bare === '') return err('price.empty')
  const amount = parseMoney(bare, currency)
  if (!amount.ok) return amount
  if (amount.value < 0) return err('price.negative')
  return amount.value > MAX_PRICE ? err('price.tooHigh') : amount
}

/** What a person would type for the amount; `parsePrice` reads it back. */
export function priceText(amount: Money, { exponent }: Currency): string {
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const point = digits.length - exponent
  const sign = amount < 0 ? '-' : ''
  return exponent === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

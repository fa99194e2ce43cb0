import type { Currency } from './currency.ts'
import { MAX_MONEY, type Money } from './money.ts'
import { err, ok, type Result } from './result.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** An amount as people read it, with all digits of its currency and its short sign ("¥12.50"). `locale` is a BCP 47 tag. */
export function formatMoney(amount: Money, currency: Currency, locale: string): string {
  const key = `${locale} ${currency.code} ${currency.exponent}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: currency.code,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: currency.exponent,
      maximumFractionDigits: currency.exponent,
    })
    formats.set(key, format)
  }
  return format.format(amount / 10 ** currency.exponent)
}

/**
 * An amount as a person types it: digits, one point, commas only between thousands, full-width forms too; no sign of the currency.
 * Fails with `money.malformed`, `money.tooPrecise` (more digits than the currency has) or `money.outOfRange`.
 */
export function parseMoney(
  text: string,
  currency: Currency,
): Result<Money, 'money.malformed' | 'money.tooPrecise' | 'money.outOfRange'> {
  const match = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(text.normalize('NFKC').trim())
  if (!match) return err('money.malformed')
  const [, sign, major = '', minor = ''] = match
  const digits = minor.replace(/0+$/, '')
  if (digits.length > currency.exponent) return err('money.tooPrecise')
  const amount = Number(major.replaceAll(',', '') + digits.padEnd(currency.exponent, '0'))
  if (amount > MAX_MONEY) return err('money.outOfRange')
  return ok(sign === '-' ? 0 - amount : amount)
}

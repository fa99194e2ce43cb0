import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CURRENCIES, currencySchema, formatMoney, MAX_MONEY, moneySchema, parseMoney, type Currency } from './index.ts'

const CNY: Currency = { code: 'CNY', exponent: 2 }
const JPY: Currency = { code: 'JPY', exponent: 0 }
const KWD: Currency = { code: 'KWD', exponent: 3 }

describe('formatMoney', () => {
  it.each([
    [123_456, CNY, 'zh-CN', '¥1,234.56'],
    [-5, CNY, 'zh-CN', '-¥0.05'],
    [1_200, JPY, 'en', '¥1,200'],
    [1_500, KWD, 'en', 'KWD 1.500'],
    [MAX_MONEY, CNY, 'en', '¥10,000,000,000.00'],
    [MAX_MONEY - 1, KWD, 'en', 'KWD 999,999,999.999'],
  ])('writes %i as people read it', (amount, currency, locale, text) => {
    expect(formatMoney(amount, currency, locale).replaceAll(/\s/g, ' ')).toBe(text)
  })

  it('has every currency with a true code once', () => {
    expect(CURRENCIES.size).toBeGreaterThan(50)
    const known = new Set(Intl.supportedValuesOf('currency'))
    for (const [code, currency] of CURRENCIES) {
      expect(currencySchema.parse(currency).code).toBe(code)
      expect(known).toContain(code)
    }
  })
})

describe('parseMoney', () => {
  it.each<[string, Currency, number]>([
    ['12', CNY, 1_200],
    ['12.', CNY, 1_200],
    ['12.5', CNY, 1_250],
    ['0.05', CNY, 5],
    [' 1,234,567.89 ', CNY, 123_456_789],
    ['12.50000', CNY, 1_250],
    ['-3', CNY, -300],
    ['-0', CNY, 0],
    ['１２．５', CNY, 1_250],
    ['980', JPY, 980],
    ['1.250', KWD, 1_250],
    ['10000000000', CNY, MAX_MONEY],
  ])('reads %j', (text, currency, value) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, value })
  })

  it.each<[string, Currency, string]>([
    ['', CNY, 'money.malformed'],
    ['.5', CNY, 'money.malformed'],
    ['12,5', CNY, 'money.malformed'],
    ['1,23', CNY, 'money.malformed'],
    ['1e3', CNY, 'money.malformed'],
    ['¥5', CNY, 'money.malformed'],
    ['1 2', CNY, 'money.malformed'],
    ['0x10', CNY, 'money.malformed'],
    ['1.234', CNY, 'money.tooPrecise'],
    ['1.5', JPY, 'money.tooPrecise'],
    ['10000000000.01', CNY, 'money.outOfRange'],
    ['9'.repeat(400), CNY, 'money.outOfRange'],
  ])('refuses %j', (text, currency, code) => {
    expect(parseMoney(text, currency)).toEqual({ ok: false, code })
  })

  it('reads back what a person would type for any amount', () => {
    const currency = fc.constantFrom(CNY, JPY, KWD)
    fc.assert(
      fc.property(fc.integer({ min: -MAX_MONEY, max: MAX_MONEY }), currency, (amount, money) => {
        const digits = String(Math.abs(amount)).padStart(money.exponent + 1, '0')
        const point = digits.length - money.exponent
        const typed = `${amount < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`
        expect(parseMoney(typed, money)).toEqual({ ok: true, value: amount })
      }),
    )
  })
})

describe('moneySchema', () => {
  it.each([0.5, NaN, Infinity, MAX_MONEY + 1, -MAX_MONEY - 1, 2 ** 53, '5', null])('refuses %s', (value) => {
    expect(moneySchema.safeParse(value).success).toBe(false)
  })
})

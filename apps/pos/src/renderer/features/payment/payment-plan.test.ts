import { describe, expect, it } from 'vitest'
import type { Currency } from '@orderez/core/kernel'
import type { Tender } from '@orderez/core/orders'
import { cashSuggestions } from './cash-suggestions.ts'
import { planPayment } from './payment-plan.ts'

const CNY = { code: 'CNY', exponent: 2 } as const
const JPY = { code: 'JPY', exponent: 0 } as const

const plan = (typed: string, wanted: number, tender: Tender, currency: Currency, tip = 0) =>
  planPayment(typed, { wanted, tender, tip }, currency)

describe('payment plan', () => {
  it('takes everything open when nothing is typed', () => {
    expect(plan('', 212_00, 'cash', CNY)).toEqual({ amount: 212_00, tendered: 212_00, change: 0, tip: 0 })
  })
  it('gives change for cash only', () => {
    expect(plan('300', 212_00, 'cash', CNY)).toEqual({ amount: 212_00, tendered: 300_00, change: 88_00, tip: 0 })
    expect(plan('300', 212_00, 'wechat', CNY)).toBe('payment.tooMuch')
  })
  it('takes less as a part payment', () => {
    expect(plan('100.5', 212_00, 'card', CNY)).toEqual({ amount: 100_50, tendered: 100_50, change: 0, tip: 0 })
  })
  it('knows currencies without minor units', () => {
    expect(plan('1000', 980, 'cash', JPY)).toEqual({ amount: 980, tendered: 1000, change: 20, tip: 0 })
    expect(plan('10.5', 980, 'cash', JPY)).toBe('payment.malformed')
  })
  it.each(['.', '0', '1.2.3', '1.234', '99999999999999999999'])('does not take %s', (typed) => {
    expect(plan(typed, 212_00, 'cash', CNY)).toBe('payment.malformed')
  })
  it('takes nothing when nothing is open', () => {
    expect(plan('', 0, 'cash', CNY)).toBe('payment.nothingDue')
    expect(plan('5', -100, 'cash', CNY)).toBe('payment.nothingDue')
  })
})

describe('a tip', () => {
  it('is on top of what is wanted, and never pays the bill', () => {
    expect(plan('', 200_00, 'card', CNY, 20_00)).toEqual({ amount: 200_00, tendered: 220_00, change: 0, tip: 20_00 })
    expect(plan('100', 200_00, 'card', CNY, 20_00)).toEqual({ amount: 100_00, tendered: 120_00, change: 0, tip: 20_00 })
    expect(plan('200.01', 200_00, 'card', CNY, 20_00)).toBe('payment.tooMuch')
  })
  it('comes out of the cash first; what is left pays the bill, and the rest is change', () => {
    expect(plan('300', 200_00, 'cash', CNY, 20_00)).toEqual({
      amount: 200_00,
      tendered: 300_00,
      change: 80_00,
      tip: 20_00,
    })
    expect(plan('210', 200_00, 'cash', CNY, 20_00)).toEqual({ amount: 190_00, tendered: 210_00, change: 0, tip: 20_00 })
    expect(plan('20', 200_00, 'cash', CNY, 20_00)).toBe('payment.tenderedTooLittle')
  })
  it('always adds up', () => {
    for (const tender of ['cash', 'card'] as const) {
      for (const typed of ['', '1', '33.33', '99.99', '150', '1000']) {
        for (const tip of [0, 1, 15_00]) {
          const made = plan(typed, 123_45, tender, CNY, tip)
          if (typeof made === 'string') continue
          expect(made.tendered - made.change - made.tip).toBe(made.amount)
          expect(made.amount).toBeLessThanOrEqual(123_45)
        }
      }
    }
  })
})

describe('cash suggestions', () => {
  it('are round sums above what is due', () => {
    expect(cashSuggestions(212_00, CNY)).toEqual([220_00, 250_00, 300_00])
    expect(cashSuggestions(980, JPY)).toEqual([1000])
    expect(cashSuggestions(100_00, CNY)).toEqual([500_00])
    expect(cashSuggestions(0, CNY)).toEqual([])
  })
})

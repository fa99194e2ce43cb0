import { describe, expect, it } from 'vitest'
import { cashSuggestions } from './cash-suggestions.ts'
import { planPayment } from './payment-plan.ts'

const CNY = { code: 'CNY', exponent: 2 } as const
const JPY = { code: 'JPY', exponent: 0 } as const

describe('payment plan', () => {
  it('takes everything open when nothing is typed', () => {
    expect(planPayment('', 212_00, 'cash', CNY)).toEqual({ amount: 212_00, tendered: 212_00, change: 0 })
  })
  it('gives change for cash only', () => {
    expect(planPayment('300', 212_00, 'cash', CNY)).toEqual({ amount: 212_00, tendered: 300_00, change: 88_00 })
    expect(planPayment('300', 212_00, 'wechat', CNY)).toBe('payment.tooMuch')
  })
  it('takes less as a part payment', () => {
    expect(planPayment('100.5', 212_00, 'card', CNY)).toEqual({ amount: 100_50, tendered: 100_50, change: 0 })
  })
  it('knows currencies without minor units', () => {
    expect(planPayment('1000', 980, 'cash', JPY)).toEqual({ amount: 980, tendered: 1000, change: 20 })
    expect(planPayment('10.5', 980, 'cash', JPY)).toBe('payment.malformed')
  })
  it.each(['.', '0', '1.2.3', '1.234', '99999999999999999999'])('does not take %s', (typed) => {
    expect(planPayment(typed, 212_00, 'cash', CNY)).toBe('payment.malformed')
  })
  it('takes nothing when nothing is open', () => {
    expect(planPayment('', 0, 'cash', CNY)).toBe('payment.nothingDue')
    expect(planPayment('5', -100, 'cash', CNY)).toBe('payment.nothingDue')
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

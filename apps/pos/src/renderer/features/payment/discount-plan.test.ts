import { describe, expect, it } from 'vitest'
import { planDiscount } from './discount-plan.ts'

const CNY = { code: 'CNY', exponent: 2 } as const

describe('a typed discount', () => {
  it('is a percentage of up to two decimals', () => {
    expect(planDiscount('10', 'percent', 0, CNY)).toEqual({ type: 'percent', ratePpm: 100_000 })
    expect(planDiscount('12.55', 'percent', 0, CNY)).toEqual({ type: 'percent', ratePpm: 125_500 })
    expect(planDiscount('100', 'percent', 0, CNY)).toEqual({ type: 'percent', ratePpm: 1_000_000 })
  })
  it.each(['', '0', '0.00', '101', '1.255', '.', '1.'])('is no percentage when it is %s', (typed) => {
    expect(planDiscount(typed, 'percent', 100_00, CNY)).toBeNull()
  })
  it('is a sum of at most what is due', () => {
    expect(planDiscount('5.5', 'amount', 10_00, CNY)).toEqual({ type: 'amount', amount: 5_50 })
    expect(planDiscount('10', 'amount', 10_00, CNY)).toEqual({ type: 'amount', amount: 10_00 })
    expect(planDiscount('10.01', 'amount', 10_00, CNY)).toBeNull()
    expect(planDiscount('0', 'amount', 10_00, CNY)).toBeNull()
    expect(planDiscount('1.234', 'amount', 10_00, CNY)).toBeNull()
  })
})

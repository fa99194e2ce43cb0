import { describe, expect, it } from 'vitest'
import { idSchema, MAX_MONEY, MAX_PRICE, MAX_QUANTITY } from '../kernel/index.ts'
import { lineAmount, linePriceSchema, lineTaxSchema, unitPriceOf, type LinePrice } from './index.ts'

const option = (n: number) => idSchema('option').parse(`opt_01a2073d-0b01-7211-8477-00000000000${n}`)

describe('line price', () => {
  it('adds options to each unit', () => {
    const price: LinePrice = {
      base: 3_800,
      options: [
        { option: option(1), amount: 500 },
        { option: option(2), amount: -200 },
      ],
    }
    expect(unitPriceOf(price)).toBe(4_100)
    expect(lineAmount(price, 3_000)).toBe(12_300)
  })

  it('takes an option per line once, whatever was weighed', () => {
    const fish: LinePrice = { base: 6_800, options: [{ option: option(1), amount: 2_000, per: 'line' }] }
    expect(unitPriceOf(fish)).toBe(6_800)
    expect(lineAmount(fish, 1_255)).toBe(8_534 + 2_000)
  })

  it('stays exact at the largest values that a schema lets through', () => {
    const options = Array.from({ length: 40 }, () => ({ option: option(1), amount: MAX_PRICE }))
    const price = linePriceSchema.parse({ base: MAX_PRICE, options })
    expect(lineAmount(price, MAX_QUANTITY)).toBe(MAX_MONEY)
    const credit = linePriceSchema.parse({ base: -MAX_PRICE, options: [] })
    expect(lineAmount(credit, MAX_QUANTITY)).toBe(-MAX_MONEY)
  })

  it.each([
    { base: 1.5, options: [] },
    { base: MAX_PRICE + 1, options: [] },
    { base: 1, options: [{ option: 'egg', amount: 1 }] },
    { base: 1, options: [], pending: false },
    { base: 1, options: [], tip: 1 },
    { base: 1 },
  ])('refuses %j', (value) => {
    expect(linePriceSchema.safeParse(value).success).toBe(false)
  })
})

describe('line tax', () => {
  it('is a rate from nothing to all', () => {
    expect(lineTaxSchema.safeParse({ ratePpm: 60_000, inclusive: true }).success).toBe(true)
    expect(lineTaxSchema.safeParse({ ratePpm: 1_000_001, inclusive: true }).success).toBe(false)
    expect(lineTaxSchema.safeParse({ ratePpm: -1, inclusive: true }).success).toBe(false)
  })
})

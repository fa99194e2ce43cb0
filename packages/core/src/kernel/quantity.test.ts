import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MAX_PIECES,
  MAX_PRICE,
  MAX_QUANTITY,
  priceOf,
  quantityFits,
  quantitySchema,
  share,
  unitCount,
  UNITS,
} from './index.ts'

describe('quantities', () => {
  it('of pieces are whole and have a name for each', () => {
    expect(quantityFits(3_000, 'piece')).toBe(true)
    expect(quantityFits(1_500, 'piece')).toBe(false)
    expect(quantityFits(MAX_PIECES * 1_000, 'piece')).toBe(true)
    expect(quantityFits(MAX_PIECES * 1_000 + 1_000, 'piece')).toBe(false)
    expect(unitCount(3_000, 'piece')).toBe(3)
    expect(unitCount(2_500, 'piece')).toBe(3)
  })

  it.each(UNITS.filter((unit) => unit !== 'piece'))('in %s are one nameable unit, however much', (unit) => {
    expect(quantityFits(1_234, unit)).toBe(true)
    expect(unitCount(1_234, unit)).toBe(1)
    expect(unitCount(MAX_QUANTITY, unit)).toBe(1)
  })

  it.each([0, -1, 0.5, MAX_QUANTITY + 1, NaN, '1'])('are never %s', (value) => {
    expect(quantitySchema.safeParse(value).success).toBe(false)
  })

  it('cost their share of the price of a whole unit', () => {
    expect(priceOf(6_800, 1_250)).toBe(8_500)
    expect(priceOf(333, 1_500)).toBe(500)
    expect(priceOf(-333, 1_500)).toBe(-500)
    expect(priceOf(MAX_PRICE, MAX_QUANTITY)).toBe(100_000_000_000_000)
  })

  it('of whole pieces cost exactly their number, so that any pieces taken away leave the rest to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: MAX_PIECES }), (price, pieces) => {
        expect(priceOf(price, pieces * 1_000)).toBe(price * pieces)
        expect(share(priceOf(price, pieces * 1_000), pieces)).toEqual(Array.from({ length: pieces }, () => price))
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { allocate, InvariantError, MAX_MONEY, PARTS_PER_MILLION, portion, share, taxOf } from './index.ts'

describe('portion', () => {
  it.each([
    [5, 1, 2, 3],
    [-5, 1, 2, -3],
    [1, 1, 3, 0],
    [2, 1, 3, 1],
    [-1, 1, 3, 0],
    [1_050, 50_000, PARTS_PER_MILLION, 53],
    [MAX_MONEY, 999_999, PARTS_PER_MILLION, 999_999_000_000],
    [-MAX_MONEY, 1_234_567, PARTS_PER_MILLION, -1_234_567_000_000],
    [3_333_333_333_335, 300_000, PARTS_PER_MILLION, 1_000_000_000_001],
    [0, 7, 9, 0],
    [100, -1, 8, -13],
  ])('of %i × %i ÷ %i is %i', (amount, numerator, denominator, expected) => {
    expect(portion(amount, numerator, denominator)).toBe(expected)
  })

  it('never gives minus zero', () => {
    expect(portion(-1, 1, 10)).toBe(0)
    expect(portion(-1, 0, 10)).toBe(0)
    expect(allocate(-1, [1, 2])).toEqual([0, -1])
    expect(allocate(0, [1])).toEqual([0])
  })

  it('is for integers and a positive denominator', () => {
    expect(() => portion(1.5, 1, 2)).toThrow(InvariantError)
    expect(() => portion(1, 1, 0)).toThrow(InvariantError)
    expect(() => portion(1, NaN, 2)).toThrow(InvariantError)
    expect(() => portion(MAX_MONEY, Number.MAX_SAFE_INTEGER, 1)).toThrow(InvariantError)
  })
})

describe('allocate', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [3, 3, 4], [3, 3, 4]],
    [1, [1, 1], [1, 0]],
    [7, [0, 2, 1], [0, 5, 2]],
    [5, [0, 0], [3, 2]],
    [0, [], []],
    [MAX_MONEY, [MAX_MONEY, MAX_MONEY, 1], [500_000_000_000, 500_000_000_000, 0]],
  ])('of %i by %j is %j', (total, weights, expected) => {
    expect(allocate(total, weights)).toEqual(expected)
  })

  it('refuses what cannot be shared', () => {
    expect(() => allocate(1, [])).toThrow(InvariantError)
    expect(() => allocate(1, [-1, 2])).toThrow(InvariantError)
    expect(() => allocate(1, [0.5])).toThrow(InvariantError)
    expect(() => share(1, 0)).toThrow(InvariantError)
    expect(() => share(1, 1.5)).toThrow(InvariantError)
  })
})

describe('taxOf', () => {
  it.each([
    [10_600, 60_000, true, { net: 10_000, tax: 600, gross: 10_600 }],
    [10_000, 60_000, false, { net: 10_000, tax: 600, gross: 10_600 }],
    [999, 190_000, true, { net: 839, tax: 160, gross: 999 }],
    [-999, 190_000, true, { net: -839, tax: -160, gross: -999 }],
    [500, 0, true, { net: 500, tax: 0, gross: 500 }],
    [500, PARTS_PER_MILLION, true, { net: 250, tax: 250, gross: 500 }],
  ])('of %i at %i ppm, inclusive: %j', (amount, ratePpm, inclusive, expected) => {
    expect(taxOf(amount, ratePpm, inclusive)).toEqual(expected)
  })
})

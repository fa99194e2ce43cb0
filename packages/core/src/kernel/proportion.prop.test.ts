import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, MAX_MONEY, PARTS_PER_MILLION, portion, share, taxOf } from './index.ts'

const amount = fc.oneof(fc.integer({ min: -MAX_MONEY, max: MAX_MONEY }), fc.integer({ min: -2_000, max: 2_000 }))
const weight = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: MAX_MONEY }))
const weights = fc.array(weight, { minLength: 1, maxLength: 40 })
const rate = fc.integer({ min: 0, max: PARTS_PER_MILLION })

/** The same by rational arithmetic: the integer nearest to a × n ÷ d, away from zero at a half. */
function nearest(a: number, n: number, d: number): number {
  const [twice, over] = [2n * BigInt(a) * BigInt(n), BigInt(d)]
  const size = twice < 0n ? -twice : twice
  const rounded = (size + over) / (2n * over)
  return Number(twice < 0n ? -rounded : rounded) + 0
}

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)

describe('portion', () => {
  it('is the nearest integer, half away from zero', () => {
    fc.assert(
      fc.property(amount, rate, fc.integer({ min: 1, max: 2 * PARTS_PER_MILLION }), (a, n, d) => {
        fc.pre(Math.abs(a) / d < Number.MAX_SAFE_INTEGER / PARTS_PER_MILLION)
        expect(portion(a, n, d)).toBe(nearest(a, n, d))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('allocate', () => {
  it('shares exactly, each part within one unit of its due, and mirrors negative totals', () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const parts = allocate(total, list)
        expect(sum(parts)).toBe(total)
        expect(allocate(-total, list)).toEqual(parts.map((part) => 0 - part))
        const whole = list.reduce((a, b) => a + BigInt(b), 0n)
        const due = list.map((w) => (whole === 0n ? BigInt(total) : BigInt(total) * BigInt(w)))
        const over = whole === 0n ? BigInt(list.length) : whole
        const off = parts.map((part, index) => BigInt(part) * over - (due[index] ?? 0n))
        expect(off.every((difference) => difference < over && difference > -over)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('gives nothing to who weighs nothing, and never less for more weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), weights, (total, list) => {
        fc.pre(sum(list) > 0)
        const byWeight = allocate(total, list)
          .map((part, index) => ({ part, weight: list[index] ?? 0 }))
          .sort((a, b) => a.weight - b.weight || a.part - b.part)
        expect(byWeight.filter((entry) => entry.weight === 0 && entry.part !== 0)).toEqual([])
        expect(byWeight.map((entry) => entry.part)).toEqual(
          byWeight.map((entry) => entry.part).toSorted((a, b) => a - b),
        )
      }),
    )
  })

  it('in equal shares differs by at most one unit', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 50 }), (total, ways) => {
        const parts = share(total, ways)
        expect(parts).toHaveLength(ways)
        expect(sum(parts)).toBe(total)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('taxOf', () => {
  it('always adds up, and taking tax out of the gross it made gives the net back within a unit', () => {
    fc.assert(
      fc.property(amount, rate, fc.boolean(), (a, ratePpm, inclusive) => {
        const { net, tax, gross } = taxOf(a, ratePpm, inclusive)
        expect(net + tax).toBe(gross)
        expect(inclusive ? gross : net).toBe(a)
        expect(tax * a).toBeGreaterThanOrEqual(0)
        const back = taxOf(gross, ratePpm, true)
        expect(Math.abs(back.net - net)).toBeLessThanOrEqual(inclusive ? 0 : 1)
      }),
    )
  })
})

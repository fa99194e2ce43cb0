import { expect, it } from 'vitest'
import { plannedSends, quantile } from './night-plan.ts'

it('sends 180 rounds an hour, with bursts of ten in ten seconds', () => {
  const sends = plannedSends(60)
  expect(sends).toEqual(sends.toSorted((a, b) => a - b))
  expect(sends).toHaveLength(180 + 30 * 10)
  const densest = Math.max(...sends.map((from) => sends.filter((at) => at >= from && at < from + 10_000).length))
  expect(densest).toBeGreaterThanOrEqual(10)
  expect(sends.every((at) => at < 60 * 60_000)).toBe(true)
})

it('names the value below which so much lies', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([quantile(values, 0.5), quantile(values, 0.99), quantile([7], 0.99)]).toEqual([51, 100, 7])
  expect(quantile([], 0.5)).toBeNaN()
})

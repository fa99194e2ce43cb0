import { describe, expect, it } from 'vitest'
import type { BusinessDay } from '../kernel/index.ts'
import { foldOrder, type OrderState } from '../orders/index.ts'
import { createHistory } from '../testing/order-histories.ts'
import { mergeReports } from './merge-reports.ts'
import { changeOf, daysBefore, daysFromTo, periodOf, periodReportSchema } from './period.ts'
import { reportOf } from './report-of.ts'
import type { Report, ReportRule } from './report.ts'

const rule: ReportRule = { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00', categoryOf: (dish) => dish.slice(-1) }
const day = (text: string) => text as BusinessDay

function statesOf(seed: number): readonly OrderState[] {
  return createHistory({ seed, steps: 120 })
    .heal()
    .map((document) => foldOrder(document, null))
}

/** Rows of equal amounts may stand in either order; a discount over two bills counts in both parts. */
function comparable(report: Report | null): unknown {
  return JSON.parse(JSON.stringify(report), (key, value: unknown) => {
    if (key === 'discounts') return (value as Report['discounts']).amount
    return Array.isArray(value) ? value.map((row) => JSON.stringify(row)).toSorted((a, b) => (a < b ? -1 : 1)) : value
  })
}

describe('mergeReports', () => {
  it('comes to what one report of all the orders comes to, in whatever parts they are taken', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const states = statesOf(seed)
      const half = Math.floor(states.length / 2)
      const parts = [states.slice(0, half), states.slice(half)].map((some) => reportOf(some, rule, states))
      expect(comparable(mergeReports(parts)), `seed ${seed}`).toEqual(comparable(reportOf(states, rule)))
    }
  })

  it('is nothing without a report', () => {
    expect(mergeReports([])).toBeNull()
  })
})

describe('periods', () => {
  it('run over months and leap days, and the period before is as long', () => {
    expect(daysFromTo(day('2028-02-28'), day('2028-03-01'))).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
    expect(daysFromTo(day('2028-03-02'), day('2028-03-01'))).toEqual([])
    expect(daysBefore(day('2027-01-02'), 3)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01'])
    expect(daysBefore(day('2027-01-02'), 0)).toEqual([])
  })

  it('carry each day and the days before through the schema that terminals read', () => {
    const [first, second, earlier] = [3, 4, 5].map((seed) => reportOf(statesOf(seed), rule))
    if (!first || !second || !earlier) throw new Error('no reports')
    const days = [
      [day('2026-11-01'), first],
      [day('2026-11-02'), second],
    ] as const
    const period = periodOf(days, [earlier])
    expect(periodReportSchema.parse(JSON.parse(JSON.stringify(period)))).toEqual(period)
    expect(period).toMatchObject({ from: '2026-11-01', to: '2026-11-02' })
    expect(period?.days.map(({ takings }) => takings)).toEqual([first.takings, second.takings])
    expect(period?.report.takings).toBe(first.takings + second.takings)
    expect(period?.before?.takings).toBe(earlier.takings)
  })

  it('say nothing of a time when nobody came', () => {
    const nobody = reportOf([], rule)
    expect(periodOf([[day('2026-11-01'), nobody]], [nobody])?.before).toBeNull()
    expect(periodOf([], [])).toBeNull()
    const somebody = reportOf(statesOf(3), rule)
    const week = daysFromTo(day('2026-11-01'), day('2026-11-04')).map((each) => [each, somebody] as const)
    expect(periodOf(week, [nobody, nobody, nobody, somebody])?.before).toBeNull()
    expect(periodOf(week, [nobody, nobody, somebody, somebody])?.before?.orders).toBe(2 * somebody.orders)
  })
})

it('changeOf is a part of what was before, and none of nothing', () => {
  expect([changeOf(150, 100), changeOf(50, 100), changeOf(0, 100)]).toEqual([0.5, -0.5, -1])
  expect([changeOf(1, 0), changeOf(null, 5), changeOf(5, null), changeOf(5, undefined)]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

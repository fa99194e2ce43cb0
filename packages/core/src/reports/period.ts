import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as z from 'zod'
import { businessDaySchema, moneySchema, type BusinessDay, type Money } from '../kernel/index.ts'
import { mergeReports } from './merge-reports.ts'
import { reportSchema } from './report-schema.ts'
import type { Report } from './report.ts'

const count = z.int().min(0)

/** The figures that periods are compared by. */
const periodFiguresSchema = z.strictObject({
  takings: moneySchema,
  billed: moneySchema,
  orders: count,
  guests: count,
  perGuest: moneySchema.nullable(),
  discounts: moneySchema,
  voids: moneySchema,
})
export type PeriodFigures = z.infer<typeof periodFiguresSchema>

const dayFiguresSchema = z.strictObject({ day: businessDaySchema, ...periodFiguresSchema.shape })
export type DayFigures = z.infer<typeof dayFiguresSchema>

/** What some business days came to, each of them (the earliest first), and the same number of days before; null where it was open on less than half as many. */
export const periodReportSchema = z.strictObject({
  from: businessDaySchema,
  to: businessDaySchema,
  report: reportSchema,
  days: z.array(dayFiguresSchema),
  before: periodFiguresSchema.nullable(),
})
export type PeriodReport = z.infer<typeof periodReportSchema>

export function figuresOf(report: Report): PeriodFigures {
  const { takings, billed, orders, guests, perGuest, discounts, voids } = report
  return { takings, billed, orders, guests, perGuest, discounts: discounts.amount, voids: voids.amount }
}

/** The days from the first to the last, both among them. Empty where the last is before the first. */
export function daysFromTo(from: BusinessDay, to: BusinessDay): readonly BusinessDay[] {
  const days: BusinessDay[] = []
  for (let date = dateOf(from); textOf(date) <= to; date = PlainDate.addDays(date, 1)) days.push(textOf(date))
  return days
}

/** As many days directly before `first`, the earliest first. */
export function daysBefore(first: BusinessDay, length: number): readonly BusinessDay[] {
  if (length === 0) return []
  const date = dateOf(first)
  return daysFromTo(textOf(PlainDate.addDays(date, -length)), textOf(PlainDate.addDays(date, -1)))
}

/** Days with their reports, the earliest first, and those of the days before, as one. Null without a day. */
export function periodOf(
  days: readonly (readonly [BusinessDay, Report])[],
  earlier: readonly Report[],
): PeriodReport | null {
  const report = mergeReports(days.map(([, each]) => each))
  const [from, to] = [days[0]?.[0], days.at(-1)?.[0]]
  if (!report || !from || !to) return null
  const before = isComparable(days, earlier) ? mergeReports(earlier) : null
  return {
    from,
    to,
    report,
    days: days.map(([day, each]) => ({ day, ...figuresOf(each) })),
    before: before && figuresOf(before),
  }
}

/** A restaurant that was mostly closed before, or not there yet, has nothing to compare with. */
function isComparable(days: readonly (readonly [BusinessDay, Report])[], earlier: readonly Report[]): boolean {
  const open = (reports: readonly Report[]) => reports.filter(({ orders }) => orders > 0).length
  return open(earlier) > 0 && open(earlier) * 2 >= open(days.map(([, report]) => report))
}

/** How much more or less, as a part of what was before; null where there is nothing to compare with. */
export function changeOf(now: Money | null, before: Money | null | undefined): number | null {
  return now === null || before === null || before === undefined || before === 0
    ? null
    : (now - before) / Math.abs(before)
}

function dateOf(day: BusinessDay): PlainDate.Record {
  return PlainDate.create(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

function textOf(date: PlainDate.Record): BusinessDay {
  return PlainDate.toString(date) as BusinessDay
}

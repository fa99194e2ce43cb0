import type { Money, Names } from '../kernel/index.ts'
import { tenderSchema, type Line } from '../orders/index.ts'
import type { HourRow, Report, TakenBack, TallyOf, TenderRow, WaiterRow } from './report.ts'
import { Tallies } from './tally.ts'

type Sum = { readonly [K in keyof Report]: Report[K] extends Money ? K : never }[keyof Report]

/**
 * Several reports as one, of days for instance. Every figure is a sum, so it comes to what one report of all the orders comes to; only a discount
 * whose units stand on bills of two reports counts in both. The averages are made anew. Null without a report.
 */
export function mergeReports(reports: readonly Report[]): Report | null {
  const [first] = reports
  if (!first) return null
  const sum = (of: Sum): Money => total(reports, (report) => report[of])
  const [billed, orders, guests] = [sum('billed'), sum('orders'), sum('guests')]
  return {
    takings: sum('takings'),
    paid: sum('paid'),
    refunded: sum('refunded'),
    tips: sum('tips'),
    subtotal: sum('subtotal'),
    charges: sum('charges'),
    taxAdded: sum('taxAdded'),
    rounding: sum('rounding'),
    billed,
    orders,
    guests,
    perOrder: averageOf(billed, orders),
    perGuest: averageOf(billed, guests),
    byTender: mergeTenders(reports.flatMap((report) => report.byTender)),
    byHour: mergeHours(reports.map((report) => report.byHour)),
    byWaiter: mergeWaiters(reports.flatMap((report) => report.byWaiter)),
    discounts: {
      count: total(reports, ({ discounts }) => discounts.count),
      amount: total(reports, ({ discounts }) => discounts.amount),
      byReason: mergeTallies(reports.flatMap(({ discounts }) => discounts.byReason)),
    },
    voids: mergeTakenBack(reports.map(({ voids }) => voids)),
    comps: mergeTakenBack(reports.map(({ comps }) => comps)),
    byDish: mergeDishes(reports),
    byCategory: mergeTallies(reports.flatMap((report) => report.byCategory)),
    unreadable: reports.flatMap((report) => report.unreadable),
  }
}

/** Null among nobody. */
export function averageOf(amount: Money, among: number): Money | null {
  return among === 0 ? null : Math.round(amount / among)
}

function total<T>(some: readonly T[], of: (one: T) => number): number {
  return some.reduce((sum, one) => sum + of(one), 0)
}

function mergeTallies<K>(rows: readonly TallyOf<K>[]): readonly TallyOf<K>[] {
  const tallies = new Tallies<K>()
  for (const { of, count, amount } of rows) tallies.add(of, count, amount)
  return tallies.rows()
}

function mergeTakenBack(some: readonly TakenBack[]): TakenBack {
  return {
    count: total(some, ({ count }) => count),
    amount: total(some, ({ amount }) => amount),
    byReason: mergeTallies(some.flatMap(({ byReason }) => byReason)),
    byPerson: mergeTallies(some.flatMap(({ byPerson }) => byPerson)),
  }
}

/** A dish is called as it was last. */
function mergeDishes(reports: readonly Report[]): Report['byDish'] {
  const rows = reports.flatMap((report) => report.byDish)
  const names = new Map<Line['dish'], Names>(rows.map((row) => [row.of, row.names]))
  return mergeTallies(rows).map((row) => ({ ...row, names: names.get(row.of) ?? { zh: row.of, en: row.of } }))
}

function mergeTenders(rows: readonly TenderRow[]): readonly TenderRow[] {
  return tenderSchema.options.flatMap((tender) => {
    const some = rows.filter((row) => row.tender === tender)
    if (some.length === 0) return []
    const [paid, refunded] = [total(some, (row) => row.paid), total(some, (row) => row.refunded)]
    return [{ tender, payments: total(some, (row) => row.payments), paid, refunded, takings: paid - refunded }]
  })
}

function mergeHours(days: readonly (readonly HourRow[])[]): readonly HourRow[] {
  const rows = days.flat()
  return (days[0] ?? []).map(({ hour }) => {
    const some = rows.filter((row) => row.hour === hour)
    return { hour, takings: total(some, (row) => row.takings), orders: total(some, (row) => row.orders) }
  })
}

function mergeWaiters(rows: readonly WaiterRow[]): readonly WaiterRow[] {
  return [...Map.groupBy(rows, (row) => row.person)]
    .map(([person, some]) => ({
      person,
      orders: total(some, (row) => row.orders),
      guests: total(some, (row) => row.guests),
      billed: total(some, (row) => row.billed),
      takings: total(some, (row) => row.takings),
    }))
    .sort((a, b) => b.takings - a.takings || b.billed - a.billed)
}

import type { Authority } from '@orderez/core/authority'
import { invariant, type BusinessDay } from '@orderez/core/kernel'
import { foldOrder, type OrderState } from '@orderez/core/orders'
import {
  daysBefore,
  periodOf,
  reachesOut,
  reportOf,
  type PeriodReport,
  type Report,
  type ReportRule,
} from '@orderez/core/reports'

/**
 * What these days came to, and as many before them. A day at a time: what is read of it is let go again, and between two pages of orders the
 * restaurant is answered.
 */
export async function readPeriod(
  authority: Pick<Authority, 'orders'>,
  days: readonly BusinessDay[],
  rule: ReportRule,
): Promise<PeriodReport> {
  const [first] = days
  invariant(first, 'a period without a day')
  const earlier = daysBefore(first, days.length)
  const reports = await readDays(authority, [...earlier, ...days], rule)
  const period = periodOf(
    days.flatMap((day) => {
      const report = reports.get(day)
      return report ? [[day, report] as const] : []
    }),
    earlier.flatMap((day) => reports.get(day) ?? []),
  )
  invariant(period, 'a period without a day')
  return period
}

async function readDays(
  authority: Pick<Authority, 'orders'>,
  days: readonly BusinessDay[],
  rule: ReportRule,
): Promise<ReadonlyMap<BusinessDay, Report>> {
  const reports = new Map<BusinessDay, Report>()
  let before: readonly OrderState[] = []
  let [states, after]: [readonly OrderState[], readonly OrderState[]] = [[], await readDay(authority, days[0])]
  for (const [index, day] of days.entries()) {
    ;[before, states, after] = [states, after, await readDay(authority, days[index + 1])]
    // Guests who stay past the end of a day may sit at a bill of the next.
    reports.set(day, reportOf(states, rule, [...before, ...after].filter(reachesOut)))
  }
  return reports
}

async function readDay(
  authority: Pick<Authority, 'orders'>,
  day: BusinessDay | undefined,
): Promise<readonly OrderState[]> {
  if (day === undefined) return []
  const states: OrderState[] = []
  for await (const page of authority.orders({ from: day, to: day })) {
    states.push(...page.map((document) => foldOrder(document, null)))
  }
  return states
}

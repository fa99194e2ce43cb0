import { businessDayBounds, businessDayOf, type BusinessDay, type DayRule, type EpochMs } from '../kernel/index.ts'

/** The business day of `now` and those before it, `count` in all, the latest first. */
export function lastDays(now: EpochMs, count: number, rule: DayRule): readonly BusinessDay[] {
  const days: BusinessDay[] = []
  for (let at = now; days.length < count;) {
    const day = businessDayOf(at, rule)
    days.push(day)
    at = businessDayBounds(day, rule).from - 1
  }
  return days
}

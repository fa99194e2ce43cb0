import { businessDayBounds, businessDayOf, type BusinessDay, type DayRule, type EpochMs } from '@orderez/core/kernel'

/** The business days whose paid orders may still have to be cooked: this one, and the one before across the turn of the day. */
export function kitchenDays(
  now: EpochMs,
  rule: DayRule,
): { readonly today: BusinessDay; readonly before: BusinessDay } {
  const today = businessDayOf(now, rule)
  return { today, before: businessDayOf(businessDayBounds(today, rule).from - 1, rule) }
}

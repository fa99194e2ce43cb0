import { businessDayBounds, businessDayOf, unitCount, type BusinessDay, type DayRule } from '@orderez/core/kernel'
import type { Dish } from '@orderez/core/menu'
import type { OrderState } from '@orderez/core/orders'

/** Sold out now: a dish that comes back by itself is there again once its time has passed. */
export function isSoldOut(dish: Pick<Dish, 'soldOut' | 'soldOutUntil'>, now: number): boolean {
  if (dish.soldOut !== true) return false
  return dish.soldOutUntil === null || dish.soldOutUntil === undefined || dish.soldOutUntil > now
}

/** Orders of longer ago are not on every terminal. */
const MOST_DAYS = 14

/** The business days since the first of the countdowns began, today first: what was closed since then was taken too. None without a countdown. */
export function countedDays(
  dishes: Iterable<Pick<Dish, 'countdown'>>,
  now: number,
  rule: DayRule,
): readonly BusinessDay[] {
  let since = Infinity
  for (const { countdown } of dishes) if (countdown) since = Math.min(since, countdown.since)
  const days: BusinessDay[] = []
  for (let at = now; days.length < MOST_DAYS && since <= at;) {
    const day = businessDayOf(at, rule)
    days.push(day)
    at = businessDayBounds(day, rule).from - 1
  }
  return days
}

/** Units left of each dish that counts down: those it began with less what was sent since and not voided; never below none. */
export function unitsLeft(
  dishes: Iterable<Pick<Dish, 'id' | 'countdown'>>,
  orders: Iterable<OrderState>,
): ReadonlyMap<Dish['id'], number> {
  const counting = new Map<Dish['id'], NonNullable<Dish['countdown']>>()
  for (const { id, countdown } of dishes) if (countdown) counting.set(id, countdown)
  const left = new Map([...counting].map(([id, { units }]) => [id, units]))
  if (left.size === 0) return left
  for (const { lines } of orders)
    for (const { content, sent, units, unitQuantity } of lines.values()) {
      const since = counting.get(content.dish)?.since
      if (since === undefined || sent.at.ms < since) continue
      const standing = units.filter((unit) => !unit.voided).length
      const taken = standing * unitCount(unitQuantity, content.unit)
      left.set(content.dish, Math.max(0, (left.get(content.dish) ?? 0) - taken))
    }
  return left
}

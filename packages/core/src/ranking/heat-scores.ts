import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import type { BusinessDay, DishId } from '../kernel/index.ts'
import type { Heat } from './heat.ts'

const DAYS = 30
const POINTS = { sales: 5, favourites: 3, views: 1 } as const

/**
 * The heat of each dish on a business day: 5 points a unit sold, 3 a favourite, 1 a view, times the days left of the thirty that count
 * (today 30, yesterday 29 … none). Whole numbers only, so that the same counters give the same order on every terminal.
 */
export function heatScores(heats: Iterable<Heat>, today: BusinessDay): ReadonlyMap<DishId, number> {
  const scores = new Map<DishId, number>()
  for (const { day, dishes, deleted } of heats) {
    const weight = DAYS - daysBetween(day, today)
    if (deleted || weight <= 0) continue
    for (const [dish, counts] of Object.entries(dishes)) {
      const points = counts.sales * POINTS.sales + counts.favourites * POINTS.favourites + counts.views * POINTS.views
      scores.set(dish as DishId, (scores.get(dish as DishId) ?? 0) + points * Math.min(weight, DAYS))
    }
  }
  return scores
}

/** Days from one business day to another; a terminal with a clock ahead counts as today. */
function daysBetween(day: BusinessDay, today: BusinessDay): number {
  return Math.max(0, PlainDate.diffDays(dateOf(day), dateOf(today)))
}

function dateOf(day: BusinessDay): PlainDate.Record {
  return PlainDate.create(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

export type HeatCounts = ReadonlyMap<
  DishId,
  { readonly sales: number; readonly views: number; readonly favourites: number }
>

/** One terminal's document of the day with what it counted since. `known` is null for the first count of a day. */
export function addHeat(known: Heat | null, empty: Heat, counted: HeatCounts): Heat {
  const before = known ?? empty
  const dishes = { ...before.dishes }
  for (const [dish, { sales, views, favourites }] of counted) {
    const old = dishes[dish] ?? { sales: 0, views: 0, favourites: 0 }
    dishes[dish] = {
      sales: old.sales + sales,
      views: old.views + views,
      favourites: old.favourites + favourites,
    }
  }
  return { ...before, dishes }
}

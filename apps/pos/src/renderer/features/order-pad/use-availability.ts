import { useMemo } from 'react'
import type { Dish } from '@orderez/core/menu'
import { useLive, useTerminal, type Menu } from '../../data/index.ts'
import { useNow } from '../../ui/use-now.ts'
import { isSoldOut, unitsLeft } from './availability.ts'

export interface Availability {
  /** Units left of a dish that counts down; null of one that does not. */
  readonly leftOf: (dish: Dish) => number | null
  readonly isGone: (dish: Dish) => boolean
}

/** What the menu still has, by its own marks and by what the open orders took. */
export function useAvailability(menu: Menu): Availability {
  const { queries, now } = useTerminal()
  const orders = useLive(queries.openOrders)
  useNow()
  const left = useMemo(() => unitsLeft(menu.dishes.values(), orders ?? []), [menu, orders])
  return {
    leftOf: (dish) => left.get(dish.id) ?? null,
    isGone: (dish) => isSoldOut(dish, now()) || left.get(dish.id) === 0,
  }
}

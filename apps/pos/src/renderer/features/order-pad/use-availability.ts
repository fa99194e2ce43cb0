import { useMemo } from 'react'
import type { Dish } from '@orderez/core/menu'
import { useLive, useTerminal, type Menu } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNow } from '../../ui/use-now.ts'
import { countedDays, isSoldOut, unitsLeft } from './availability.ts'

export interface Availability {
  /** Units left of a dish that counts down; null of one that does not. */
  readonly leftOf: (dish: Dish) => number | null
  readonly isGone: (dish: Dish) => boolean
}

/** What the menu still has, by its own marks and by what was taken since it counts down, closed orders too. */
export function useAvailability(menu: Menu): Availability {
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const days = countedDays(menu.dishes.values(), now(), branch)
  const orders = useLive(days.length === 0 ? queries.openOrders : queries.openOrOfDays(days))
  useNow()
  const left = useMemo(() => unitsLeft(menu.dishes.values(), orders ?? []), [menu, orders])
  return {
    leftOf: (dish) => left.get(dish.id) ?? null,
    isGone: (dish) => isSoldOut(dish, now()) || left.get(dish.id) === 0,
  }
}

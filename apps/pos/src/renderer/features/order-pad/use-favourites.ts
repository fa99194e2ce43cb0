import type { Dish } from '@orderez/core/menu'
import type { Menu } from '../../data/index.ts'
import { favouriteSwitched, usePerson, useUi, useUiDispatch } from '../../state/index.ts'
import type { HeatCounter } from '../heat/index.ts'

export interface Favourites {
  /** In the order of the menu's numbers. */
  readonly dishes: readonly Dish[]
  has(dish: Dish): boolean
  /** Marks a dish, or gives it up. */
  toggle(dish: Dish): void
}

/** The dishes that the signed-in person has marked on this terminal. */
export function useFavourites(menu: Menu, heat: HeatCounter): Favourites {
  const { person } = usePerson()
  const dispatch = useUiDispatch()
  const own = useUi((state) => state.preferences.favourites[person.id])
  const marked = own ?? {}
  const dishes = [...menu.dishesOf.values()].flat().filter(({ id }) => marked[id] === true)
  return {
    dishes,
    has: ({ id }) => marked[id] === true,
    toggle({ id }) {
      if (marked[id] === undefined) heat.favoured(id)
      dispatch(favouriteSwitched({ person: person.id, dish: id }))
    },
  }
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DishId } from '@orderez/core/kernel'
import type { Dish } from '@orderez/core/menu'
import { withFavourites } from '@orderez/core/ranking'
import { useLive, useTerminal, type Menu } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import type { HeatCounter } from '../heat/index.ts'
import { useNotices } from '../notices/index.ts'

export interface Favourites {
  /** In the order of the menu's numbers. */
  readonly dishes: readonly Dish[]
  has(dish: Dish): boolean
  /** Marks a dish, or gives it up. */
  toggle(dish: Dish): void
}

const NONE: ReadonlyMap<DishId, boolean> = new Map()

/** The dishes that the signed-in person has marked, on whatever terminal. */
export function useFavourites(menu: Menu, heat: HeatCounter): Favourites {
  const { t } = useTranslation()
  const { edit, queries } = useTerminal()
  const { person } = usePerson()
  const notices = useNotices()
  const all = useLive(queries.documents('favourites'))
  const own = all?.find((each) => each.person === person.id) ?? null
  // Tapped and not on the screen by way of the store yet: the next tap goes on from it.
  const [tapped, setTapped] = useState(NONE)
  const stored = new Map(Object.entries(own?.dishes ?? {}) as [DishId, boolean][])
  const pending = new Map([...tapped].filter(([dish, isMarked]) => stored.get(dish) !== isMarked))
  const marked = new Map([...stored, ...pending])
  const dishes = [...menu.dishesOf.values()].flat().filter(({ id }) => marked.get(id) === true)

  async function save(changes: ReadonlyMap<DishId, boolean>): Promise<void> {
    try {
      await edit('ranking', { ...withFavourites(own, person.id, changes) }, person.id)
    } catch (cause) {
      console.error('favourites', cause)
      notices.say(t('edits.notSaved'))
    }
    setTapped((latest) => (latest === changes ? NONE : latest))
  }

  return {
    dishes,
    has: ({ id }) => marked.get(id) === true,
    toggle({ id }) {
      if (!all) return
      if (marked.get(id) === undefined) heat.favoured(id)
      const next = new Map(pending).set(id, marked.get(id) !== true)
      setTapped(next)
      void save(next)
    },
  }
}

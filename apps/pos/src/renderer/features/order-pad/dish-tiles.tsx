import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dish } from '@orderez/core/menu'
import type { Menu } from '../../data/index.ts'
import { useWide } from '../../ui/use-wide.ts'
import { DishCategories } from './dish-categories.tsx'
import { DISH_TARGET, DishGrid } from './dish-grid.tsx'
import { DishSearch } from './dish-search.tsx'
import { PhoneCategories } from './phone-categories.tsx'
import type { Availability } from './use-availability.ts'
import { useDishList } from './use-dish-list.ts'
import type { Favourites } from './use-favourites.ts'

interface DishTilesProps {
  readonly menu: Menu
  readonly availability: Availability
  /** Unsent units, by dish. */
  readonly inCart: ReadonlyMap<Dish['id'], number>
  readonly favourites: Favourites
  /** For whom and when the next dishes are; stands over them, on a phone when it is asked for or says something. */
  readonly place: { readonly row: ReactNode; readonly isChosen: boolean } | null
  readonly onDish: (dish: Dish) => void
  readonly onLess: (dish: Dish) => void
  /** Somebody wants to see dishes; on a phone the slip may lie over them. */
  readonly onBrowse: () => void
}

/** The menu: categories in their fixed places, the dishes of one of them, or what a search finds. */
export function DishTiles({ menu, favourites, place, onDish, onBrowse, ...grid }: DishTilesProps) {
  const { t } = useTranslation()
  const wide = useWide()
  const list = useDishList(menu, favourites.dishes, onBrowse)
  const [marking, setMarking] = useState(false)
  const [isPlaceOpen, setPlaceOpen] = useState(false)
  const asksPlace = place && (isPlaceOpen || place.isChosen)
  const dishes = useRef<HTMLElement>(null)
  const onPick = (dish: Dish) => (marking ? favourites.toggle(dish) : onDish(dish))
  const search = {
    query: list.query,
    onQuery: list.search,
    onFirst: pickFirst,
    onInto: () => dishes.current?.querySelector<HTMLElement>(DISH_TARGET)?.focus(),
    marking,
    onMarking: setMarking,
  }
  const categories = { menu, list, hasFavourites: favourites.dishes.length > 0 }

  function pickFirst(): void {
    const first = list.shown === 'search' ? list.dishes.find((dish) => !grid.availability.isGone(dish)) : undefined
    if (first) onPick(first)
  }

  function switchPlace(): void {
    setPlaceOpen(!asksPlace)
    onBrowse()
  }

  return (
    <>
      {wide ? (
        <DishCategories {...categories} />
      ) : (
        <PhoneCategories {...categories} search={search} asksPlace={asksPlace} onPlace={switchPlace} />
      )}
      <section ref={dishes} className="order-dishes flex min-h-0 flex-col gap-2 p-2 pt-0 phone:pt-2">
        {wide ? <DishSearch {...search} /> : null}
        {wide || asksPlace ? (place?.row ?? null) : null}
        {marking ? <p className="text-ink-2">{t('order.markHint')}</p> : null}
        <DishGrid {...grid} list={list} favourites={favourites} marking={marking} onPick={onPick} />
      </section>
    </>
  )
}

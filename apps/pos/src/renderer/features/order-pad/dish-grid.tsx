import { useTranslation } from 'react-i18next'
import type { Dish } from '@orderez/core/menu'
import { TEST_IDS } from '../../test-ids.ts'
import { focusInGrid } from '../../ui/focus-by-arrows.ts'
import { useWide } from '../../ui/use-wide.ts'
import { DishTile } from './dish-tile.tsx'
import { EndOfTiles } from './end-of-tiles.tsx'
import type { Availability } from './use-availability.ts'
import type { DishList } from './use-dish-list.ts'
import { useDrawn } from './use-drawn.ts'
import type { Favourites } from './use-favourites.ts'

/** What can be tapped of what is shown. */
export const DISH_TARGET = `[data-testid="${TEST_IDS.dish}"]:enabled`

interface DishGridProps {
  readonly list: Pick<DishList, 'dishes' | 'key' | 'shown'>
  readonly availability: Availability
  /** Units in the cart, by dish. */
  readonly inCart: ReadonlyMap<Dish['id'], number>
  readonly favourites: Favourites
  readonly marking: boolean
  readonly onPick: (dish: Dish) => void
  readonly onLess: (dish: Dish) => void
}

/** The dishes of a list: tiles, and rows on a phone. Another list begins at its top. */
export function DishGrid({ list, availability, inCart, favourites, marking, onPick, onLess }: DishGridProps) {
  const { t } = useTranslation()
  const asRows = !useWide()
  const { drawn, more } = useDrawn(list.dishes, list.key)
  return (
    <div
      key={list.shown === 'search' ? 'search' : list.key}
      role="group"
      aria-label={t('order.dishes')}
      className="tiles min-h-0 flex-1 overflow-y-auto pb-4"
      onKeyDown={(event) => focusInGrid(event, DISH_TARGET)}
    >
      {drawn.map((dish) => {
        const count = inCart.get(dish.id) ?? 0
        return (
          <DishTile
            key={dish.id}
            dish={dish}
            soldOut={availability.isGone(dish)}
            left={availability.leftOf(dish)}
            count={count}
            favourite={favourites.has(dish)}
            marking={marking}
            asRow={asRows}
            onPick={onPick}
            onLess={asRows && count > 0 && !marking ? onLess : null}
          />
        )
      })}
      {more ? <EndOfTiles key={drawn.length} onSeen={more} /> : null}
      {list.dishes.length === 0 ? <p className="p-4 text-ink-2">{t('order.noDish')}</p> : null}
    </div>
  )
}

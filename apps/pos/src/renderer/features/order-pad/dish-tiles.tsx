import { useState, type ReactNode } from 'react'
import { Flame, Heart, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { matchDish, type Category, type Dish } from '@orderez/core/menu'
import type { Menu } from '../../data/index.ts'
import { categorySelected, useUi, useUiDispatch, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { Toggle } from '../../ui/toggle.tsx'
import { usePopular } from '../heat/index.ts'
import { DishTile } from './dish-tile.tsx'
import { ListKey } from './list-key.tsx'
import type { Availability } from './use-availability.ts'
import type { Favourites } from './use-favourites.ts'

interface DishTilesProps {
  readonly menu: Menu
  readonly availability: Availability
  /** Units in the cart, by dish. */
  readonly inCart: ReadonlyMap<Dish['id'], number>
  readonly favourites: Favourites
  /** Stands over the dishes. */
  readonly above: ReactNode
  readonly onDish: (dish: Dish) => void
  /** Somebody wants to see dishes; on a phone the slip may lie over them. */
  readonly onBrowse: () => void
}

/** The menu: categories in their fixed places, the dishes of one of them, or what a search finds. */
export function DishTiles({ menu, availability, inCart, favourites, above, onDish, onBrowse }: DishTilesProps) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const { name } = useWords()
  const [query, setQuery] = useState('')
  const [list, setList] = useState<'category' | 'popular' | 'favourites'>('category')
  const [marking, setMarking] = useState(false)
  const hottest = usePopular(menu)
  const chosen = useUi((state) => state.view.category)
  const category = menu.categories.find((each) => each.id === chosen) ?? menu.categories[0]
  const ofCategory = category ? (menu.dishesOf.get(category.id) ?? []) : []
  const searching = query.trim() !== ''
  const shown = listShown(searching, list, hottest.length, favourites.dishes.length)
  const dishes = {
    search: () => matchDish(menu.index, query),
    popular: () => hottest,
    favourites: () => favourites.dishes,
    category: () => ofCategory,
  }[shown]()
  const isOpen = (id: Category['id']) => id === category?.id && shown === 'category'
  function show(next: typeof list): void {
    setQuery('')
    setList(next)
    onBrowse()
  }
  return (
    <>
      <nav aria-label={t('order.categories')} className="order-categories flex gap-2 overflow-auto p-2">
        <ListKey
          testId={TEST_IDS.favourites}
          isShown={shown === 'favourites'}
          isEmpty={favourites.dishes.length === 0}
          onShow={() => show('favourites')}
        >
          <Heart aria-hidden size={18} />
          {t('order.favourites')}
        </ListKey>
        <ListKey
          testId={TEST_IDS.popular}
          isShown={shown === 'popular'}
          isEmpty={hottest.length === 0}
          onShow={() => show('popular')}
        >
          <Flame aria-hidden size={18} />
          {t('order.popular')}
        </ListKey>
        {menu.categories.map((each) => (
          <button
            key={each.id}
            type="button"
            data-testid={TEST_IDS.category}
            aria-pressed={isOpen(each.id)}
            onClick={() => {
              show('category')
              dispatch(categorySelected(each.id))
            }}
            className={classNames(
              'press min-h-(--touch-line) shrink-0 rounded-md px-4 text-center',
              isOpen(each.id) ? 'bg-ink font-bold text-surface' : 'text-ink-2',
            )}
          >
            {name(each.names)}
          </button>
        ))}
      </nav>
      <section className="order-dishes flex min-h-0 flex-col gap-2 p-2">
        <div className="flex gap-2">
          <label className="flex min-h-(--touch-step) min-w-0 flex-1 items-center gap-2 rounded-md border border-line-strong bg-raised px-4">
            <Search aria-hidden size={20} />
            <input
              type="search"
              data-testid={TEST_IDS.search}
              aria-label={t('order.search')}
              placeholder={t('order.search')}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
              className="min-h-(--touch-min) min-w-0 flex-1 bg-transparent"
            />
          </label>
          <Toggle on={marking} label={t('order.markFavourites')} testId={TEST_IDS.markFavourites} onToggle={setMarking}>
            <Heart aria-hidden size={20} />
          </Toggle>
        </div>
        {above}
        {marking ? <p className="text-ink-2">{t('order.markHint')}</p> : null}
        <div className="tiles min-h-0 flex-1 overflow-y-auto pb-4">
          {dishes.map((dish) => (
            <DishTile
              key={dish.id}
              dish={dish}
              soldOut={availability.isGone(dish)}
              left={availability.leftOf(dish)}
              count={inCart.get(dish.id) ?? 0}
              favourite={favourites.has(dish)}
              marking={marking}
              onPick={() => (marking ? favourites.toggle(dish) : onDish(dish))}
            />
          ))}
          {dishes.length === 0 ? <p className="p-4 text-ink-2">{t('order.noDish')}</p> : null}
        </div>
      </section>
    </>
  )
}

/** What a search finds goes first; an empty list is none to look at. */
function listShown(searching: boolean, list: 'category' | 'popular' | 'favourites', hot: number, marked: number) {
  if (searching) return 'search'
  if (list === 'popular' && hot > 0) return 'popular'
  return list === 'favourites' && marked > 0 ? 'favourites' : 'category'
}

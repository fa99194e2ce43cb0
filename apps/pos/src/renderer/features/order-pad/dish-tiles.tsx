import { useState } from 'react'
import { Flame, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { matchDish, type Category, type Dish } from '@orderez/core/menu'
import type { Menu } from '../../data/index.ts'
import { categorySelected, useUi, useUiDispatch, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { usePopular } from '../heat/index.ts'
import { DishPicture } from '../pictures/index.ts'
import type { Availability } from './use-availability.ts'

interface DishTilesProps {
  readonly menu: Menu
  readonly availability: Availability
  /** Units in the cart, by dish. */
  readonly inCart: ReadonlyMap<Dish['id'], number>
  readonly onDish: (dish: Dish) => void
  /** Somebody wants to see dishes; on a phone the slip may lie over them. */
  readonly onBrowse: () => void
}

/** The menu: categories in their fixed places, the dishes of one of them, or what a search finds. */
export function DishTiles({ menu, availability, inCart, onDish, onBrowse }: DishTilesProps) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const { name } = useWords()
  const [query, setQuery] = useState('')
  const [popular, setPopular] = useState(false)
  const hottest = usePopular(menu)
  const chosen = useUi((state) => state.view.category)
  const category = menu.categories.find((each) => each.id === chosen) ?? menu.categories[0]
  const ofCategory = category ? (menu.dishesOf.get(category.id) ?? []) : []
  const searching = query.trim() !== ''
  const showsPopular = popular && !searching && hottest.length > 0
  const dishes = searching ? matchDish(menu.index, query) : showsPopular ? hottest : ofCategory
  const isOpen = (id: Category['id']) => id === category?.id && query === '' && !showsPopular
  return (
    <>
      <nav aria-label={t('order.categories')} className="order-categories flex gap-2 overflow-auto p-2">
        <button
          type="button"
          data-testid={TEST_IDS.popular}
          aria-pressed={showsPopular}
          disabled={hottest.length === 0}
          onClick={() => {
            setQuery('')
            setPopular(true)
            onBrowse()
          }}
          className={classNames(
            'press inline-flex min-h-(--touch-line) shrink-0 items-center justify-center gap-1 rounded-md px-4 disabled:text-ink-3 tablet:wrap-anywhere',
            showsPopular ? 'bg-ink font-bold text-surface' : 'text-ink-2',
          )}
        >
          <Flame aria-hidden size={18} />
          {t('order.popular')}
        </button>
        {menu.categories.map((each) => (
          <button
            key={each.id}
            type="button"
            data-testid={TEST_IDS.category}
            aria-pressed={isOpen(each.id)}
            onClick={() => {
              setQuery('')
              setPopular(false)
              dispatch(categorySelected(each.id))
              onBrowse()
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
        <label className="flex min-h-(--touch-step) items-center gap-2 rounded-md border border-line-strong bg-raised px-4">
          <Search aria-hidden size={20} />
          <input
            type="search"
            data-testid={TEST_IDS.search}
            aria-label={t('order.search')}
            placeholder={t('order.search')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            className="min-h-(--touch-min) flex-1 bg-transparent outline-none"
          />
        </label>
        <div className="tiles min-h-0 flex-1 overflow-y-auto pb-4">
          {dishes.map((dish) => (
            <DishTile
              key={dish.id}
              dish={dish}
              soldOut={availability.isGone(dish)}
              left={availability.leftOf(dish)}
              count={inCart.get(dish.id) ?? 0}
              onPick={() => onDish(dish)}
            />
          ))}
          {dishes.length === 0 ? <p className="p-4 text-ink-2">{t('order.noDish')}</p> : null}
        </div>
      </section>
    </>
  )
}

function DishTile({
  dish,
  soldOut,
  left,
  count,
  onPick,
}: {
  readonly dish: Dish
  readonly soldOut: boolean
  readonly left: number | null
  readonly count: number
  readonly onPick: () => void
}) {
  const { t } = useTranslation()
  const { name, otherName, money } = useWords()
  return (
    <button
      type="button"
      data-testid={TEST_IDS.dish}
      data-dish-number={dish.number}
      disabled={soldOut}
      onClick={onPick}
      className={classNames(
        'press dish-tile-pictured relative flex flex-col justify-end overflow-hidden rounded-md border p-3',
        soldOut ? 'border-idle-edge bg-idle-soft text-on-idle-soft' : 'bg-raised',
        count > 0 ? 'border-2 border-brand' : 'border-line',
      )}
    >
      <DishPicture picture={dish.picture} name={name(dish.names)} place="corner" isOut={soldOut} />
      {count > 0 ? (
        <span className="absolute left-2 top-2 flex size-8 items-center justify-center rounded-full bg-brand font-bold text-on-brand">
          {count}
        </span>
      ) : null}
      <span className="dish-tile-name line-clamp-2 font-bold">{name(dish.names)}</span>
      <span className="line-clamp-1 text-xs text-ink-2">{otherName(dish.names)}</span>
      <span className="flex items-center gap-2">
        <span className="font-bold">{dish.marketPrice ? t('order.marketPrice') : money(dish.price)}</span>
        {soldOut ? <span className="text-sm text-late">{t('order.soldOut')}</span> : null}
        {left !== null && !soldOut ? (
          <span className="text-sm text-late">{t('order.left', { count: left })}</span>
        ) : null}
        {dish.optionGroups.length > 0 && !soldOut ? (
          <span className="rounded-sm border border-line-strong px-1 text-xs">{t('order.hasOptions')}</span>
        ) : null}
      </span>
    </button>
  )
}

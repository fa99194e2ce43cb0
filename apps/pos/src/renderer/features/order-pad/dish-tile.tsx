import { Heart } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Dish } from '@orderez/core/menu'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { DishPicture } from '../pictures/index.ts'

/** A dish of the menu: its picture, both names, its price and how many of it are unsent. */
export function DishTile({
  dish,
  soldOut,
  left,
  count,
  favourite,
  marking,
  onPick,
}: {
  readonly dish: Dish
  readonly soldOut: boolean
  readonly left: number | null
  readonly count: number
  readonly favourite: boolean
  /** A tap marks it instead of ordering it. */
  readonly marking: boolean
  readonly onPick: () => void
}) {
  const { t } = useTranslation()
  const { name, otherName, money } = useWords()
  return (
    <button
      type="button"
      data-testid={TEST_IDS.dish}
      data-dish-number={dish.number}
      data-favourite={favourite}
      aria-pressed={marking ? favourite : undefined}
      disabled={soldOut && !marking}
      onClick={onPick}
      className={classNames(
        'press dish-tile-pictured relative flex flex-col justify-end overflow-hidden rounded-md border p-3',
        soldOut ? 'border-idle-edge bg-idle-soft text-on-idle-soft' : 'bg-raised',
        // The count has its own line, however long the name is.
        count > 0 ? 'border-2 border-brand pt-11' : 'border-line',
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
        {favourite || marking ? (
          <Heart
            {...(favourite ? { role: 'img', 'aria-label': t('order.favourite') } : { 'aria-hidden': true })}
            size={18}
            className={classNames('shrink-0', favourite ? 'fill-current text-late' : 'text-ink-3')}
          />
        ) : null}
        {dish.optionGroups.length > 0 && !soldOut ? (
          <span className="rounded-sm border border-line-strong px-1 text-xs">{t('order.hasOptions')}</span>
        ) : null}
      </span>
    </button>
  )
}

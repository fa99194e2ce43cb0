import { memo } from 'react'
import { Heart, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Dish } from '@orderez/core/menu'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { Stepper } from '../../ui/stepper.tsx'
import { DishPicture } from '../pictures/index.ts'

interface DishTileProps {
  readonly dish: Dish
  readonly soldOut: boolean
  readonly left: number | null
  readonly count: number
  readonly favourite: boolean
  /** A tap marks it instead of ordering it. */
  readonly marking: boolean
  /** On a phone: a row with a stepper, because the slip is out of sight. */
  readonly asRow: boolean
  readonly onPick: (dish: Dish) => void
  /** Takes one out again; null where there is none to take, or the slip does it. */
  readonly onLess: ((dish: Dish) => void) | null
}

/**
 * A dish of the menu: its picture, both names, its price and how many of it are unsent. A tap on one dish draws that one anew, so what it
 * gets has to stay the same for the others.
 */
export const DishTile = memo(function DishTile({ asRow, onLess, ...rest }: DishTileProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const { dish, count, onPick } = rest
  if (!asRow) return <TileButton {...rest} className="dish-tile-pictured flex-col justify-end rounded-md p-3" />
  return (
    <div className={classNames('dish-row rounded-md', lookOf(rest, true))}>
      <TileButton {...rest} asRow className="min-w-0 flex-1 items-center gap-3 rounded-md px-3 py-1" />
      {onLess ? (
        <Stepper
          value={count}
          lessLabel={t('order.less', { dish: name(dish.names) })}
          moreLabel={t('order.more', { dish: name(dish.names) })}
          onLess={() => onLess(dish)}
          onMore={() => onPick(dish)}
        />
      ) : null}
    </div>
  )
})

type TileButtonProps = Omit<DishTileProps, 'asRow' | 'onLess'> & {
  readonly asRow?: boolean
  readonly className: string
}

function TileButton({ className, asRow = false, ...tile }: TileButtonProps) {
  const { name } = useWords()
  const { dish, soldOut, count, favourite, marking, onPick } = tile
  return (
    <button
      type="button"
      data-testid={TEST_IDS.dish}
      data-dish-number={dish.number}
      data-favourite={favourite}
      aria-pressed={marking ? favourite : undefined}
      disabled={soldOut && !marking}
      onClick={() => onPick(dish)}
      className={classNames(
        'press relative flex overflow-hidden text-left',
        className,
        !asRow && lookOf(tile),
        // The count has its own line, however long the name is.
        !asRow && count > 0 && 'pt-11',
      )}
    >
      <DishPicture picture={dish.picture} name={name(dish.names)} place={asRow ? 'row' : 'corner'} isOut={soldOut} />
      {count > 0 && !asRow ? (
        <span className="absolute left-2 top-2 flex size-8 items-center justify-center rounded-full bg-brand font-bold text-on-brand">
          {count}
        </span>
      ) : null}
      <TileWords {...tile} asRow={asRow} />
      {asRow && count === 0 && !soldOut && !marking ? <Plus aria-hidden size={20} className="mx-3 shrink-0" /> : null}
    </button>
  )
}

/** A row stays as high as it is, whatever is tapped: the next tap is meant for what stands there. */
function lookOf({ soldOut, count }: Pick<DishTileProps, 'soldOut' | 'count'>, asRow = false): string {
  const wide = asRow ? 'dish-row-counted border border-brand' : 'border-2 border-brand'
  const edge = count > 0 ? wide : 'border border-line'
  return soldOut ? 'border border-idle-edge bg-idle-soft text-on-idle-soft' : `bg-raised ${edge}`
}

function TileWords({ dish, soldOut, left, favourite, marking, asRow }: Omit<TileButtonProps, 'className'>) {
  const { t } = useTranslation()
  const { name, otherName, money } = useWords()
  return (
    <span className={classNames('flex min-w-0 flex-col', asRow && 'flex-1')}>
      <span className={asRow ? 'dish-row-names' : 'contents'}>
        <span className="dish-tile-name line-clamp-2 font-bold">{name(dish.names)}</span>
        <span className="line-clamp-1 text-xs text-ink-2">{otherName(dish.names)}</span>
      </span>
      <span className={classNames('flex items-center gap-2', asRow && 'whitespace-nowrap')}>
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
    </span>
  )
}

import { Ban, EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Dish } from '@orderez/core/menu'
import { useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Chip } from '../../ui/chip.tsx'
import { useNow } from '../../ui/use-now.ts'
import { DishPicture } from '../pictures/index.ts'
import { SoldOutKeys } from './sold-out-keys.tsx'
import { useEndOfDay } from './use-end-of-day.ts'

interface DishRowProps {
  readonly dish: Dish
  readonly onEdit: () => void
}

/** One dish: the whole line opens its editor; sold out for today is one tap. */
export function DishRow({ dish, onEdit }: DishRowProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { now } = useTerminal()
  const endOfDay = useEndOfDay()
  useNow()
  const until = dish.soldOutUntil ?? null
  const isOut = dish.soldOut === true && (until === null || until > now())
  function soldOutWords(): string {
    if (until === null) return t('manager.soldOut')
    return until === endOfDay(now())
      ? t('manager.soldOutToday')
      : t('manager.soldOutUntil', { time: words.time(until) })
  }

  return (
    <li
      data-testid={TEST_IDS.managerDish}
      data-dish-number={dish.number}
      className="flex flex-wrap items-center gap-2 rounded-md border border-line bg-surface p-2"
    >
      <button
        type="button"
        onClick={onEdit}
        className="press flex min-h-(--touch-line) flex-1 items-center gap-3 px-2 text-left"
      >
        <DishPicture picture={dish.picture} name={words.name(dish.names)} place="row" isOut={isOut} />
        <span className="min-w-8 text-sm text-ink-2">{dish.number}</span>
        <span className="flex min-w-0 flex-1 flex-col gap-1 phone:flex-row phone:items-center phone:gap-3">
          <span className="phone:flex-1">
            <span className="block font-bold">{words.name(dish.names)}</span>
            <span className="block text-sm text-ink-2">{words.otherName(dish.names)}</span>
          </span>
          <span className="flex flex-wrap items-center gap-3">
            {dish.status === 'offShelf' ? (
              <Chip tone="idle" icon={<EyeOff aria-hidden size={16} />}>
                {t('manager.offShelf')}
              </Chip>
            ) : null}
            {isOut ? (
              <Chip tone="late" icon={<Ban aria-hidden size={16} />}>
                {soldOutWords()}
              </Chip>
            ) : null}
            {dish.countdown ? (
              <Chip tone="wait">{t('manager.countdownOf', { count: dish.countdown.units })}</Chip>
            ) : null}
            <span className="text-lg font-bold">
              {dish.marketPrice ? t('manager.marketPrice') : words.money(dish.price)}
            </span>
          </span>
        </span>
      </button>
      <SoldOutKeys dish={dish} isOut={isOut} dishName={words.name(dish.names)} />
    </li>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dish } from '@orderez/core/menu'
import type { Menu } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'
import type { DishRequest } from './line-of-dish.ts'
import { repeatRound, type AskedAgain } from './repeat-round.ts'
import type { SlipRound } from './slip-rounds.ts'
import type { useCart } from './use-cart.ts'

interface RepeatParts {
  readonly menu: Menu
  readonly cart: ReturnType<typeof useCart>
  readonly isGone: (dish: Dish) => boolean
  /** At the seat and course that are chosen for what comes next. */
  readonly placed: (asked: DishRequest) => DishRequest
}

/** Orders a round again, as far as it can be had, and says what is left out; set meals of which a part is gone are asked for, one after the other. */
export function useRepeat({ menu, cart, isGone, placed }: RepeatParts) {
  const { t } = useTranslation()
  const { name } = useWords()
  const notices = useNotices()
  const [asks, setAsks] = useState<readonly AskedAgain[]>([])
  const [first] = asks
  const version = first && menu.versions.get(first.dish.version)
  const dismissed = () => setAsks(asks.slice(1))

  function repeat(round: SlipRound): void {
    const { lines, asks: asked, soldOut, changed } = repeatRound(round, menu, isGone)
    cart.repeat(lines)
    setAsks(asked)
    const names = (dishes: typeof soldOut) => dishes.map(name).join(t('order.listComma'))
    const parts = [
      t('order.repeated', { count: lines.length }),
      ...(soldOut.length > 0 ? [t('order.repeatSoldOut', { dishes: names(soldOut) })] : []),
      ...(changed.length > 0 ? [t('order.repeatChanged', { dishes: names(changed) })] : []),
    ]
    notices.say(parts.join(' '))
  }

  return {
    repeat,
    asked: first && version ? { dish: first.dish, version, before: first } : null,
    /** How many are still to be asked. */
    left: asks.length,
    dismissed,
    answered(said: DishRequest): void {
      cart.add(placed(said))
      dismissed()
    },
  }
}

import { useTranslation } from 'react-i18next'
import type { Dish } from '@orderez/core/menu'
import type { Menu } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'
import { repeatRound } from './repeat-round.ts'
import type { SlipRound } from './slip-rounds.ts'
import type { useCart } from './use-cart.ts'

/** Orders a round again, as far as it can be had, and says what is left out. */
export function useRepeat(menu: Menu, cart: ReturnType<typeof useCart>, isGone: (dish: Dish) => boolean) {
  const { t } = useTranslation()
  const { name } = useWords()
  const notices = useNotices()
  return (round: SlipRound): void => {
    const { lines, soldOut, changed } = repeatRound(round, menu, isGone)
    cart.repeat(lines)
    const names = (dishes: typeof soldOut) => dishes.map(name).join(t('order.listComma'))
    const parts = [
      t('order.repeated', { count: lines.length }),
      ...(soldOut.length > 0 ? [t('order.repeatSoldOut', { dishes: names(soldOut) })] : []),
      ...(changed.length > 0 ? [t('order.repeatChanged', { dishes: names(changed) })] : []),
    ]
    notices.say(parts.join(' '))
  }
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dish } from '@orderez/core/menu'
import type { Menu } from '../../data/index.ts'
import type { HeatCounter } from '../heat/index.ts'
import { useNotices } from '../notices/index.ts'
import { asksAnything } from './ask-dish.tsx'
import type { DishRequest } from './line-of-dish.ts'
import type { useCart } from './use-cart.ts'

interface DishTapsParts {
  readonly menu: Menu
  readonly cart: ReturnType<typeof useCart>
  readonly heat: HeatCounter
  /** For whom and when the next dishes are. */
  readonly placed: (asked: DishRequest) => DishRequest
}

/** What a tap on a dish does: a plain one is a line, another asks first. The same function while nothing about the menu changes. */
export function useDishTaps({ menu, cart: { add }, heat: { seen }, placed }: DishTapsParts) {
  const { t } = useTranslation()
  const { say } = useNotices()
  const [asked, setAsked] = useState<Dish | null>(null)
  const version = asked ? menu.versions.get(asked.version) : undefined

  const pick = (dish: Dish): void => {
    const sold = menu.versions.get(dish.version)
    if (!sold) say(t('order.dishLoading'))
    else if (asksAnything(sold)) {
      seen(dish.id)
      setAsked(dish)
    } else add(placed({ dish, version: sold, choices: [], note: '' }))
  }

  return {
    pick,
    /** What has been tapped and is asked about. */
    asked: asked && version ? { dish: asked, version } : null,
    answered(said: DishRequest): void {
      add(placed(said))
      setAsked(null)
    },
    dismissed: () => setAsked(null),
  }
}

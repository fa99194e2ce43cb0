import { useMemo } from 'react'
import { THOUSANDTHS, unitCount } from '@orderez/core/kernel'
import type { Dish } from '@orderez/core/menu'
import type { UnsentLine } from './cart-lines.ts'
import type { useCart } from './use-cart.ts'

/** Units of each dish that are unsent, and the way to take one out again: of the line that was tapped last. */
export function useUnsentDishes(unsent: readonly UnsentLine[], { changeCount }: ReturnType<typeof useCart>) {
  const counts = useMemo(() => {
    const units = new Map<Dish['id'], number>()
    for (const { line, quantity } of unsent)
      if (line.parent === undefined) units.set(line.dish, (units.get(line.dish) ?? 0) + unitCount(quantity, line.unit))
    return units
  }, [unsent])
  return {
    counts,
    takeOne(dish: Dish): void {
      const last = unsent.findLast(({ line }) => line.dish === dish.id && line.parent === undefined)
      if (last) changeCount(last, last.line.unit === 'piece' ? -THOUSANDTHS : -last.quantity)
    },
  }
}

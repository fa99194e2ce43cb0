import type { OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { kitchenDays } from './kitchen-days.ts'

/**
 * What a kitchen may have to cook: everything open, and closed orders, because guests may pay before they eat. The day before counts
 * too: an order may be paid just before the day turns, or come from a tablet that was offline over the turn.
 */
export function useKitchenOrders(): readonly OrderState[] | null {
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const { before, today } = kitchenDays(now(), branch)
  return useLive(queries.openOrOfDays([before, today]))
}

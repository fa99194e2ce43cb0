import type { OrderState } from '@orderez/core/orders'
import type { Shift } from '@orderez/core/shifts'
import { useLive, useTerminal } from '../../data/index.ts'

/** The orders whose cash may lie in the drawer: those of the shift's day, and open ones of an earlier day. Null before they are read. */
export function useShiftOrders({ day }: Shift): readonly OrderState[] | null {
  const { queries } = useTerminal()
  const ofDay = useLive(queries.ordersOfDay(day))
  const open = useLive(queries.openOrders)
  if (!ofDay || !open) return null
  return [...new Map([...ofDay, ...open].map((order) => [order.id, order])).values()]
}

import type { Bill } from './bill/bill.ts'
import { orderClosed, orderMerged } from './order-phase.ts'
import type { OrderState } from './order-state.ts'

/**
 * `loading`: the opening has not arrived. `open`: being worked on. `closed`: settled and closed. `remainder`: closed or merged away, yet something
 * is open there (M3, H3). `merged`: stands on another bill. `cancelled`: closed, and nothing was ever wanted or paid.
 */
export const ORDER_STATUSES = ['loading', 'open', 'closed', 'remainder', 'merged', 'cancelled'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** O10. `bill` is the whole bill of this order. */
export function orderStatus(state: OrderState, bill: Bill): OrderStatus {
  if (!state.complete) return 'loading'
  const standing = bill.lines.some((line) => line.units.length > 0)
  if (orderClosed(state)) {
    if (bill.open !== 0 || bill.late.length > 0) return 'remainder'
    return standing || bill.paid !== 0 ? 'closed' : 'cancelled'
  }
  if (orderMerged(state)) return standing || bill.open !== 0 ? 'remainder' : 'merged'
  return 'open'
}

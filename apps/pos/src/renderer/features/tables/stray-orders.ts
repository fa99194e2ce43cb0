import type { TableId } from '@orderez/core/kernel'
import { orderClosed, orderMerged, type OrderState } from '@orderez/core/orders'

/**
 * Open orders that no table of the plan shows: theirs was taken off the floor, maybe while this order was opened elsewhere without a network, or
 * they sit at none. What leaves the house is listed by itself.
 */
export function strayOrders(orders: readonly OrderState[], shown: ReadonlySet<TableId>): readonly OrderState[] {
  return orders.filter((order) => {
    if (orderClosed(order) || orderMerged(order)) return false
    if (order.table !== null) return !shown.has(order.table)
    return order.opening?.type === 'dineIn'
  })
}

import type { OrderId } from '@orderez/core/kernel'
import { billsTouchedBy, type OrderState } from '@orderez/core/orders'

/** The orders that have a say on each other's bills, through moves and merges; most orders stand alone. */
export function relatedOrders(orders: readonly OrderState[]): ReadonlyMap<OrderId, readonly OrderState[]> {
  const groups = new Map<OrderId, Set<OrderId>>()
  for (const order of orders) {
    const joined = new Set([...billsTouchedBy(order)].flatMap((id) => [...(groups.get(id) ?? [id])]))
    for (const id of joined) groups.set(id, joined)
  }
  const byId = new Map(orders.map((order) => [order.id, order]))
  return new Map(orders.map(({ id }) => [id, [...(groups.get(id) ?? [id])].flatMap((each) => byId.get(each) ?? [])]))
}

import type { OrderId } from '../../kernel/index.ts'
import type { OrderState } from '../order-state.ts'

/** H6: the orders on whose bills this one has a say: its own, those its units stand on, and those it was merged into. The index of a bill. */
export function billsTouchedBy(state: OrderState): ReadonlySet<OrderId> {
  const touched = new Set<OrderId>([state.id, state.chargesAt])
  for (const merge of state.merges) if (!merge.undone) touched.add(merge.to)
  for (const line of state.lines.values()) for (const unit of line.units) touched.add(unit.place.order)
  return touched
}

/** H6: the orders that have a say on each bill. A bill is made of these alone, so it does not depend on what else a terminal holds. */
export function indexBills(orders: Iterable<OrderState>): ReadonlyMap<OrderId, readonly OrderState[]> {
  const index = new Map<OrderId, OrderState[]>()
  for (const state of orders) {
    for (const bill of billsTouchedBy(state)) {
      const known = index.get(bill)
      if (known) known.push(state)
      else index.set(bill, [state])
    }
  }
  return index
}

import type { OrderId } from '@orderez/core/kernel'
import type { MergeState, OrderState } from '@orderez/core/orders'

/** Merges of this order that nobody undid, into it or away from it. Twins (H4) are one: undoing one undoes both. */
export function standingMerges(order: OrderId, orders: readonly OrderState[]): readonly MergeState[] {
  const merges = orders
    .flatMap((state) => state.merges)
    .filter((merge) => !merge.undone && (merge.from === order || merge.to === order))
  const once = new Map(merges.map((merge) => [`${merge.from} ${merge.to}`, merge]))
  return [...once.values()]
}

import type { OrderId } from '../kernel/index.ts'
import type { OrderState } from './order-state.ts'

/** Some close stands: every close has to be undone by name for the order to be open again. */
export function orderClosed(state: OrderState): boolean {
  return state.closes.some((close) => !close.undone)
}

/** The order that this one was merged into, by the latest merge that stands; null where it stands for itself. */
export function mergedInto(state: OrderState): OrderId | null {
  return state.merges.findLast((merge) => !merge.undone && merge.from === state.id)?.to ?? null
}

export function orderMerged(state: OrderState): boolean {
  return mergedInto(state) !== null
}

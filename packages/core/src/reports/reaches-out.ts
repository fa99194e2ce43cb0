import { billsTouchedBy, type OrderState } from '../orders/index.ts'

/** Whether something of the order stands, or may stand, on the bill of another: then a report of the other needs it around. */
export function reachesOut(state: OrderState): boolean {
  return [...billsTouchedBy(state)].some((bill) => bill !== state.id)
}

import type { OrderId } from '../kernel/index.ts'
import { billsTouchedBy } from './bill/bills-touched-by.ts'
import { hasUnit, unitSetOf } from './bill/unit-sets.ts'
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

/**
 * O11: whether somebody may still need the order, told from it alone: it is not whole or not closed, units stand on it that its closes had not
 * seen, or it has a say on another bill (which may be open; only that order knows).
 */
export function orderNeeded(state: OrderState): boolean {
  if (!state.complete || !orderClosed(state) || billsTouchedBy(state).size > 1) return true
  const closes = state.closes.filter((close) => !close.undone)
  const seen = unitSetOf(closes.flatMap((close) => close.basis.units))
  return [...state.lines.values()].some((line) =>
    line.units.some((unit) => !unit.voided && !hasUnit(seen, line.id, unit.unit)),
  )
}

import type { BusinessDay, EpochMs, OrderId, TableId } from '../kernel/index.ts'
import { billsTouchedBy } from './bill/bills-touched-by.ts'
import { hasUnit, unitSetOf } from './bill/unit-sets.ts'
import { orderClosed, orderMerged } from './order-phase.ts'
import type { OrderState } from './order-state.ts'

/** What stores index an order by. Computed at each write from the order alone; never sent, merged or hashed (O11). */
export interface OrderIndex {
  /** Null while the opening has not arrived. */
  readonly day: BusinessDay | null
  readonly table: TableId | null
  /** Somebody may still have to do something with it: not closed, or a unit of its own stands on it that its closes had not seen. */
  readonly open: boolean
  /** Units of it stand on other bills. */
  readonly abroad: boolean
  /** The bills it has a say on, itself included, sorted. */
  readonly bills: readonly OrderId[]
  readonly updatedAt: EpochMs
}

export function orderIndexOf(state: OrderState): OrderIndex {
  const bills = [...billsTouchedBy(state)].sort()
  return {
    day: state.opening?.day ?? null,
    table: state.table,
    open: isOpen(state),
    abroad: bills.length > 1,
    bills,
    updatedAt: state.updatedAt,
  }
}

function isOpen(state: OrderState): boolean {
  if (!state.complete || state.undecided.length > 0) return true
  if (!orderClosed(state) && !orderMerged(state)) return true
  const closes = state.closes.filter((close) => !close.undone)
  const seen = unitSetOf(closes.flatMap((close) => close.basis.units))
  const late = [...state.lines.values()].some((line) =>
    line.units.some((unit) => unit.place.order === state.id && !unit.voided && !hasUnit(seen, line.id, unit.unit)),
  )
  return late
}

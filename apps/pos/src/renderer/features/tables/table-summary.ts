import type { EpochMs, Money, OrderId, TableId } from '@orderez/core/kernel'
import { billOf, tableState, type OrderState, type TableState } from '@orderez/core/orders'

/** How long a fired dish may take before its table counts as waiting. */
const WAIT_AFTER_MS = 25 * 60_000
const MINUTE_MS = 60_000

export interface TableSummary {
  readonly state: TableState
  readonly orders: readonly OrderId[]
  readonly guests: number
  /** Since its first open order was opened. */
  readonly minutes: number
  readonly amount: Money
}

export const FREE_TABLE: TableSummary = { state: 'free', orders: [], guests: 0, minutes: 0, amount: 0 }

/** What the tile of a table shows. `orders` are those at the table and whatever has a say on their bills. */
export function summariseTable(table: TableId, orders: readonly OrderState[], now: EpochMs): TableSummary {
  const view = tableState(table, orders, { now, waitAfterMs: WAIT_AFTER_MS })
  const open = orders.filter((order) => view.orders.includes(order.id))
  const openedAt = open.flatMap((order) => order.opening?.at.ms ?? [])
  return {
    ...view,
    guests: open.reduce((sum, order) => sum + order.guests, 0),
    minutes: openedAt.length === 0 ? 0 : Math.max(0, Math.floor((now - Math.min(...openedAt)) / MINUTE_MS)),
    amount: view.orders.reduce((sum, id) => sum + billOf(id, orders).due, 0),
  }
}

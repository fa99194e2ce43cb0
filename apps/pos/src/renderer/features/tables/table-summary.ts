import type { EpochMs, Money, OrderId, TableId } from '@orderez/core/kernel'
import { tableState, type OrderState, type TableState, type TableView } from '@orderez/core/orders'
import { dueOf, unlessBroken } from '../order/index.ts'

/** How long a fired dish may take before its table counts as waiting. */
const WAIT_AFTER_MS = 25 * 60_000
const MINUTE_MS = 60_000

export interface TableSummary {
  readonly state: TableState
  readonly orders: readonly OrderId[]
  readonly guests: number
  /** Since its first open order was opened. */
  readonly minutes: number
  /** Null where a bill of the table cannot be computed: somebody has to look. */
  readonly amount: Money | null
}

export const FREE_TABLE: TableSummary = { state: 'free', orders: [], guests: 0, minutes: 0, amount: 0 }

/** What the tile of a table shows. `orders` are those at the table and whatever has a say on their bills. */
export function summariseTable(table: TableId, orders: readonly OrderState[], now: EpochMs): TableSummary {
  const view = unlessBroken(() => tableState(table, orders, { now, waitAfterMs: WAIT_AFTER_MS }), null)
  const shown = view ?? brokenView(table, orders)
  const open = orders.filter((order) => shown.orders.includes(order.id))
  const openedAt = open.flatMap((order) => order.opening?.at.ms ?? [])
  return {
    ...shown,
    guests: open.reduce((sum, order) => sum + order.guests, 0),
    minutes: openedAt.length === 0 ? 0 : Math.max(0, Math.floor((now - Math.min(...openedAt)) / MINUTE_MS)),
    amount: view ? amountOf(view.orders, orders) : null,
  }
}

/** Without its bills a table still has the orders that sit there. */
function brokenView(table: TableId, orders: readonly OrderState[]): TableView {
  return { state: 'seated', orders: orders.filter((order) => order.table === table).map(({ id }) => id) }
}

function amountOf(ids: readonly OrderId[], orders: readonly OrderState[]): Money | null {
  return ids.reduce<Money | null>((sum, id) => {
    const due = dueOf(id, orders)
    return sum === null || due === null ? null : sum + due
  }, 0)
}

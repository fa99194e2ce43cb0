import type { Table } from '@orderez/core/floor'
import type { OrderId, TableId } from '@orderez/core/kernel'
import { orderClosed, orderMerged, tableState, type OrderState } from '@orderez/core/orders'
import { unlessBroken } from '../order/index.ts'

/** Only who sits where is asked for; how long they wait decides nothing here. */
const NO_CLOCK = { now: 0, waitAfterMs: 0 }

export interface TableTarget {
  readonly table: Table
  /** The other orders that are open there: none is a free table, any asks whether to merge. */
  readonly taken: readonly OrderState[]
}

/** Orders that others can be brought to: whole, open and standing for themselves. */
export function targetOrders(order: OrderId, orders: readonly OrderState[]): readonly OrderState[] {
  return orders.filter((other) => other.id !== order && other.complete && !orderClosed(other) && !orderMerged(other))
}

/** Every table that the order is not at, and who is there. A table whose order was merged away counts for the bill that bears it. */
export function tableTargets(
  state: Pick<OrderState, 'id' | 'table'>,
  tables: readonly Table[],
  orders: readonly OrderState[],
): readonly TableTarget[] {
  return tables
    .filter((table) => table.id !== state.table)
    .map((table) => {
      const there = new Set(ordersAt(table.id, orders))
      return { table, taken: orders.filter((order) => order.id !== state.id && there.has(order.id)) }
    })
}

function ordersAt(table: TableId, orders: readonly OrderState[]): readonly OrderId[] {
  return unlessBroken(
    () => tableState(table, orders, NO_CLOCK).orders,
    orders.filter((order) => order.table === table && !orderClosed(order)).map(({ id }) => id),
  )
}

import { useMemo } from 'react'
import { settingsOf } from '@orderez/core/branch'
import { nextByTable } from '@orderez/core/floor'
import { invariant, type TableId } from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'
import { useLive, useTerminal, type Floor } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNow } from '../../ui/use-now.ts'
import { relatedOrders } from '../order/index.ts'
import { useReservations } from '../reservations/index.ts'
import { FREE_TABLE, summariseTable, withReservation, type TableSummary } from './table-summary.ts'

/** Minutes are shown, so a look every few seconds is enough. */
const STEP_MS = 10_000

/** What each table shows; null while the orders are being read. */
export function useTableSummaries(floor: Floor | null): ((table: TableId) => TableSummary) | null {
  const { queries, now } = useTerminal()
  const { waitingMinutes } = settingsOf(usePerson().branch)
  invariant(waitingMinutes !== undefined, 'a branch without a waiting time')
  const orders = useLive(queries.openOrders)
  const reservations = useReservations()
  const step = Math.floor(useNow() / STEP_MS)
  return useMemo(() => {
    if (!orders || !floor) return null
    const summaries = summarise(orders, { now: now(), waitingMinutes })
    for (const [table, reservation] of nextByTable(reservations)) {
      summaries.set(table, withReservation(summaries.get(table) ?? FREE_TABLE, reservation, now()))
    }
    return (table) => summaries.get(table) ?? FREE_TABLE
    // oxlint-disable-next-line react/exhaustive-deps -- `step` is what makes the minutes go on
  }, [orders, floor, reservations, now, step, waitingMinutes])
}

function summarise(
  orders: readonly OrderState[],
  at: Parameters<typeof summariseTable>[2],
): Map<TableId, TableSummary> {
  const related = relatedOrders(orders)
  const atTable = Map.groupBy(
    orders.filter((order) => order.table !== null),
    (order) => order.table,
  )
  const summaries = new Map<TableId, TableSummary>()
  for (const [table, there] of atTable) {
    if (table === null) continue
    const concerned = new Set(there.flatMap((order) => related.get(order.id) ?? [order]))
    summaries.set(table, summariseTable(table, [...concerned], at))
  }
  return summaries
}

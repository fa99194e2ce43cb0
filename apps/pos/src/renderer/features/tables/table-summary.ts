import { floorState, isDue, isLate, type FloorState, type Reservation } from '@orderez/core/floor'
import type { EpochMs, Money, OrderId, PersonId, TableId } from '@orderez/core/kernel'
import { tableState, type OrderState, type TableView } from '@orderez/core/orders'
import { dueOf, unlessBroken } from '../order/index.ts'

const MINUTE_MS = 60_000

export interface TableSummary {
  readonly state: FloorState
  readonly orders: readonly OrderId[]
  readonly guests: number
  /** Who opened its first open order. */
  readonly owner: PersonId | null
  /** Since its first open order was opened. */
  readonly minutes: number
  /** Something was sent that is on its bill; what the branch charges for each guest is no order. */
  readonly ordered: boolean
  /** Null where a bill of the table cannot be computed: somebody has to look. */
  readonly amount: Money | null
  /** Who it is kept for by now; also where others sit there. */
  readonly reservation: {
    readonly at: EpochMs
    readonly name: string
    readonly guests: number
    readonly late: boolean
  } | null
}

export const FREE_TABLE: TableSummary = {
  state: 'free',
  orders: [],
  guests: 0,
  owner: null,
  minutes: 0,
  ordered: false,
  amount: 0,
  reservation: null,
}

/** What a table shows; with a dish fired more than `waitingMinutes` ago it waits. `orders` are those at the table and whatever has a say on their bills. */
export function summariseTable(
  table: TableId,
  orders: readonly OrderState[],
  at: { readonly now: EpochMs; readonly waitingMinutes: number },
): TableSummary {
  const { now, waitingMinutes } = at
  const view = unlessBroken(() => tableState(table, orders, { now, waitAfterMs: waitingMinutes * MINUTE_MS }), null)
  const shown = view ?? brokenView(table, orders)
  const open = orders.filter((order) => shown.orders.includes(order.id))
  const openedAt = open.flatMap((order) => order.opening?.at.ms ?? [])
  return {
    ...shown,
    owner: open[0]?.opening?.owner ?? null,
    guests: open.reduce((sum, order) => sum + order.guests, 0),
    minutes: openedAt.length === 0 ? 0 : Math.max(0, Math.floor((now - Math.min(...openedAt)) / MINUTE_MS)),
    ordered: view !== null && orders.some((order) => hasUnitsOn(shown.orders, order)),
    amount: view ? amountOf(view.orders, orders) : null,
    reservation: null,
  }
}

/** What a table shows whose next reservation this is. */
export function withReservation(summary: TableSummary, reservation: Reservation, now: EpochMs): TableSummary {
  if (!isDue(reservation, now)) return summary
  const { at, name, guests } = reservation
  const state = summary.state === 'free' ? floorState('free', reservation, now) : summary.state
  return { ...summary, state, reservation: { at, name, guests, late: isLate(reservation, now) } }
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

function hasUnitsOn(bills: readonly OrderId[], order: OrderState): boolean {
  return [...order.lines.values()].some(({ units }) =>
    units.some(({ voided, place }) => !voided && bills.includes(place.order)),
  )
}

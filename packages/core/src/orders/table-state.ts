import type { EpochMs, OrderId, TableId } from '../kernel/index.ts'
import { billOf } from './bill/bill-of.ts'
import type { Bill } from './bill/bill.ts'
import { mergedInto } from './order-phase.ts'
import { orderStatus } from './order-status.ts'
import type { OrderState } from './order-state.ts'

export const TABLE_STATES = ['free', 'seated', 'sent', 'paying', 'waiting', 'ready'] as const
export type TableState = (typeof TABLE_STATES)[number]

export interface TableView {
  readonly state: TableState
  /** The open orders whose guests sit there; two are two bills and one question. A table merged away shows the bill that bears it. */
  readonly orders: readonly OrderId[]
}

export interface TableClock {
  readonly now: EpochMs
  /** How long guests may sit without an order, and a fired dish may take, before their table counts as waiting. */
  readonly waitAfterMs: number
}

/** O12: what a table shows, from whatever orders are given; the most urgent of its orders decides. Reservations are the floor's. */
export function tableState(table: TableId, orders: Iterable<OrderState>, clock: TableClock): TableView {
  const all = [...orders]
  const there = all.filter((state) => state.table === table)
  const bearing = new Set(there.map((state) => bearerOf(state, all)))
  const open = [...bearing].flatMap((state) => {
    const bill = billOf(state.id, all)
    const status = orderStatus(state, bill)
    return status === 'open' || status === 'remainder' ? { id: state.id, shows: stateOf(state, bill, clock) } : []
  })
  const ranks = open.map((one) => TABLE_STATES.indexOf(one.shows))
  return { state: TABLE_STATES[Math.max(0, ...ranks)] ?? 'free', orders: open.map((one) => one.id) }
}

/** The order on whose bill this one stands, following merges; itself where something is still open there or the other is not known. */
function bearerOf(state: OrderState, all: readonly OrderState[]): OrderState {
  const seen = new Set<OrderId>()
  let bearer = state
  while (!seen.has(bearer.id)) {
    seen.add(bearer.id)
    if (orderStatus(bearer, billOf(bearer.id, all)) !== 'merged') return bearer
    const target = mergedInto(bearer)
    bearer = all.find((one) => one.id === target) ?? bearer
  }
  return bearer
}

function stateOf(state: OrderState, bill: Bill, { now, waitAfterMs }: TableClock): TableState {
  const units = bill.lines.flatMap(({ line, units: numbers }) =>
    numbers.flatMap((number) => line.units[number - 1] ?? []).map((unit) => ({ unit, firedAt: line.firedAt })),
  )
  if (units.length === 0) return state.opening && now - state.opening.at.ms > waitAfterMs ? 'waiting' : 'seated'
  if (units.some(({ unit }) => unit.stage === 'ready')) return 'ready'
  const cooking = units.filter(({ unit }) => unit.stage !== 'served' && unit.stations.length > 0)
  if (cooking.some(({ firedAt }) => firedAt !== null && now - firedAt > waitAfterMs)) return 'waiting'
  const asked = state.preBills.length > 0 && bill.late.length === 0 && bill.open > 0
  return asked || (bill.paid > 0 && bill.open !== 0) ? 'paying' : 'sent'
}

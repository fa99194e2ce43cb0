import { businessDayBounds, businessDayOf, type DayRule, type EpochMs, type TableId } from '../kernel/index.ts'
import { TABLE_STATES, type TableState } from '../orders/index.ts'
import type { Reservation } from './reservation.ts'

const MINUTE_MS = 60_000
/** So long before its time a free table is kept and shown as reserved. */
const KEPT_BEFORE_MS = 90 * MINUTE_MS
/** Guests who come later than this are late; their table is kept until somebody decides. */
const LATE_AFTER_MS = 15 * MINUTE_MS
/** How long guests usually sit: two reservations of one table that are nearer to each other clash. */
const SITTING_MS = 120 * MINUTE_MS

/** What a table on the floor shows: what its orders say, or that it is kept for somebody. */
export const FLOOR_STATES = ['free', 'reserved', ...TABLE_STATES.filter((state) => state !== 'free')] as const
export type FloorState = TableState | 'reserved'

/** F4: a table is reserved while nobody sits there and its next reservation is due; an open order always goes before. */
export function floorState(state: TableState, reservation: Reservation | null, now: EpochMs): FloorState {
  return state === 'free' && reservation !== null && isDue(reservation, now) ? 'reserved' : state
}

/** F4: within the time for which its table is kept free, or later. */
export function isDue(reservation: Reservation, now: EpochMs): boolean {
  return reservation.at - now <= KEPT_BEFORE_MS
}

/** F5: its guests should be here by now. */
export function isLate(reservation: Reservation, now: EpochMs): boolean {
  return now - reservation.at > LATE_AFTER_MS
}

/** F5: the reservations that somebody still has to do with, the soonest first: not cancelled, not seated, of this business day or later. */
export function standingReservations(all: readonly Reservation[], now: EpochMs, rule: DayRule): readonly Reservation[] {
  const { from } = businessDayBounds(businessDayOf(now, rule), rule)
  return all
    .filter(({ at, order, deleted }) => !deleted && !order && at >= from)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** The next reservation of each table; `standing` is in the order of time. */
export function nextByTable(standing: readonly Reservation[]): ReadonlyMap<TableId, Reservation> {
  return new Map(standing.toReversed().map((reservation) => [reservation.table, reservation]))
}

/** F6: what else the table is kept for around a time, by somebody else than `self`; the soonest first. */
export function clashesAt(
  { table, at, self }: { readonly table: TableId; readonly at: EpochMs; readonly self: Reservation['id'] | null },
  standing: readonly Reservation[],
): readonly Reservation[] {
  return standing.filter((other) => other.table === table && other.id !== self && Math.abs(other.at - at) < SITTING_MS)
}

/** The quarter of an hour at or after a moment; quarters are the same in every time zone. */
export function quarterAfter(ms: EpochMs): EpochMs {
  return Math.ceil(ms / (15 * MINUTE_MS)) * 15 * MINUTE_MS
}

/** The same time so many business days later (or earlier), as the branch's clock says it, also across summer time. */
export function onDayAfter(at: EpochMs, days: 1 | -1, rule: DayRule): EpochMs {
  const here = businessDayBounds(businessDayOf(at, rule), rule)
  const there = days > 0 ? here.to : businessDayBounds(businessDayOf(here.from - 1, rule), rule).from
  return there + (at - here.from)
}

import * as z from 'zod'
import {
  cleanText,
  envelope,
  err,
  idSchema,
  MAX_EPOCH_MS,
  ok,
  safeText,
  type EpochMs,
  type OrderId,
  type ReservationId,
  type Result,
  type TableId,
} from '../kernel/index.ts'
import type { MergePolicy } from '../merge/index.ts'

/** Of a reservation: its texts in UTF-16 units, and its guests. */
export const MAX_RESERVATION = { name: 60, phone: 30, remark: 500, guests: 999 }

/** F1: a table kept for somebody. A document of its own: two people who note two reservations never meet in one. Cancelled: marked as deleted. */
export const reservationSchema = z.strictObject({
  ...envelope('reservation'),
  table: idSchema('table'),
  name: safeText(MAX_RESERVATION.name).min(1),
  guests: z.int().min(1).max(MAX_RESERVATION.guests),
  at: z.int().min(0).max(MAX_EPOCH_MS),
  phone: safeText(MAX_RESERVATION.phone).nullable().optional(),
  remark: safeText(MAX_RESERVATION.remark).nullable().optional(),
  /** The order that its guests have: it is over. */
  order: idSchema('order').nullable().optional(),
})
export type Reservation = z.infer<typeof reservationSchema>

/** F2: guests who were seated stay seated; which of two orders was theirs first is the table's question, not a conflict. */
export const reservationMergePolicy: MergePolicy = {
  order: ({ theirs, mine }) => theirs ?? mine ?? null,
  deleted: () => true,
}

/** What is asked for a reservation, as it is typed. */
export interface ReservationForm {
  readonly table: TableId | null
  readonly name: string
  readonly guests: number
  readonly at: EpochMs
  readonly phone: string
  readonly remark: string
}

export type ReservationProblem = 'reservation.noTable' | 'reservation.noName' | 'reservation.noGuests'

/** A reservation as a form says it. `before` is the one that is changed. Fails with what is missing first. */
export function reservationOf(
  form: ReservationForm,
  before: Reservation | { readonly id: ReservationId },
): Result<Reservation, ReservationProblem> {
  const name = cleanText(form.name.trim(), MAX_RESERVATION.name)
  if (form.table === null) return err('reservation.noTable')
  if (name === '') return err('reservation.noName')
  if (form.guests < 1) return err('reservation.noGuests')
  return ok({
    ...before,
    kind: 'reservation',
    v: 1,
    table: form.table,
    name,
    guests: Math.min(form.guests, MAX_RESERVATION.guests),
    at: form.at,
    phone: typed(form.phone, MAX_RESERVATION.phone),
    remark: typed(form.remark, MAX_RESERVATION.remark),
  })
}

/** Null clears a field, so that a merge does not take an absent one for unchanged. */
function typed(text: string, max: number): string | null {
  const kept = cleanText(text.trim(), max)
  return kept === '' ? null : kept
}

/** F3: the guests are here: the reservation is over and says which order they have. */
export function seatedReservation(reservation: Reservation, order: OrderId): Reservation {
  return { ...reservation, order }
}

/** F3: nobody comes. A mark, so that it does not come back from a terminal that was away. */
export function cancelledReservation(reservation: Reservation): Reservation {
  return { ...reservation, deleted: true }
}

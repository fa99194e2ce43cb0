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

const MAX_NAME = 60
const MAX_PHONE = 30
const MAX_REMARK = 500
const MAX_RESERVED_GUESTS = 999

/** F1: a table kept for somebody. A document of its own: two people who note two reservations never meet in one. Cancelled: marked as deleted. */
export const reservationSchema = z.strictObject({
  ...envelope('reservation'),
  table: idSchema('table'),
  name: safeText(MAX_NAME).min(1),
  guests: z.int().min(1).max(MAX_RESERVED_GUESTS),
  at: z.int().min(0).max(MAX_EPOCH_MS),
  phone: safeText(MAX_PHONE).nullable().optional(),
  remark: safeText(MAX_REMARK).nullable().optional(),
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
  const name = cleanText(form.name.trim(), MAX_NAME)
  if (form.table === null) return err('reservation.noTable')
  if (name === '') return err('reservation.noName')
  if (form.guests < 1) return err('reservation.noGuests')
  return ok({
    ...before,
    kind: 'reservation',
    v: 1,
    table: form.table,
    name,
    guests: Math.min(form.guests, MAX_RESERVED_GUESTS),
    at: form.at,
    phone: typed(form.phone, MAX_PHONE),
    remark: typed(form.remark, MAX_REMARK),
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

import { describe, expect, it } from 'vitest'
import { createIdSource, type JsonObject } from '../kernel/index.ts'
import { mergeDocuments } from '../merge/index.ts'
import { TABLE_STATES } from '../orders/index.ts'
import {
  cancelledReservation,
  clashesAt,
  FLOOR_STATES,
  floorState,
  isLate,
  nextByTable,
  onDayAfter,
  quarterAfter,
  reservationMergePolicy,
  reservationOf,
  reservationSchema,
  seatedReservation,
  standingReservations,
  type Reservation,
  type ReservationForm,
} from './index.ts'

const ids = createIdSource({
  now: () => 1_790_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})
const MINUTE = 60_000
const rule = { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00' }
const evening = Date.UTC(2026, 10, 23, 11)
const [table, other] = [ids.next('table'), ids.next('table')]
const typed: ReservationForm = { table, name: ' 王 ', guests: 4, at: evening, phone: '', remark: '靠窗' }

function noted(change: Partial<ReservationForm> = {}): Reservation {
  const made = reservationOf({ ...typed, ...change }, { id: ids.next('reservation') })
  if (!made.ok) throw new Error(made.code)
  return made.value
}

function merged(base: Reservation, theirs: Reservation, mine: Reservation): ReturnType<typeof mergeDocuments> {
  const [b, t, m]: JsonObject[] = [base, theirs, mine]
  return mergeDocuments({ base: b ?? null, theirs: t ?? null, mine: m ?? {}, policy: reservationMergePolicy })
}

describe('a reservation', () => {
  it('F1: keeps what was typed, and is refused without a table, a name or guests', () => {
    expect(noted()).toMatchObject({ kind: 'reservation', name: '王', guests: 4, phone: null, remark: '靠窗' })
    expect(reservationSchema.parse(noted())).toMatchObject({ table, at: evening })
    const problems = [{ table: null }, { name: '  ' }, { guests: 0 }].map((change) =>
      reservationOf({ ...typed, ...change }, { id: ids.next('reservation') }),
    )
    expect(problems).toMatchObject([
      { code: 'reservation.noTable' },
      { code: 'reservation.noName' },
      { code: 'reservation.noGuests' },
    ])
  })

  it('F1: changed, it stays the same one, and clears what is no longer said', () => {
    const before = noted()
    const after = reservationOf({ ...typed, remark: '', guests: 5 }, before)
    expect(after).toEqual({ ok: true, value: { ...before, remark: null, guests: 5 } })
  })

  it('F2: what two terminals said of it apart is kept; seated and cancelled are marks that stay', () => {
    const base = noted()
    const [first, second] = [ids.next('order'), ids.next('order')]
    expect(merged(base, { ...base, guests: 6 }, { ...base, remark: '儿童椅' })).toMatchObject({
      merged: { guests: 6, remark: '儿童椅' },
      conflicts: [],
    })
    expect(merged(base, seatedReservation(base, first), seatedReservation(base, second))).toMatchObject({
      merged: { order: first },
      conflicts: [],
    })
    expect(merged(base, cancelledReservation(base), { ...base, guests: 2 }).merged).toMatchObject({ deleted: true })
  })
})

describe('what the floor shows of reservations', () => {
  it('F3, F5: those that are not seated, cancelled or of a day before, the soonest first', () => {
    const [late, soon, later] = [noted({ at: evening - 40 * MINUTE }), noted(), noted({ at: evening + 26 * 3_600_000 })]
    const over = [
      seatedReservation(noted(), ids.next('order')),
      cancelledReservation(noted()),
      noted({ at: evening - 24 * 3_600_000 }),
    ]
    expect(standingReservations([later, ...over, soon, late], evening, rule)).toEqual([late, soon, later])
    expect(isLate(late, evening)).toBe(true)
    expect(isLate(soon, evening + 15 * MINUTE)).toBe(false)
    expect(nextByTable([late, soon])).toEqual(new Map([[table, late]]))
  })

  it('F4: a free table is reserved from ninety minutes before, and until somebody decides; an open order goes before', () => {
    const reservation = noted()
    expect(floorState('free', reservation, evening - 91 * MINUTE)).toBe('free')
    expect(floorState('free', reservation, evening - 90 * MINUTE)).toBe('reserved')
    expect(floorState('free', reservation, evening + 90 * MINUTE)).toBe('reserved')
    expect(floorState('sent', reservation, evening)).toBe('sent')
    expect(floorState('free', null, evening)).toBe('free')
    expect(FLOOR_STATES.filter((state) => state !== 'reserved')).toEqual(TABLE_STATES)
  })

  it('F6: two of one table less than two hours apart clash, but none with itself', () => {
    const [own, near, far] = [noted(), noted({ at: evening + 119 * MINUTE }), noted({ at: evening + 120 * MINUTE })]
    const elsewhere = noted({ table: other })
    const standing = [own, near, far, elsewhere]
    expect(clashesAt({ table, at: evening, self: own.id }, standing)).toEqual([near])
    expect(clashesAt({ table, at: evening, self: null }, standing)).toEqual([own, near])
  })
})

describe('the time of a reservation', () => {
  it('goes by quarters, and by days of the branch', () => {
    expect(quarterAfter(evening + 1)).toBe(evening + 15 * MINUTE)
    expect(quarterAfter(evening)).toBe(evening)
    expect(onDayAfter(evening, 1, rule)).toBe(evening + 86_400_000)
    expect(onDayAfter(onDayAfter(evening, 1, rule), -1, rule)).toBe(evening)
    // The clocks of Berlin go back on the night to 25 October 2026: that day has 25 hours.
    const berlin = { timeZone: 'Europe/Berlin', dayStartsAt: '05:00' }
    const before = Date.UTC(2026, 9, 24, 17)
    expect(onDayAfter(before, 1, berlin)).toBe(before + 25 * 3_600_000)
  })
})

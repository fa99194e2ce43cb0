import * as z from 'zod'
import { invariant } from './invariant.ts'

/** Every kind of thing that has an id, and the three letters its ids begin with. Letters are never reused. */
export const ID_PREFIX = {
  order: 'ord',
  fact: 'fct',
  line: 'lin',
  round: 'rnd',
  payment: 'pay',
  refund: 'rfd',
  charge: 'chg',
  discount: 'dsc',
  merge: 'mrg',
  cart: 'crt',
  edit: 'edt',
  terminal: 'trm',
  incarnation: 'inc',
  person: 'psn',
  branch: 'brn',
  table: 'tbl',
  area: 'are',
  reservation: 'rsv',
  dish: 'dsh',
  category: 'cat',
  optionGroup: 'opg',
  option: 'opt',
  station: 'stn',
  tax: 'tax',
  drawer: 'drw',
  shift: 'shf',
  cashMovement: 'csh',
  reason: 'rsn',
  notePreset: 'npr',
  discountPreset: 'dpr',
  setPart: 'spt',
  conflict: 'cfl',
  deadLetter: 'ddl',
  ledgerFinding: 'lfd',
  approval: 'apr',
  event: 'evt',
} as const

export type IdKind = keyof typeof ID_PREFIX

/** Text of the form `prefix_uuid`, told apart by prefix at compile time. Ids sort by the time they were made (uuid v7). */
export type Id<P extends string> = string & z.core.$brand<P>
export type IdOf<K extends IdKind> = Id<(typeof ID_PREFIX)[K]>

type AnyId = { [K in IdKind]: IdOf<K> }[IdKind]

export type OrderId = IdOf<'order'>
export type FactId = IdOf<'fact'>
export type LineId = IdOf<'line'>
export type RoundId = IdOf<'round'>
export type PaymentId = IdOf<'payment'>
export type RefundId = IdOf<'refund'>
export type ChargeId = IdOf<'charge'>
export type DiscountId = IdOf<'discount'>
export type MergeId = IdOf<'merge'>
export type CartId = IdOf<'cart'>
export type EditId = IdOf<'edit'>
export type TerminalId = IdOf<'terminal'>
export type IncarnationId = IdOf<'incarnation'>
export type PersonId = IdOf<'person'>
export type BranchId = IdOf<'branch'>
export type TableId = IdOf<'table'>
export type AreaId = IdOf<'area'>
export type ReservationId = IdOf<'reservation'>
export type DishId = IdOf<'dish'>
export type CategoryId = IdOf<'category'>
export type OptionGroupId = IdOf<'optionGroup'>
export type OptionId = IdOf<'option'>
export type StationId = IdOf<'station'>
export type DrawerId = IdOf<'drawer'>
export type ShiftId = IdOf<'shift'>
export type TaxId = IdOf<'tax'>
export type SetPartId = IdOf<'setPart'>
export type ConflictId = IdOf<'conflict'>
export type DeadLetterId = IdOf<'deadLetter'>
export type LedgerFindingId = IdOf<'ledgerFinding'>

/** `dvr_` and the SHA-256 of what is sold. */
export type DishVersionId = Id<'dvr'>

const UUID_V7 = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const ID_LENGTH = 40

/** The schema of one kind of id; its maximum length lets a store index it. */
export function idSchema<K extends IdKind>(kind: K) {
  const prefix: (typeof ID_PREFIX)[K] = ID_PREFIX[kind]
  return z
    .string()
    .max(ID_LENGTH)
    .regex(new RegExp(`^${prefix}_${UUID_V7}$`))
    .brand<(typeof ID_PREFIX)[K]>()
}

export const dishVersionIdSchema = z
  .string()
  .max(68)
  .regex(/^dvr_[0-9a-f]{64}$/)
  .brand<'dvr'>()

/** When the id was made by its maker's clock, in ms since 1970. Tells an order of things, proves nothing. */
export function timeOfId(id: AnyId): number {
  return Number.parseInt(id.slice(4, 12) + id.slice(13, 17), 16)
}

export interface IdSource {
  next<K extends IdKind>(kind: K): IdOf<K>
}

const LAST_COUNTER = 0xfff
const COUNTER_SEED = 0x7ff
const LAST_MS = 2 ** 48 - 1

/**
 * Makes ids that strictly ascend for the life of the source, also within one ms and when the clock steps back: a 12-bit counter
 * follows the time, 62 random bits follow the counter. `now` is in ms since 1970, `random` is cryptographically strong.
 */
export function createIdSource(ports: { now(): number; random(bytes: number): Uint8Array }): IdSource {
  let ms = -1
  let counter = 0

  function advance(fresh: number): void {
    const now = Math.floor(ports.now())
    invariant(now >= 0 && now <= LAST_MS, 'time outside uuid v7')
    if (now > ms) {
      ms = now
      counter = fresh & COUNTER_SEED
    } else if (counter === LAST_COUNTER) {
      ms += 1
      counter = fresh & COUNTER_SEED
    } else counter += 1
  }

  function next<K extends IdKind>(kind: K): IdOf<K> {
    const bytes = ports.random(10)
    invariant(bytes.length === 10, 'entropy gave another number of bytes')
    advance(((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0))
    const time = hex(ms, 12)
    const tail = Array.from(bytes.subarray(0, 8), (byte, index) =>
      hex(index === 0 ? (byte & 0x3f) | 0x80 : byte, 2),
    ).join('')
    const uuid = `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`
    return `${ID_PREFIX[kind]}_${uuid}` as IdOf<K>
  }

  return { next }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

import type { EpochMs, Money, Names, OrderId, PersonId } from '../kernel/index.ts'
import type { Line, Tender } from '../orders/index.ts'

/** How often something happened and what it came to. */
export interface Tally {
  readonly count: number
  readonly amount: Money
}

export interface TallyOf<K> extends Tally {
  readonly of: K
}

export interface TenderRow {
  readonly tender: Tender
  readonly payments: number
  readonly paid: Money
  readonly refunded: Money
  /** paid − refunded. */
  readonly takings: Money
}

/** Units sold of one dish: neither voided nor comped. */
export interface DishRow extends TallyOf<Line['dish']> {
  readonly names: Names
}

export interface HourRow {
  /** 0 to 23, the branch's clock. */
  readonly hour: number
  readonly takings: Money
  /** Orders opened in it. */
  readonly orders: number
}

export interface WaiterRow {
  /** The person who owns the order; null while its opening has not arrived. */
  readonly person: PersonId | null
  readonly orders: number
  readonly guests: number
  readonly billed: Money
  readonly takings: Money
}

export interface TakenBack extends Tally {
  readonly byReason: readonly TallyOf<string>[]
  readonly byPerson: readonly TallyOf<PersonId>[]
}

/**
 * What some orders came to. These hold to the minor unit: takings = paid − refunded = the tenders' = the hours' = the waiters' takings;
 * subtotal − discounts + charges + taxAdded + rounding = billed = the waiters'; the dishes' amounts = the categories' = subtotal.
 */
export interface Report {
  readonly takings: Money
  readonly paid: Money
  readonly refunded: Money
  /** Given on top of what was paid; no part of the takings. */
  readonly tips: Money
  readonly byTender: readonly TenderRow[]
  readonly subtotal: Money
  readonly charges: Money
  readonly taxAdded: Money
  readonly rounding: Money
  /** What all bills ask for, paid or not. */
  readonly billed: Money
  /** Orders with something wanted or paid on their own bill: a merged one is no order of its own. */
  readonly orders: number
  readonly guests: number
  /** Of what was billed; null where nobody came. */
  readonly perOrder: Money | null
  readonly perGuest: Money | null
  readonly discounts: Tally & { readonly byReason: readonly TallyOf<string>[] }
  readonly voids: TakenBack
  readonly comps: TakenBack
  /** The most sold first. */
  readonly byDish: readonly DishRow[]
  /** Null: dishes that no category is known of. */
  readonly byCategory: readonly TallyOf<string | null>[]
  /** From the hour at which the business day begins. */
  readonly byHour: readonly HourRow[]
  readonly byWaiter: readonly WaiterRow[]
  /** Orders whose bill cannot be computed; they are in none of the sums. */
  readonly unreadable: readonly OrderId[]
}

export interface ReportRule {
  readonly timeZone: string
  readonly dayStartsAt: string
  /** The category that a dish is in now. */
  categoryOf(dish: Line['dish']): string | null
}

export type HourOf = (ms: EpochMs) => number

import type { ChargeId, DiscountId, LineId, Money, Names, OrderId } from '../../kernel/index.ts'
import type { LineTax } from '../../pricing/index.ts'
import type { EqualSplit, LineState, PaymentRecord, PreBill, RefundState } from '../order-state.ts'
import type { UnitRef } from '../places.ts'

/** The units of one line that stand on the bill. The line's home may be another order. */
export interface BillLine {
  readonly line: LineState
  readonly home: OrderId
  /** Units not voided, comped ones included. */
  readonly units: readonly number[]
  readonly voidedUnits: readonly number[]
  readonly compedUnits: readonly number[]
  /** What the units cost that are neither voided nor comped, before discounts. */
  readonly amount: Money
}

export interface BillDiscount {
  readonly discount: DiscountId
  /** The order in which it was given. */
  readonly order: OrderId
  readonly reason: string
  /** ≥ 0; taken off. */
  readonly amount: Money
}

export interface BillCharge {
  readonly charge: ChargeId
  readonly order: OrderId
  readonly names: Names
  readonly tax: LineTax
  readonly amount: Money
}

export interface BillTax extends LineTax {
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
}

/** An equal split as it was said: the parts of the sum then due. They never change. */
export interface BillParts {
  readonly split: EqualSplit
  readonly parts: readonly Money[]
}

/**
 * A bill of one share, or of a whole order (share null, the shares beside it). S6 holds to the minor unit:
 * subtotal − discount + charge + taxAdded + rounding = due = paid − refunded + open.
 */
export interface Bill {
  readonly order: OrderId
  readonly share: string | null
  readonly lines: readonly BillLine[]
  readonly subtotal: Money
  readonly discounts: readonly BillDiscount[]
  readonly discount: Money
  readonly charges: readonly BillCharge[]
  readonly charge: Money
  readonly taxes: readonly BillTax[]
  /** On top of the prices. */
  readonly taxAdded: Money
  /** Contained in the prices. */
  readonly taxIncluded: Money
  readonly rounding: Money
  readonly due: Money
  readonly payments: readonly PaymentRecord[]
  /** Confirmed payments without tips; tendered − change − tips = paid. */
  readonly paid: Money
  readonly tendered: Money
  readonly change: Money
  readonly tips: Money
  /** Payments started or unknown: neither counted nor forgotten. */
  readonly pending: Money
  readonly refunds: readonly RefundState[]
  readonly refunded: Money
  /** What is still to be paid; negative: the guest has it to his credit. */
  readonly open: Money
  readonly equalParts: BillParts | null
  readonly preBill: PreBill | null
  /** Once something was paid or closed: the units that no payment and no close had in view (M3). */
  readonly late: readonly UnitRef[]
  /** Lines whose price of the day or weight is still to be set; they stand at 0. */
  readonly pendingPrices: readonly LineId[]
  /** The shares of a whole order's bill, in order; empty in a share's own bill. */
  readonly shares: readonly Bill[]
}

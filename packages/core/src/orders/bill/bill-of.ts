import { share as equalShares, type Money, type OrderId } from '../../kernel/index.ts'
import type { OrderState } from '../order-state.ts'
import { WHOLE_SHARE, type Place, type UnitRef } from '../places.ts'
import { applyDiscounts, chargesAt, roundingAt, sum, taxesOf } from './bill-adjustments.ts'
import { billLines, mergeBillLines } from './bill-lines.ts'
import type { Bill, BillParts, BillTax } from './bill.ts'
import { billsTouchedBy } from './bills-touched-by.ts'
import { givenUp } from './nothing-wanted.ts'
import { judgeDiscounts, type JudgedDiscount } from './standing-discounts.ts'
import { refOf, standingUnits, type StandingUnit } from './standing-units.ts'
import { hasUnit, unitRefsOf, unitSetOf } from './unit-sets.ts'

/**
 * The bill of an order, or of one share of it. `orders` must hold the order itself and every order with a line that stands there
 * (`indexBills`); others change nothing. S6 and M1 to M10 hold; the same set of states gives the same bill to the minor unit.
 */
export function billOf(target: OrderId | Place, orders: Iterable<OrderState>): Bill {
  const order = typeof target === 'string' ? target : target.order
  const all = [...orders].filter((state) => billsTouchedBy(state).has(order))
  const host = all.find((state) => state.id === order) ?? null
  const units = standingUnits(order, all)
  const judged = judgeDiscounts(all)
  const around = { all, host, judged, free: givenUp(host, units.size > 0) }
  const billAt = (share: string): Bill => shareBill({ order, share }, units.get(share) ?? [], around)
  if (typeof target !== 'string') return billAt(target.share)
  return wholeBill(order, sharesOf(host, units).map(billAt))
}

interface Surroundings {
  readonly all: readonly OrderState[]
  readonly host: OrderState | null
  readonly judged: readonly JudgedDiscount[]
  /** Nothing is charged there. */
  readonly free: boolean
}

function sharesOf(host: OrderState | null, units: ReadonlyMap<string, unknown>): readonly string[] {
  const shares = new Set([WHOLE_SHARE, ...units.keys()])
  if (host) {
    for (const stated of [host.payments, host.refunds, host.charges]) for (const one of stated) shares.add(one.share)
  }
  return [...shares].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
}

function shareBill(at: Place, units: readonly StandingUnit[], { all, host, judged, free }: Surroundings): Bill {
  const subtotal = sum(units.map((unit) => unit.amount))
  const discounts = applyDiscounts(at, units, judged)
  const discount = sum(discounts.map((one) => one.amount))
  const charges = free ? [] : chargesAt(at, subtotal - discount, all)
  const charge = sum(charges.map((one) => one.amount))
  const taxes = taxesOf(units, charges)
  const rounding = roundingAt(at, units, host)
  const due = subtotal - discount + charge + addedTax(taxes) + rounding
  return {
    order: at.order,
    share: at.share,
    lines: billLines(units),
    subtotal,
    discounts,
    discount,
    charges,
    charge,
    taxes,
    rounding,
    due,
    taxAdded: addedTax(taxes),
    taxIncluded: sum(taxes.filter((tax) => tax.inclusive).map((tax) => tax.tax)),
    ...settlement(at.share, host, due),
    equalParts: equalPartsAt(at.share, host),
    preBill: host?.preBills.findLast((one) => one.share === at.share) ?? null,
    late: lateUnits(at.share, host, units),
    pendingPrices: pendingPrices(units),
    shares: [],
  }
}

function addedTax(taxes: readonly BillTax[]): Money {
  return sum(taxes.filter((tax) => !tax.inclusive).map((tax) => tax.tax))
}

type Settlement = Pick<
  Bill,
  'payments' | 'paid' | 'tendered' | 'change' | 'tips' | 'pending' | 'refunds' | 'refunded' | 'open'
>

/** M6, M7: only confirmed payments count; what is on its way is shown beside them. */
function settlement(share: string, host: OrderState | null, due: number): Settlement {
  const payments = host?.payments.filter((payment) => payment.share === share) ?? []
  const refunds = host?.refunds.filter((refund) => refund.share === share) ?? []
  const confirmed = payments.filter((payment) => payment.state === 'confirmed')
  const paid = sum(confirmed.map((payment) => payment.amount))
  const change = sum(confirmed.map((payment) => payment.change))
  const tips = sum(confirmed.map((payment) => payment.tip))
  const underWay = payments.filter((payment) => payment.state === 'started' || payment.state === 'unknown')
  const refunded = sum(refunds.map((refund) => refund.amount))
  return {
    payments,
    paid,
    change,
    tips,
    refunds,
    refunded,
    tendered: paid + change + tips,
    pending: sum(underWay.map((payment) => payment.amount)),
    open: due - paid + refunded,
  }
}

function equalPartsAt(share: string, host: OrderState | null): BillParts | null {
  const split = host?.splits.findLast((one) => one.share === share)
  return split ? { split, parts: equalShares(split.basis.due, split.ways) } : null
}

/** M3: what came after the money of its share or after the close, or unseen by them. */
function lateUnits(share: string, host: OrderState | null, units: readonly StandingUnit[]): UnitRef[] {
  const payments = host?.payments.filter((payment) => payment.state === 'confirmed') ?? []
  const closes = host?.closes.filter((close) => !close.undone) ?? []
  if (closes.length === 0 && !payments.some((payment) => payment.share === share)) return []
  const seen = unitSetOf([...payments, ...closes].flatMap((stated) => stated.basis.units))
  const late = units.filter((unit) => !unit.state.voided && !hasUnit(seen, unit.line.id, unit.state.unit))
  return unitRefsOf(late.map(refOf))
}

function pendingPrices(units: readonly StandingUnit[]): Bill['pendingPrices'] {
  const pending = units.filter((unit) => !unit.state.voided && (unit.line.price.pending || unit.line.unweighed))
  return [...new Set(pending.map((unit) => unit.line.id))]
}

/** The whole of an order is the sum of its shares, so that no minor unit appears or is lost between them. */
function wholeBill(order: OrderId, shares: readonly Bill[]): Bill {
  return {
    order,
    share: null,
    shares,
    ...sumFields(shares),
    lines: mergeBillLines(shares.flatMap((bill) => bill.lines)),
    discounts: shares.flatMap((bill) => bill.discounts),
    charges: shares.flatMap((bill) => bill.charges),
    taxes: mergeTaxes(shares.flatMap((bill) => bill.taxes)),
    payments: shares.flatMap((bill) => bill.payments),
    refunds: shares.flatMap((bill) => bill.refunds),
    equalParts: shares[0]?.equalParts ?? null,
    preBill: shares[0]?.preBill ?? null,
    late: shares.flatMap((bill) => bill.late),
    pendingPrices: [...new Set(shares.flatMap((bill) => bill.pendingPrices))],
  }
}

const SUMMED = [
  'subtotal',
  'discount',
  'charge',
  'taxAdded',
  'taxIncluded',
  'rounding',
  'due',
  'paid',
  'tendered',
  'change',
  'tips',
  'pending',
  'refunded',
  'open',
] as const satisfies readonly (keyof Bill)[]

function sumFields(shares: readonly Bill[]): Pick<Bill, (typeof SUMMED)[number]> {
  const total = (field: (typeof SUMMED)[number]): Money => sum(shares.map((bill) => bill[field]))
  const entries = SUMMED.map((field): [(typeof SUMMED)[number], Money] => [field, total(field)])
  return Object.fromEntries(entries) as Pick<Bill, (typeof SUMMED)[number]>
}

function mergeTaxes(taxes: readonly BillTax[]): BillTax[] {
  const merged = new Map<string, BillTax>()
  for (const tax of taxes) {
    const key = `${tax.ratePpm} ${tax.inclusive}`
    const known = merged.get(key)
    const { net, gross } = tax
    merged.set(
      key,
      known ? { ...known, net: known.net + net, tax: known.tax + tax.tax, gross: known.gross + gross } : tax,
    )
  }
  return [...merged.values()]
}

import { InvariantError, type EpochMs, type OrderId } from '../kernel/index.ts'
import { billOf, indexBills, mergedInto, type Bill, type OrderState } from '../orders/index.ts'
import type { BilledOrder } from './billed-order.ts'
import { dishFigures, takenBack } from './dish-figures.ts'
import { averageOf } from './merge-reports.ts'
import { byHour, byTender, byWaiter } from './money-figures.ts'
import type { Report, ReportRule } from './report.ts'
import { Tallies } from './tally.ts'

/**
 * What `orders` came to. Each payment and each unit stands on one bill, so that it counts once, merged or moved. `around` are orders
 * that are not asked for, yet may have lines on the bills of those that are.
 */
export function reportOf(orders: readonly OrderState[], rule: ReportRule, around: readonly OrderState[] = []): Report {
  const asked = new Map(orders.map((state) => [state.id, state]))
  const index = indexBills(new Map([...around, ...orders].map((state) => [state.id, state])).values())
  const unreadable: OrderId[] = []
  const billed: BilledOrder[] = []
  for (const state of asked.values()) {
    const bill = billOrNull(state.id, index.get(state.id) ?? [state])
    if (bill) billed.push(withBill(state, bill))
    else unreadable.push(state.id)
  }
  return { ...totals(billed), ...figures(billed, rule), unreadable }
}

function billOrNull(order: OrderId, concerned: readonly OrderState[]): Bill | null {
  try {
    return billOf(order, concerned)
  } catch (cause) {
    if (cause instanceof InvariantError) return null
    throw cause
  }
}

function withBill(state: OrderState, bill: Bill): BilledOrder {
  const standing = bill.lines.some((line) => line.units.length > 0)
  const counted = standing || bill.paid !== 0 || bill.due !== 0
  return { state, bill, counted, guests: counted || mergedInto(state) !== null ? state.guests : 0 }
}

function totals(billed: readonly BilledOrder[]) {
  const sum = (of: (order: BilledOrder) => number): number => billed.reduce((total, order) => total + of(order), 0)
  const [paid, refunded] = [sum(({ bill }) => bill.paid), sum(({ bill }) => bill.refunded)]
  const [orders, guests] = [sum(({ counted }) => Number(counted)), sum((order) => order.guests)]
  const due = sum(({ bill }) => bill.due)
  return {
    paid,
    refunded,
    takings: paid - refunded,
    tips: sum(({ bill }) => bill.tips),
    subtotal: sum(({ bill }) => bill.subtotal),
    charges: sum(({ bill }) => bill.charge),
    taxAdded: sum(({ bill }) => bill.taxAdded),
    rounding: sum(({ bill }) => bill.rounding),
    billed: due,
    orders,
    guests,
    perOrder: averageOf(due, orders),
    perGuest: averageOf(due, guests),
  }
}

function figures(billed: readonly BilledOrder[], rule: ReportRule) {
  const bills = billed.map(({ bill }) => bill)
  return {
    byTender: byTender(bills),
    byHour: byHour(billed, hourIn(rule.timeZone), Number(rule.dayStartsAt.slice(0, 2))),
    byWaiter: byWaiter(billed),
    discounts: discountsOf(bills),
    voids: takenBack(bills, 'voided'),
    comps: takenBack(bills, 'comped'),
    ...dishFigures(bills, rule),
  }
}

/** A discount that covers units on two bills is one discount. */
function discountsOf(bills: readonly Bill[]): Report['discounts'] {
  const byReason = new Tallies<string>()
  const seen = new Set<string>()
  let amount = 0
  for (const one of bills.flatMap((bill) => bill.discounts)) {
    byReason.add(one.reason, seen.has(one.discount) ? 0 : 1, one.amount)
    seen.add(one.discount)
    amount += one.amount
  }
  return { count: seen.size, amount, byReason: byReason.rows() }
}

function hourIn(timeZone: string): (ms: EpochMs) => number {
  const format = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone })
  return (ms) => Number(format.format(ms))
}

import type { PersonId } from '../kernel/index.ts'
import { tenderSchema, type Bill } from '../orders/index.ts'
import type { BilledOrder } from './billed-order.ts'
import type { HourOf, HourRow, TenderRow, WaiterRow } from './report.ts'

const HOURS = 24

/** The ways to pay that were used. */
export function byTender(bills: readonly Bill[]): readonly TenderRow[] {
  const payments = bills.flatMap((bill) => bill.payments).filter((payment) => payment.state === 'confirmed')
  const refunds = bills.flatMap((bill) => bill.refunds)
  return tenderSchema.options.flatMap((tender) => {
    const [by, back] = [payments, refunds].map((all) => all.filter((one) => one.tender === tender))
    if (!by || !back || by.length + back.length === 0) return []
    const [paid, refunded] = [amountOf(by), amountOf(back)]
    return [{ tender, payments: by.length, paid, refunded, takings: paid - refunded }]
  })
}

/** The whole day from its first hour on: money when it was paid or given back, orders when they were opened. */
export function byHour(billed: readonly BilledOrder[], hourOf: HourOf, first: number): readonly HourRow[] {
  const rows = Array.from({ length: HOURS }, (_, hour) => ({ hour, takings: 0, orders: 0 }))
  const at = (ms: number) => rows[hourOf(ms)] ?? rows[0]!
  for (const { bill, state, counted } of billed) {
    for (const payment of bill.payments) if (payment.state === 'confirmed') at(payment.at.ms).takings += payment.amount
    for (const refund of bill.refunds) at(refund.at.ms).takings -= refund.amount
    if (counted && state.opening) at(state.opening.at.ms).orders += 1
  }
  return [...rows.slice(first), ...rows.slice(0, first)]
}

/** By the owner of the order whose bill it is. */
export function byWaiter(billed: readonly BilledOrder[]): readonly WaiterRow[] {
  const groups = Map.groupBy(billed, ({ state }): PersonId | null => state.opening?.owner ?? null)
  const sum = (some: readonly BilledOrder[], of: (order: BilledOrder) => number) =>
    some.reduce((total, order) => total + of(order), 0)
  return [...groups]
    .map(([person, some]) => ({
      person,
      orders: sum(some, ({ counted }) => Number(counted)),
      guests: sum(some, ({ guests }) => guests),
      billed: sum(some, ({ bill }) => bill.due),
      takings: sum(some, ({ bill }) => bill.paid - bill.refunded),
    }))
    .sort((a, b) => b.takings - a.takings || b.billed - a.billed)
}

function amountOf(some: readonly { readonly amount: number }[]): number {
  return some.reduce((total, one) => total + one.amount, 0)
}

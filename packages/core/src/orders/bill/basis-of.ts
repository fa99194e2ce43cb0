import { digestOf } from '../../kernel/index.ts'
import type { Basis } from '../fact-bodies.ts'
import type { OrderState } from '../order-state.ts'
import type { UnitRef } from '../places.ts'
import type { Bill } from './bill.ts'

/**
 * M2: what a statement about money has in view: the bill as it is shown, and how much of the order was known. `units` narrows it to some
 * of the bill's units (a discount on two dishes); without it, all that are not voided.
 */
export function basisOf(bill: Bill, host: OrderState, units?: readonly UnitRef[]): Basis {
  const known = Object.keys(host.document.facts).sort()
  const all = bill.lines
    .filter((line) => line.units.length > 0)
    .map(({ line, units: numbers }) => ({ line: line.id, units: [...numbers] }))
  return {
    units: units ? units.map((ref) => ({ line: ref.line, units: [...ref.units] })) : all,
    charges: bill.charges.map((charge) => charge.charge),
    discounts: [...new Set(bill.discounts.map((discount) => discount.discount))],
    due: bill.due,
    seen: { count: known.length, digest: digestOf(known) },
  }
}

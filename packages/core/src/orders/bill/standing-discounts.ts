import { compareHybrid, type OrderId } from '../../kernel/index.ts'
import { compareText } from '../fold/counted-facts.ts'
import type { DiscountState, OrderState } from '../order-state.ts'
import { unitSetOf, unitsOverlap, type UnitSet } from './unit-sets.ts'

export interface JudgedDiscount {
  readonly given: DiscountState
  readonly order: OrderId
  readonly covers: UnitSet
  /** The discount that came first and that this one had not seen; it then counts for nothing (M5). */
  readonly setAsideBy: DiscountState | null
}

/** M5: discounts in (time, id). One that covers a unit of an earlier one and had not seen it, nor been seen by it, is set aside. */
export function judgeDiscounts(orders: readonly OrderState[]): readonly JudgedDiscount[] {
  const all = orders.flatMap((state) => state.discounts.map((given) => ({ given, order: state.id })))
  const judged: JudgedDiscount[] = []
  for (const { given, order } of all.filter((one) => !one.given.withdrawn).sort(byTime)) {
    const covers = unitSetOf(given.basis.units)
    const apart = judged.find((earlier) => earlier.setAsideBy === null && givenApart(earlier, given, covers))
    judged.push({ given, order, covers, setAsideBy: apart?.given ?? null })
  }
  return judged
}

function givenApart(earlier: JudgedDiscount, later: DiscountState, covers: UnitSet): boolean {
  const known = later.basis.discounts.includes(earlier.given.discount)
  const seen = earlier.given.basis.discounts.includes(later.discount)
  return !known && !seen && unitsOverlap(earlier.covers, covers)
}

function byTime(a: { given: DiscountState }, b: { given: DiscountState }): number {
  return compareHybrid(a.given.at, b.given.at) || compareText(a.given.fact, b.given.fact)
}

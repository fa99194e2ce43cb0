import { PARTS_PER_MILLION, allocate, portion, taxOf, type Money } from '../../kernel/index.ts'
import type { LineTax } from '../../pricing/index.ts'
import type { ChargeState, OrderState } from '../order-state.ts'
import { WHOLE_SHARE, type Place } from '../places.ts'
import type { BillCharge, BillDiscount, BillTax } from './bill.ts'
import type { JudgedDiscount } from './standing-discounts.ts'
import { counts, type StandingUnit } from './standing-units.ts'
import { hasUnit, unitSetOf } from './unit-sets.ts'

/**
 * M4: a discount touches only units of its basis. A percentage goes with them to whatever bill they stand on; an amount stays on the bill
 * it was given to, and is at most what its units cost there. Each takes from what the earlier ones left.
 */
export function applyDiscounts(
  at: Place,
  units: readonly StandingUnit[],
  judged: readonly JudgedDiscount[],
): BillDiscount[] {
  const applied: BillDiscount[] = []
  for (const { given, order, covers, setAsideBy } of judged) {
    if (setAsideBy) continue
    const own = order === at.order && given.share === at.share
    if (given.method.type === 'amount' && !own) continue
    const covered = units.filter((unit) => hasUnit(covers, unit.line.id, unit.state.unit))
    if (covered.length === 0 && !own) continue
    const amount = takeOff(covered, given.method)
    applied.push({ discount: given.discount, order, reason: given.reason, amount })
  }
  return applied
}

function takeOff(covered: readonly StandingUnit[], method: JudgedDiscount['given']['method']): Money {
  const left = sum(covered.map((unit) => unit.net))
  const wanted = method.type === 'percent' ? portion(left, method.ratePpm, PARTS_PER_MILLION) : method.amount
  const amount = Math.max(0, Math.min(wanted, left))
  if (amount === 0) return 0
  const parts = allocate(
    amount,
    covered.map((unit) => Math.max(0, unit.net)),
  )
  for (const [index, unit] of covered.entries()) unit.net -= parts[index] ?? 0
  return amount
}

/** M8: fixed and per-guest charges stand where merges brought their order; a percentage belongs to the bill it was added to. */
export function chargesAt(at: Place, net: Money, orders: readonly OrderState[]): BillCharge[] {
  return orders.flatMap((state) =>
    state.charges
      .filter((charge) => !charge.withdrawn && standsAt(state, charge, at))
      .map(({ charge, names, tax, method }) => ({
        charge,
        order: state.id,
        names,
        tax,
        amount: chargeAmount(method, net, state.guests),
      })),
  )
}

function standsAt(state: OrderState, charge: ChargeState, at: Place): boolean {
  const merged = charge.method.type !== 'percent' && state.chargesAt !== state.id
  return merged
    ? at.order === state.chargesAt && at.share === WHOLE_SHARE
    : at.order === state.id && at.share === charge.share
}

function chargeAmount(method: ChargeState['method'], net: Money, guests: number): Money {
  if (method.type === 'percent') return portion(net, method.ratePpm, PARTS_PER_MILLION)
  return method.type === 'perGuest' ? method.amount * guests : method.amount
}

/** M9: tax by rate, of what is left after discounts, so that the sum per rate is rounded once. */
export function taxesOf(units: readonly StandingUnit[], charges: readonly BillCharge[]): BillTax[] {
  const groups = new Map<string, LineTax & { amount: Money }>()
  const add = ({ ratePpm, inclusive }: LineTax, amount: Money): void => {
    const key = `${ratePpm} ${inclusive}`
    const group = groups.get(key) ?? { ratePpm, inclusive, amount: 0 }
    group.amount += amount
    groups.set(key, group)
  }
  for (const unit of units) if (counts(unit)) add(unit.line.tax, unit.net)
  for (const charge of charges) add(charge.tax, charge.amount)
  return [...groups.values()]
    .sort((a, b) => a.ratePpm - b.ratePpm || Number(a.inclusive) - Number(b.inclusive))
    .map(({ ratePpm, inclusive, amount }) => ({ ratePpm, inclusive, ...taxOf(amount, ratePpm, inclusive) }))
}

/** M10: the latest rounding of the share stands while a unit that it had in view still counts there. */
export function roundingAt(at: Place, units: readonly StandingUnit[], host: OrderState | null): Money {
  const latest = host?.roundings.findLast((rounding) => rounding.share === at.share)
  if (!latest) return 0
  const seen = unitSetOf(latest.basis.units)
  return units.some((unit) => counts(unit) && hasUnit(seen, unit.line.id, unit.state.unit)) ? latest.amount : 0
}

export function sum(amounts: readonly Money[]): Money {
  return amounts.reduce((total, amount) => total + amount, 0)
}

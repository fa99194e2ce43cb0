import type { FactId, LineId, OrderId } from '../../kernel/index.ts'
import type { Bill } from '../bill/bill.ts'
import { unitSetOf } from '../bill/unit-sets.ts'
import type { LineState, OrderState, UnitState } from '../order-state.ts'
import { contradiction, type Contradiction } from './contradiction.ts'

/** C: a share on which more was taken than is due, and why: what was paid for was voided, or moved away, or was paid for twice. */
export function creditContradictions(
  state: OrderState,
  bill: Bill,
  lines: ReadonlyMap<LineId, LineState>,
): Contradiction[] {
  return bill.shares.filter((share) => share.open < 0).flatMap((share) => explainCredit(state, share, lines))
}

function explainCredit(state: OrderState, bill: Bill, lines: ReadonlyMap<LineId, LineState>): Contradiction[] {
  const payments = bill.payments.filter((payment) => payment.state === 'confirmed')
  const paidFor = namedUnits(
    payments.flatMap((payment) => payment.basis.units),
    lines,
  )
  const voided = paidFor.filter(({ unit }) => unit.voided)
  const moved = paidFor.filter(({ unit }) => !unit.voided && !standsHere(unit, state.id, bill.share))
  const orders = [state.id]
  const money = payments.map((payment) => payment.fact)
  const found: Contradiction[] = []
  if (voided.length > 0) {
    const facts = [...money, ...voided.flatMap(({ unit }) => unit.voided?.facts ?? [])]
    found.push(contradiction('voidedAfterPaid', { orders, facts, lines: voided.map(({ line }) => line.id) }))
  }
  if (moved.length > 0) {
    const facts = [...money, ...moved.flatMap(({ unit }): FactId[] => (unit.placedBy ? [unit.placedBy.fact] : []))]
    const where = [state.id, ...moved.map(({ unit }) => unit.place.order)]
    found.push(contradiction('movedAfterPaid', { orders: where, facts, lines: moved.map(({ line }) => line.id) }))
  }
  const asked = Math.max(0, ...payments.map((payment) => payment.basis.due))
  if (found.length === 0 || bill.paid - bill.refunded > asked) {
    found.push(contradiction('overpaid', { orders, facts: money }))
  }
  return found
}

interface Named {
  readonly line: LineState
  readonly unit: UnitState
}

function namedUnits(refs: Parameters<typeof unitSetOf>[0], lines: ReadonlyMap<LineId, LineState>): Named[] {
  return [...unitSetOf(refs)].flatMap(([id, numbers]) => {
    const line = lines.get(id)
    if (!line) return []
    return [...numbers].flatMap((number) => {
      const unit = line.units[number - 1]
      return unit ? [{ line, unit }] : []
    })
  })
}

function standsHere({ place }: UnitState, order: OrderId, share: string | null): boolean {
  return place.order === order && place.share === share
}

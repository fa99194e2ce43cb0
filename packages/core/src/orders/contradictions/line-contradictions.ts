import type { LineState, OrderState, UnitState } from '../order-state.ts'
import { contradiction, type Contradiction } from './contradiction.ts'

/** C: lines sent apart otherwise, and voids that met a dish already made. */
export function lineContradictions(states: readonly OrderState[]): Contradiction[] {
  return states.flatMap((state) =>
    [...state.lines.values()].flatMap((line) => [...sentTwice(line), ...voidedLate(line)]),
  )
}

function sentTwice(line: LineState): Contradiction[] {
  if (line.apart.length === 0) return []
  const facts = [line.sent.fact, ...line.apart.map((other) => other.fact)]
  return [contradiction('lineSentTwice', { orders: [line.order], facts, lines: [line.id] })]
}

/** An approver who voids what was made knows that it was made. */
function voidedLate(line: LineState): Contradiction[] {
  const late = line.units.filter((unit) => unit.voided?.approver === null && isMade(unit))
  if (late.length === 0) return []
  const facts = late.flatMap((unit) => unit.voided?.facts ?? [])
  return [contradiction('voidedAfterServed', { orders: [line.order], facts, lines: [line.id] })]
}

function isMade(unit: UnitState): boolean {
  return unit.stage === 'ready' || unit.stage === 'served'
}

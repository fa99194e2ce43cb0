import type { LineId } from '../../kernel/index.ts'
import type { BillLine } from './bill.ts'
import type { StandingUnit } from './standing-units.ts'

type Numbers = { -readonly [K in 'units' | 'voidedUnits' | 'compedUnits']: number[] }
type BillLineDraft = Pick<BillLine, 'line' | 'home'> & Numbers & { amount: number }

/** The lines of a bill in the order of sending, each with the units that stand on it. */
export function billLines(units: readonly StandingUnit[]): BillLine[] {
  const lines = new Map<LineId, BillLineDraft>()
  for (const { line, home, state, amount } of units) {
    const entry = lines.get(line.id) ?? { line, home, units: [], voidedUnits: [], compedUnits: [], amount: 0 }
    lines.set(line.id, entry)
    if (state.voided) entry.voidedUnits.push(state.unit)
    else {
      entry.units.push(state.unit)
      if (state.comped) entry.compedUnits.push(state.unit)
    }
    entry.amount += amount
  }
  return [...lines.values()]
}

/** One line again where its units stand on several shares. */
export function mergeBillLines(lines: readonly BillLine[]): BillLine[] {
  const merged = new Map<LineId, BillLine>()
  for (const line of lines) {
    const known = merged.get(line.line.id)
    merged.set(line.line.id, known ? joinLines(known, line) : line)
  }
  return [...merged.values()]
}

function joinLines(a: BillLine, b: BillLine): BillLine {
  const join = (first: readonly number[], second: readonly number[]) => [...first, ...second].sort((x, y) => x - y)
  return {
    ...a,
    units: join(a.units, b.units),
    voidedUnits: join(a.voidedUnits, b.voidedUnits),
    compedUnits: join(a.compedUnits, b.compedUnits),
    amount: a.amount + b.amount,
  }
}

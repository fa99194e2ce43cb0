import type { LineId } from '../../kernel/index.ts'
import type { UnitRef } from '../places.ts'

/** Named units as a set, for asking and for comparing what two statements had in view. */
export type UnitSet = ReadonlyMap<LineId, ReadonlySet<number>>

export function unitSetOf(refs: readonly UnitRef[]): UnitSet {
  const set = new Map<LineId, Set<number>>()
  for (const ref of refs) {
    const units = set.get(ref.line)
    if (units) for (const unit of ref.units) units.add(unit)
    else set.set(ref.line, new Set(ref.units))
  }
  return set
}

export function hasUnit(set: UnitSet, line: LineId, unit: number): boolean {
  return set.get(line)?.has(unit) ?? false
}

export function unitsOverlap(a: UnitSet, b: UnitSet): boolean {
  for (const [line, units] of a) {
    const others = b.get(line)
    if (others && [...units].some((unit) => others.has(unit))) return true
  }
  return false
}

/** Lines in the order met, units ascending. */
export function unitRefsOf(units: Iterable<{ readonly line: LineId; readonly unit: number }>): UnitRef[] {
  const byLine = new Map<LineId, number[]>()
  for (const { line, unit } of units) {
    const known = byLine.get(line)
    if (known) known.push(unit)
    else byLine.set(line, [unit])
  }
  return [...byLine].map(([line, numbers]) => ({ line, units: numbers.sort((a, b) => a - b) }))
}

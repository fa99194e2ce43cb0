import { err, ok, type LineId, type OrderId, type Result } from '../../kernel/index.ts'
import { unitRefsOf } from '../bill/unit-sets.ts'
import type { LineState, OrderState, UnitState } from '../order-state.ts'
import type { UnitRef } from '../places.ts'
import { unitsOfSet } from '../set-units.ts'

export interface NamedUnit {
  readonly home: OrderState
  readonly line: LineState
  readonly state: UnitState
}

/** H1: the units that a person pointed at, with their home orders, where every fact about them is written. Each once, in the order named. */
export function findUnits(
  orders: Iterable<OrderState>,
  refs: readonly UnitRef[],
): Result<readonly NamedUnit[], 'line.unknown' | 'unit.unknown'> {
  const all = [...orders]
  const found = new Map<string, NamedUnit>()
  for (const ref of refs) {
    const home = all.find((state) => state.lines.has(ref.line))
    const line = home?.lines.get(ref.line)
    if (!home || !line) return err('line.unknown', ref.line)
    for (const number of ref.units) {
      const state = line.units[number - 1]
      if (!state) return err('unit.unknown', `${ref.line} ${number}`)
      found.set(`${ref.line} ${number}`, { home, line, state })
    }
  }
  return ok([...found.values()])
}

/** O8: the units and, with each unit of a set meal, what belongs to it. Each once. */
export function withBelongings(units: readonly NamedUnit[]): readonly NamedUnit[] {
  const all = new Map(units.map((unit) => [`${unit.line.id} ${unit.state.unit}`, unit]))
  for (const { home, line: set, state } of units)
    for (const { line, unit } of unitsOfSet(home.lines.values(), set, state.unit)) {
      const own = line.units[unit - 1]
      if (own) all.set(`${line.id} ${unit}`, { home, line, state: own })
    }
  return [...all.values()]
}

/** The same units as one list of names for each home order. */
export function byHome(units: Iterable<NamedUnit>): ReadonlyMap<OrderId, UnitRef[]> {
  const groups = Map.groupBy(units, (unit) => unit.home.id)
  const named = (group: readonly NamedUnit[]): UnitRef[] =>
    unitRefsOf(group.map(({ line, state }) => ({ line: line.id, unit: state.unit })))
  return new Map([...groups].map(([home, group]) => [home, named(group)]))
}

/** The lines that a person pointed at, by home order. Fails with `line.unknown`. */
export function findLines(
  orders: Iterable<OrderState>,
  ids: readonly LineId[],
): Result<readonly LineState[], 'line.unknown'> {
  const all = [...orders]
  const lines: LineState[] = []
  for (const id of new Set(ids)) {
    const line = all.find((state) => state.lines.has(id))?.lines.get(id)
    if (!line) return err('line.unknown', id)
    lines.push(line)
  }
  return ok(lines)
}

/** Line ids by home order. */
export function linesByHome(lines: Iterable<LineState>): ReadonlyMap<OrderId, LineId[]> {
  const groups = Map.groupBy(lines, (line) => line.order)
  return new Map([...groups].map(([home, group]) => [home, group.map((line) => line.id)]))
}

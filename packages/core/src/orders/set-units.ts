import type { LineState } from './order-state.ts'

/** A unit of a line of a set meal's dishes, and the unit of the set to which it belongs. */
interface Belonging {
  readonly line: LineState
  readonly unit: number
}

/** O8: the units of the dishes that come with one unit of a set meal; none where the line is no set. */
export function unitsOfSet(lines: Iterable<LineState>, set: LineState, unit: number): readonly Belonging[] {
  return [...lines]
    .filter((line) => line.content.parent === set.id)
    .flatMap((line) =>
      line.units.filter((one) => setUnitOf(line, set, one.unit) === unit).map((one) => ({ line, unit: one.unit })),
    )
}

function setUnitOf(line: LineState, set: LineState, unit: number): number {
  const perSet = Math.max(1, Math.floor(line.units.length / set.units.length))
  return Math.min(set.units.length, Math.ceil(unit / perSet))
}

import type { LineId } from '@orderez/core/kernel'
import type { LineState, OrderState } from '@orderez/core/orders'

/** Lines the kitchen was told to wait with, by course; those without a course under null. */
export function heldByCourse(order: OrderState): ReadonlyMap<number | null, readonly LineId[]> {
  const held = [...order.lines.values()].filter((line) => !line.fired && line.units.some((unit) => !unit.voided))
  const byCourse = Map.groupBy(held, (line) => line.course)
  const courses = [...byCourse].toSorted(([a], [b]) => (a ?? 0) - (b ?? 0))
  return new Map(courses.map(([course, lines]) => [course, lines.map(({ id }) => id)]))
}

/** Lines the kitchen works on that nobody has rushed yet. */
export function linesToRush(order: OrderState): readonly LineId[] {
  return [...order.lines.values()]
    .filter((line) => line.fired && line.rushes.length === 0 && isOpen(line))
    .map(({ id }) => id)
}

function isOpen(line: LineState): boolean {
  return line.units.some((unit) => !unit.voided && unit.stage !== 'ready' && unit.stage !== 'served')
}

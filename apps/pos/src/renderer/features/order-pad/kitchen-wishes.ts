import type { LineId } from '@orderez/core/kernel'
import type { LineState, OrderState } from '@orderez/core/orders'

/** Lines the kitchen was told to wait with, by course; those without a course under null. What stands on the bill from others counts too. */
export function heldByCourse(
  order: OrderState,
  around: readonly OrderState[] = [order],
): ReadonlyMap<number | null, readonly LineId[]> {
  const held = linesOnBill(order, around).filter((line) => !line.fired && line.units.some((unit) => !unit.voided))
  const byCourse = Map.groupBy(held, (line) => line.course)
  const courses = [...byCourse].toSorted(([a], [b]) => (a ?? 0) - (b ?? 0))
  return new Map(courses.map(([course, lines]) => [course, lines.map(({ id }) => id)]))
}

/** Lines the kitchen works on that nobody has rushed yet. */
export function linesToRush(order: OrderState, around: readonly OrderState[] = [order]): readonly LineId[] {
  return linesOnBill(order, around)
    .filter((line) => line.fired && line.rushes.length === 0 && isOpen(line) && !isSet(line, around))
    .map(({ id }) => id)
}

/** A set meal is made in its dishes. */
function isSet({ id }: LineState, around: readonly OrderState[]): boolean {
  return around.some(({ lines }) => [...lines.values()].some(({ content }) => content.parent === id))
}

function isOpen(line: LineState): boolean {
  return line.units.some((unit) => !unit.voided && unit.stage !== 'ready' && unit.stage !== 'served')
}

function linesOnBill({ id }: OrderState, around: readonly OrderState[]): readonly LineState[] {
  return around.flatMap(({ lines }) =>
    [...lines.values()].filter((line) => line.units.some(({ place }) => place.order === id)),
  )
}

import { areOverlapping, frameOf, type Placement } from '@orderez/core/floor'

/** Room around the outermost tables for their seats and the waiter's initials. */
const MARGIN_CM = 40
/** Four lines of text fit into a table that is drawn this high. */
const READABLE_PX = 76
const LARGEST_PX_PER_CM = 1.3

/** What the plan of an area covers, in centimetres. */
export interface PlanBounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The smallest frame around all tables as they are turned, with room for their seats. */
export function planBounds(tables: readonly Placement[]): PlanBounds {
  const frames = tables.map(frameOf)
  if (frames.length === 0) return { x: 0, y: 0, width: 2 * MARGIN_CM, height: 2 * MARGIN_CM }
  const x = Math.min(...frames.map(({ left }) => left)) - MARGIN_CM
  const y = Math.min(...frames.map(({ top }) => top)) - MARGIN_CM
  return {
    x,
    y,
    width: Math.max(...frames.map(({ right }) => right)) + MARGIN_CM - x,
    height: Math.max(...frames.map(({ bottom }) => bottom)) + MARGIN_CM - y,
  }
}

/** The widths in pixels between which a plan scales: readable tables, but never huge ones. */
export function planWidths(tables: readonly Placement[], bounds: PlanBounds): { least: number; most: number } {
  const shortest = Math.min(...tables.map(({ w, h }) => Math.min(w, h)))
  const least = tables.length === 0 ? 0 : Math.ceil((bounds.width * READABLE_PX) / shortest)
  return { least, most: Math.max(least, Math.ceil(bounds.width * LARGEST_PX_PER_CM)) }
}

/** Whether two tables lie on one another: such a plan was never drawn, and tiles show its tables better. */
export function hasOverlap(tables: readonly Placement[]): boolean {
  return tables.some((a, index) => tables.slice(index + 1).some((b) => areOverlapping(a, b)))
}

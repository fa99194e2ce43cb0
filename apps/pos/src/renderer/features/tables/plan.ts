import type { Table } from '@orderez/core/floor'

/** Room around the outermost tables for their seats and the waiter's initials. */
const MARGIN_CM = 40
const SEAT_GAP_CM = 12
/** More chairs than these say nothing more. */
const MOST_SEATS_DRAWN = 24
/** Four lines of text fit into a table that is drawn this high. */
const READABLE_PX = 96
const LARGEST_PX_PER_CM = 1.3

/** What the plan of an area covers, in centimetres. */
export interface PlanBounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A chair, from the middle of its table; the angle in degrees turns its long side. */
export interface Seat {
  readonly x: number
  readonly y: number
  readonly angle: number
}

type Outline = Pick<Table, 'x' | 'y' | 'w' | 'h' | 'rotation'>

/** The smallest frame around all tables as they are turned, with room for their seats. */
export function planBounds(tables: readonly Outline[]): PlanBounds {
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
export function planWidths(tables: readonly Outline[], bounds: PlanBounds): { least: number; most: number } {
  const shortest = Math.min(...tables.map(({ w, h }) => Math.min(w, h)))
  const least = tables.length === 0 ? 0 : Math.ceil((bounds.width * READABLE_PX) / shortest)
  return { least, most: Math.max(least, Math.ceil(bounds.width * LARGEST_PX_PER_CM)) }
}

/** Whether two tables lie on one another: such a plan was never drawn, and tiles show its tables better. */
export function hasOverlap(tables: readonly Outline[]): boolean {
  const frames = tables.map(frameOf)
  return frames.some((a, index) =>
    frames.slice(index + 1).some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  )
}

/** Chairs stand in a ring around a round table, along the two long sides of any other. */
export function seatsAround({ shape, seats, w, h }: Pick<Table, 'shape' | 'seats' | 'w' | 'h'>): readonly Seat[] {
  const count = Math.min(seats, MOST_SEATS_DRAWN)
  const [a, b] = [w / 2 + SEAT_GAP_CM, h / 2 + SEAT_GAP_CM]
  if (shape === 'round') return Array.from({ length: count }, (_, index) => seatOnRing((360 * index) / count, a, b))
  const first = Math.ceil(count / 2)
  return Array.from({ length: count }, (_, index) => {
    const here = index < first ? index : index - first
    const along = (here + 0.5) / (index < first ? first : count - first) - 0.5
    const side = index < first ? -1 : 1
    return w >= h ? { x: along * w, y: side * b, angle: 0 } : { x: side * a, y: along * h, angle: 90 }
  })
}

function seatOnRing(angle: number, a: number, b: number): Seat {
  const turn = (angle * Math.PI) / 180
  return { x: Math.sin(turn) * a, y: -Math.cos(turn) * b, angle }
}

function frameOf({ x, y, w, h, rotation }: Outline) {
  const turn = (rotation * Math.PI) / 180
  const [sin, cos] = [Math.abs(Math.sin(turn)), Math.abs(Math.cos(turn))]
  const [halfWidth, halfHeight] = [(w * cos + h * sin) / 2, (w * sin + h * cos) / 2]
  const [middleX, middleY] = [x + w / 2, y + h / 2]
  return {
    left: middleX - halfWidth,
    right: middleX + halfWidth,
    top: middleY - halfHeight,
    bottom: middleY + halfHeight,
  }
}

import type { TableId } from '../kernel/index.ts'
import type { Table } from './table.ts'

/** The sides of a round table as it is compared with others; enough for its gap to be under a centimetre. */
const ROUND_CORNERS = 32

/** Where a table stands, in centimetres of its area's plan. `x`, `y` are its top left corner before it is turned about its middle. */
export type Placement = Pick<Table, 'shape' | 'x' | 'y' | 'w' | 'h' | 'rotation'>

/** The smallest upright rectangle around a table as it is turned; centimetres, not rounded. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A vector turned clockwise by degrees, as the plan has its y downwards. */
export function turned({ x, y }: Point, degrees: number): Point {
  const turn = (degrees * Math.PI) / 180
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)]
  return { x: x * cos - y * sin, y: x * sin + y * cos }
}

export function middleOf({ x, y, w, h }: Placement): Point {
  return { x: x + w / 2, y: y + h / 2 }
}

export function frameOf(table: Placement): Frame {
  const { x, y } = middleOf(table)
  const turn = (table.rotation * Math.PI) / 180
  const [sin, cos] = [Math.abs(Math.sin(turn)), Math.abs(Math.cos(turn))]
  const round = table.shape === 'round'
  const halfWidth = (round ? Math.hypot(table.w * cos, table.h * sin) : table.w * cos + table.h * sin) / 2
  const halfHeight = (round ? Math.hypot(table.w * sin, table.h * cos) : table.w * sin + table.h * cos) / 2
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight }
}

/** Whether two tables lie on one another, as they are turned and rounded; tables that only touch do not. */
export function areOverlapping(a: Placement, b: Placement): boolean {
  const [frameA, frameB] = [frameOf(a), frameOf(b)]
  const apart =
    frameA.left >= frameB.right ||
    frameB.left >= frameA.right ||
    frameA.top >= frameB.bottom ||
    frameB.top >= frameA.bottom
  if (apart) return false
  const [cornersA, cornersB] = [cornersOf(a), cornersOf(b)]
  return !hasGap(cornersA, cornersB) && !hasGap(cornersB, cornersA)
}

/** The tables of one area that lie on another one. */
export function overlapping(tables: readonly (Placement & Pick<Table, 'id'>)[]): ReadonlySet<TableId> {
  const found = new Set<TableId>()
  for (const [index, a] of tables.entries()) {
    for (const b of tables.slice(index + 1)) {
      if (areOverlapping(a, b)) found.add(a.id).add(b.id)
    }
  }
  return found
}

function cornersOf(table: Placement): readonly Point[] {
  const middle = middleOf(table)
  const [a, b] = [table.w / 2, table.h / 2]
  const local =
    table.shape === 'round'
      ? Array.from({ length: ROUND_CORNERS }, (_, index) => {
          const turn = (2 * Math.PI * index) / ROUND_CORNERS
          return { x: a * Math.cos(turn), y: b * Math.sin(turn) }
        })
      : [
          { x: -a, y: -b },
          { x: a, y: -b },
          { x: a, y: b },
          { x: -a, y: b },
        ]
  return local.map((corner) => {
    const { x, y } = turned(corner, table.rotation)
    return { x: middle.x + x, y: middle.y + y }
  })
}

/** Less than a tenth of a millimetre is rounding. */
const EPSILON = 0.01

/** Whether a side of the first convex outline has all of the second on its outer side. */
function hasGap(outline: readonly Point[], other: readonly Point[]): boolean {
  return outline.some((from, index) => {
    const to = outline[(index + 1) % outline.length] ?? from
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const outward = { x: (to.y - from.y) / length, y: (from.x - to.x) / length }
    return other.every(({ x, y }) => (x - from.x) * outward.x + (y - from.y) * outward.y >= -EPSILON)
  })
}

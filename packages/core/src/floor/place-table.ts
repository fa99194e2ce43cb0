import { err, ok, type Result } from '../kernel/index.ts'
import { frameOf, middleOf, turned, type Frame, type Placement, type Point } from './outline.ts'
import type { PlanSize } from './plan-size.ts'

/** Tables stand on a grid of this many centimetres, unless they line up with another one. */
export const GRID_CM = 10
/** Within this many centimetres the edge or the middle of another table draws a moved one to itself. */
const REACH_CM = 9
export const LEAST_TABLE_CM = 40
export const LARGEST_TABLE_CM = 600

type PlaceError = 'table.offPlan'

/** A line along which a moved table now stands with another: `at` centimetres on its axis. */
export interface Guide {
  readonly axis: 'x' | 'y'
  readonly at: number
}

/** The table where it was asked to be, or the nearest place on the plan. Fails with `table.offPlan` where the plan is too small for it. */
export function keptOnPlan<T extends Placement>(table: T, plan: PlanSize): Result<T, PlaceError> {
  const { left, top, right, bottom } = frameOf(table)
  // A turned table may reach further than its unturned corner, which is stored and never negative.
  const dx = Math.max(Math.min(0, Math.floor(plan.width - right)), Math.ceil(-left), -table.x)
  const dy = Math.max(Math.min(0, Math.floor(plan.height - bottom)), Math.ceil(-top), -table.y)
  const kept = { ...table, x: table.x + dx, y: table.y + dy }
  return isOnPlan(kept, plan) ? ok(kept) : err('table.offPlan')
}

function isOnPlan(table: Placement, plan: PlanSize): boolean {
  const { left, top, right, bottom } = frameOf(table)
  const rounding = 0.5
  return left >= -rounding && top >= -rounding && right <= plan.width + rounding && bottom <= plan.height + rounding
}

/** Moves a table by arrow keys: exactly so many centimetres, stopping at the plan's edge. */
export function nudged<T extends Placement>(table: T, by: Point, plan: PlanSize): Result<T, PlaceError> {
  return keptOnPlan({ ...table, x: Math.max(0, table.x + by.x), y: Math.max(0, table.y + by.y) }, plan)
}

interface Snapped<T> {
  readonly table: T
  readonly guides: readonly Guide[]
}

/** Moves a table so that its top left corner is near `to`: to the nearest line of another table, else to the grid, and always on the plan. */
export function dragged<T extends Placement>(
  table: T,
  to: Point,
  { others, plan }: { readonly others: readonly Placement[]; readonly plan: PlanSize },
): Result<Snapped<T>, PlaceError> {
  const wanted = { ...table, x: Math.round(to.x), y: Math.round(to.y) }
  const frames = others.map(frameOf)
  const frame = frameOf(wanted)
  const alongX = snapAxis([frame.left, frame.right], linesOf(frames, 'left', 'right'))
  const alongY = snapAxis([frame.top, frame.bottom], linesOf(frames, 'top', 'bottom'))
  const kept = keptOnPlan(
    { ...wanted, x: Math.max(0, wanted.x + alongX.by), y: Math.max(0, wanted.y + alongY.by) },
    plan,
  )
  if (!kept.ok) return kept
  const guides: Guide[] = []
  if (alongX.at !== null && kept.value.x === wanted.x + alongX.by) guides.push({ axis: 'x', at: alongX.at })
  if (alongY.at !== null && kept.value.y === wanted.y + alongY.by) guides.push({ axis: 'y', at: alongY.at })
  return ok({ table: kept.value, guides })
}

function linesOf(frames: readonly Frame[], from: 'left' | 'top', to: 'right' | 'bottom'): readonly number[] {
  return frames.flatMap((frame) => [frame[from], (frame[from] + frame[to]) / 2, frame[to]])
}

/** How far to move so that an edge or the middle comes onto a line; else so that the near edge comes onto the grid. */
function snapAxis([near, far]: readonly [number, number], lines: readonly number[]): { by: number; at: number | null } {
  let best: { by: number; at: number } | null = null
  for (const at of lines) {
    for (const mine of [near, (near + far) / 2, far]) {
      const by = Math.round(at - mine)
      if (Math.abs(by) <= REACH_CM && (best === null || Math.abs(by) < Math.abs(best.by))) best = { by, at }
    }
  }
  return best ?? { by: Math.round(Math.round(near / GRID_CM) * GRID_CM - near), at: null }
}

/**
 * Turns a table clockwise about its middle. A rectangle that has gone more than an eighth lies the other way round instead, so that its
 * unturned corner stays near it; a square one goes all round, with its chairs. Fails with `table.offPlan` where it does not fit turned.
 */
export function turnedBy<T extends Placement & { readonly oneSided?: boolean | undefined }>(
  table: T,
  degrees: number,
  plan: PlanSize,
): Result<T, PlaceError> {
  const rotation = (((Math.round(table.rotation + degrees) % 360) + 360) % 360) as number
  const quarter = Math.round(rotation / 90)
  const sameEitherWay = table.shape === 'rectangle' && table.oneSided !== true && table.w !== table.h
  if (!sameEitherWay || quarter % 2 === 0) {
    const upright = sameEitherWay && quarter === 2 ? (rotation + 180) % 360 : rotation
    return keptOnPlan({ ...table, rotation: upright }, plan)
  }
  const middle = middleOf(table)
  const [w, h] = [table.h, table.w]
  const [x, y] = [Math.max(0, Math.round(middle.x - w / 2)), Math.max(0, Math.round(middle.y - h / 2))]
  return keptOnPlan({ ...table, x, y, w, h, rotation: (rotation - 90 * quarter + 360) % 360 }, plan)
}

/** Gives a table another size, in steps of the grid; its turned top left corner stays. A round one stays as wide as it is high. */
export function resized<T extends Placement>(
  table: T,
  size: { readonly w: number; readonly h: number },
  plan: PlanSize,
): Result<T, PlaceError> {
  const [wide, high] = [sizeWithin(size.w), sizeWithin(size.h)]
  const round = table.shape === 'round'
  const [w, h] = round ? [Math.max(wide, high), Math.max(wide, high)] : [wide, high]
  const corner = cornerOf(table)
  const half = turned({ x: w / 2, y: h / 2 }, table.rotation)
  const [x, y] = [Math.round(corner.x + half.x - w / 2), Math.round(corner.y + half.y - h / 2)]
  const next = { ...table, w, h, x: Math.max(0, x), y: Math.max(0, y) }
  return isOnPlan(next, plan) ? ok(next) : err('table.offPlan')
}

/** The size that brings the corner opposite to the top left one under a point of the plan. */
export function sizeTowards(table: Placement, point: Point): { w: number; h: number } {
  const corner = cornerOf(table)
  const { x, y } = turned({ x: point.x - corner.x, y: point.y - corner.y }, -table.rotation)
  return { w: x, h: y }
}

function cornerOf(table: Placement): Point {
  const middle = middleOf(table)
  const half = turned({ x: -table.w / 2, y: -table.h / 2 }, table.rotation)
  return { x: middle.x + half.x, y: middle.y + half.y }
}

function sizeWithin(size: number): number {
  const stepped = Math.round(size / GRID_CM) * GRID_CM
  return Math.min(LARGEST_TABLE_CM, Math.max(LEAST_TABLE_CM, stepped))
}

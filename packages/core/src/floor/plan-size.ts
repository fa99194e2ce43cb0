import type { Area } from './area.ts'
import { frameOf, type Placement } from './outline.ts'

const DEFAULT_WIDTH_CM = 1_200
const DEFAULT_HEIGHT_CM = 800

/** What an area's plan measures, in centimetres. */
export interface PlanSize {
  readonly width: number
  readonly height: number
}

/** The size that a manager gave the area, or the usual one; never less than what its tables need. */
export function planSizeOf(area: Pick<Area, 'width' | 'height'>, tables: readonly Placement[]): PlanSize {
  const frames = tables.map(frameOf)
  return {
    width: Math.max(area.width ?? DEFAULT_WIDTH_CM, ...frames.map(({ right }) => Math.ceil(right))),
    height: Math.max(area.height ?? DEFAULT_HEIGHT_CM, ...frames.map(({ bottom }) => Math.ceil(bottom))),
  }
}

/** The size alone that the tables need: a plan cannot be made smaller. */
export function leastPlanSize(tables: readonly Placement[]): PlanSize {
  return planSizeOf({ width: 0, height: 0 }, tables)
}

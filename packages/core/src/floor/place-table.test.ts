import { describe, expect, it } from 'vitest'
import {
  areOverlapping,
  dragged,
  frameOf,
  keptOnPlan,
  leastPlanSize,
  nudged,
  planSizeOf,
  resized,
  sizeTowards,
  turnedBy,
  type Placement,
} from './index.ts'

const plan = { width: 1_000, height: 600 }
const square: Placement = { shape: 'rectangle', x: 100, y: 100, w: 80, h: 80, rotation: 0 }
const long: Placement = { ...square, w: 200 }
const round: Placement = { ...square, shape: 'round', w: 120, h: 120 }
const at = (table: Placement, x: number, y: number): Placement => ({ ...table, x, y })

describe('outlines', () => {
  it('frame a table as it is turned; a circle stays as it is', () => {
    expect(frameOf(square)).toEqual({ left: 100, top: 100, right: 180, bottom: 180 })
    const eighth = frameOf({ ...square, rotation: 45 })
    expect(eighth.right - eighth.left).toBeCloseTo(80 * Math.SQRT2)
    const turned = frameOf({ ...round, rotation: 45 })
    expect(turned.right - turned.left).toBeCloseTo(120)
  })

  it('overlap as they are, not as their frames are', () => {
    expect(areOverlapping(square, at(square, 179, 100))).toBe(true)
    expect(areOverlapping(square, at(square, 180, 100))).toBe(false)
    expect(areOverlapping(square, square)).toBe(true)
    // Beside a turned square there is room in the corners of its frame.
    const turned = { ...square, rotation: 45 }
    expect(areOverlapping(turned, at(turned, 160, 160))).toBe(false)
    expect(areOverlapping(turned, at(turned, 150, 110))).toBe(true)
    // Two circles of 120 whose frames cross at a corner.
    expect(areOverlapping(round, at(round, 190, 190))).toBe(false)
    expect(areOverlapping(round, at(round, 180, 180))).toBe(true)
    expect(areOverlapping(at(round, 0, 0), { ...square, x: 20, y: 20, w: 40, h: 40 })).toBe(true)
  })
})

describe('a dragged table', () => {
  const drag = (to: { x: number; y: number }, others: readonly Placement[] = []) => {
    const result = dragged(square, to, { others, plan })
    if (!result.ok) throw new Error(result.code)
    const { table, guides } = result.value
    return { x: table.x, y: table.y, guides }
  }

  it('stands on the grid', () => {
    expect(drag({ x: 204, y: 316 })).toEqual({ x: 200, y: 320, guides: [] })
  })

  it('lines up with edges and middles of others, and shows the line', () => {
    expect(drag({ x: 313, y: 400 }, [at(long, 317, 50)])).toEqual({
      x: 317,
      y: 400,
      guides: [{ axis: 'x', at: 317 }],
    })
    // The middle of the long table is at 417, the square's at 40 from its corner.
    expect(drag({ x: 379, y: 400 }, [at(long, 317, 50)])).toMatchObject({ x: 377, guides: [{ axis: 'x', at: 417 }] })
  })

  it('stays on the plan, turned ones too', () => {
    expect(drag({ x: -50, y: 900 })).toMatchObject({ x: 0, y: 520 })
    const turned = dragged({ ...long, rotation: 45 }, { x: -90, y: 200 }, { others: [], plan })
    expect(turned.ok && frameOf(turned.value.table).left).toBeGreaterThanOrEqual(-0.5)
    expect(turned.ok && turned.value.table.x).toBeGreaterThanOrEqual(0)
  })

  it('is refused on a plan that is too small for it', () => {
    expect(dragged(long, { x: 0, y: 0 }, { others: [], plan: { width: 150, height: 600 } })).toMatchObject({
      code: 'table.offPlan',
    })
  })
})

describe('by arrow keys', () => {
  it('a table moves exactly, and stops at the edge', () => {
    expect(nudged(square, { x: 1, y: -10 }, plan)).toMatchObject({ value: { x: 101, y: 90 } })
    expect(nudged(at(square, 915, 0), { x: 10, y: -10 }, plan)).toMatchObject({ value: { x: 920, y: 0 } })
  })
})

describe('turning', () => {
  it('keeps the middle; a rectangle past an eighth lies the other way round', () => {
    const turned = turnedBy(long, 90, plan)
    expect(turned).toMatchObject({ value: { x: 160, y: 40, w: 80, h: 200, rotation: 0 } })
    expect(turnedBy(long, 30, plan)).toMatchObject({ value: { x: 100, y: 100, w: 200, h: 80, rotation: 30 } })
    expect(turnedBy(long, 60, plan)).toMatchObject({ value: { w: 80, h: 200, rotation: 330 } })
    expect(turnedBy({ ...long, rotation: 345 }, 15, plan)).toMatchObject({ value: { w: 200, rotation: 0 } })
    expect(turnedBy(long, 180, plan)).toMatchObject({ value: { w: 200, rotation: 0 } })
  })

  it('goes all round where the sides are not the same', () => {
    expect(turnedBy({ ...square, oneSided: true }, 90, plan)).toMatchObject({ value: { rotation: 90 } })
    expect(turnedBy(square, 60, plan)).toMatchObject({ value: { x: square.x, y: square.y, rotation: 60 } })
    expect(turnedBy({ ...round, rotation: 350 }, 15, plan)).toMatchObject({ value: { rotation: 5 } })
  })

  it('moves a table at the wall inwards, and is refused where it does not fit', () => {
    const turned = turnedBy(at(long, 0, 0), 90, plan)
    expect(turned.ok && frameOf(turned.value)).toEqual({ left: 60, top: 0, right: 140, bottom: 200 })
    expect(turnedBy({ ...long, w: 590 }, 90, { width: 700, height: 400 })).toMatchObject({ code: 'table.offPlan' })
  })

  it('by all steps of 15 degrees comes back to where it was', () => {
    let table: Placement = { ...long, x: 300, y: 200 }
    for (let step = 0; step < 24; step += 1) {
      const next = turnedBy(table, 15, plan)
      if (!next.ok) throw new Error(next.code)
      table = next.value
    }
    expect(table).toEqual({ ...long, x: 300, y: 200 })
  })
})

describe('another size', () => {
  it('is a step of the grid between the least and the largest; round stays round', () => {
    expect(resized(square, { w: 123, h: 12 }, plan)).toMatchObject({ value: { x: 100, y: 100, w: 120, h: 40 } })
    expect(resized(round, { w: 150, h: 100 }, plan)).toMatchObject({ value: { w: 150, h: 150 } })
    expect(resized(square, { w: 900, h: 80 }, plan)).toMatchObject({ value: { w: 600 } })
    expect(resized(at(square, 900, 0), { w: 200, h: 80 }, plan)).toMatchObject({ code: 'table.offPlan' })
  })

  it('is read off a point, and keeps the turned corner', () => {
    expect(sizeTowards(square, { x: 220, y: 150 })).toEqual({ w: 120, h: 50 })
    const turned = { ...square, x: 300, y: 300, rotation: 30 }
    const grown = resized(turned, { w: 160, h: 80 }, plan)
    const corner = (table: Placement) => sizeTowards(table, { x: 0, y: 0 })
    expect(grown.ok && corner(grown.value).w).toBeCloseTo(corner(turned).w, 0)
    expect(grown.ok && corner(grown.value).h).toBeCloseTo(corner(turned).h, 0)
  })
})

describe('the plan', () => {
  it('is as large as a manager says, and never smaller than its tables need', () => {
    expect(planSizeOf({}, [])).toEqual({ width: 1_200, height: 800 })
    expect(planSizeOf({ width: 500, height: 400 }, [at(long, 400, 0)])).toEqual({ width: 600, height: 400 })
    expect(leastPlanSize([at(long, 400, 0)])).toEqual({ width: 600, height: 180 - 100 })
  })

  it('holds what is kept on it', () => {
    expect(keptOnPlan(at(square, 990, 590), plan)).toMatchObject({ value: { x: 920, y: 520 } })
  })
})

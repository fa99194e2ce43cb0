import { describe, expect, it } from 'vitest'
import { hasOverlap, planBounds, planWidths, seatsAround } from './plan.ts'

const square = { x: 0, y: 0, w: 100, h: 100, rotation: 0 }

describe('the plan of an area', () => {
  it('covers all tables as they are turned, with a margin', () => {
    expect(planBounds([square, { ...square, x: 300, y: 50 }])).toEqual({ x: -40, y: -40, width: 480, height: 230 })
    const turned = planBounds([{ ...square, w: 200, rotation: 90 }])
    expect(turned.width).toBeCloseTo(180)
    expect(turned.height).toBeCloseTo(280)
    expect(planBounds([])).toMatchObject({ width: 80, height: 80 })
  })

  it('scales between readable and not huge', () => {
    const tables = [square, { ...square, x: 300 }]
    expect(planWidths(tables, planBounds(tables))).toEqual({ least: 461, most: 624 })
    expect(planWidths([], planBounds([])).least).toBe(0)
  })

  it('knows tables that lie on one another', () => {
    expect(hasOverlap([square, { ...square, x: 100 }])).toBe(false)
    expect(hasOverlap([square, { ...square, x: 99 }])).toBe(true)
  })
})

describe('seats', () => {
  it('stand in a ring around a round table', () => {
    const seats = seatsAround({ shape: 'round', seats: 4, w: 100, h: 100 })
    expect(seats.map(({ angle }) => angle)).toEqual([0, 90, 180, 270])
    for (const { x, y } of seats) expect(Math.hypot(x, y)).toBeCloseTo(62)
    expect(seats[0]!.y).toBeCloseTo(-62)
  })

  it('stand along the long sides of a rectangle', () => {
    expect(seatsAround({ shape: 'rectangle', seats: 3, w: 200, h: 100 })).toEqual([
      { x: -50, y: -62, angle: 0 },
      { x: 50, y: -62, angle: 0 },
      { x: 0, y: 62, angle: 0 },
    ])
    expect(seatsAround({ shape: 'rectangle', seats: 2, w: 80, h: 100 }).map(({ x }) => x)).toEqual([-52, 52])
  })

  it('are none without seats and never a crowd', () => {
    expect(seatsAround({ shape: 'round', seats: 0, w: 100, h: 100 })).toEqual([])
    expect(seatsAround({ shape: 'rectangle', seats: 999, w: 100, h: 100 })).toHaveLength(24)
  })
})

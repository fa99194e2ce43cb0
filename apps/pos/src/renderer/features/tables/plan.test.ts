import { describe, expect, it } from 'vitest'
import { hasOverlap, planBounds, planWidths } from './plan.ts'

const square = { shape: 'rectangle' as const, x: 0, y: 0, w: 100, h: 100, rotation: 0 }

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
    expect(planWidths(tables, planBounds(tables))).toEqual({ least: 365, most: 624 })
    expect(planWidths([], planBounds([])).least).toBe(0)
  })

  it('knows tables that lie on one another', () => {
    expect(hasOverlap([square, { ...square, x: 100 }])).toBe(false)
    expect(hasOverlap([square, { ...square, x: 99 }])).toBe(true)
  })
})

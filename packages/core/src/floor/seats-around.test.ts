import { describe, expect, it } from 'vitest'
import { seatsAround } from './index.ts'

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

  it('stand below a table with one side for guests', () => {
    const seats = seatsAround({ shape: 'rectangle', seats: 2, w: 120, h: 60, oneSided: true })
    expect(seats).toEqual([
      { x: -30, y: 42, angle: 0 },
      { x: 30, y: 42, angle: 0 },
    ])
  })

  it('are none without seats and never a crowd', () => {
    expect(seatsAround({ shape: 'round', seats: 0, w: 100, h: 100 })).toEqual([])
    expect(seatsAround({ shape: 'rectangle', seats: 999, w: 100, h: 100 })).toHaveLength(24)
  })
})

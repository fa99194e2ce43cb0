import { describe, expect, it } from 'vitest'
import { canZoom, movedFrame, wholeFrame, zoomedFrame } from './crop-frame.ts'

const wide = { width: 1_600, height: 900 }

describe('the frame of a crop', () => {
  it('begins with the largest square in the middle', () => {
    expect(wholeFrame(wide)).toEqual({ x: 800, y: 450, side: 900 })
  })

  it('moves by shares of its side and stops at the edge', () => {
    const frame = zoomedFrame(wholeFrame(wide), wide, 2)
    expect(frame).toEqual({ x: 800, y: 450, side: 450 })
    expect(movedFrame(frame, wide, 0.5, -0.25)).toEqual({ x: 1_025, y: 337.5, side: 450 })
    expect(movedFrame(frame, wide, 9, 9)).toEqual({ x: 1_375, y: 675, side: 450 })
  })

  it('comes back from the edge when it grows', () => {
    const corner = movedFrame(zoomedFrame(wholeFrame(wide), wide, 3), wide, -9, -9)
    expect(zoomedFrame(corner, wide, 1 / 9)).toEqual({ x: 450, y: 450, side: 900 })
  })

  it('knows when it can go no further', () => {
    expect(canZoom(wholeFrame(wide), wide, 0.8)).toBe(false)
    expect(canZoom(wholeFrame(wide), wide, 1.25)).toBe(true)
    expect(canZoom(wholeFrame({ width: 40, height: 60 }), { width: 40, height: 60 }, 1.25)).toBe(false)
  })

  it('never leaves the photograph, whatever is done to it', () => {
    const sizes = [wide, { width: 900, height: 1_600 }, { width: 1, height: 8_000 }, { width: 97, height: 96 }]
    const shares = [-3, -0.4, 0, 0.07, 2.5]
    const factors = [0.1, 0.8, 1, 1.25, 10]
    for (const size of sizes)
      for (const right of shares)
        for (const down of shares)
          for (const factor of factors) {
            const near = movedFrame(zoomedFrame(wholeFrame(size), size, 1.7), size, right, down)
            const frame = movedFrame(zoomedFrame(near, size, factor), size, down, right)
            const half = frame.side / 2
            expect(frame.side).toBeGreaterThan(0)
            expect(Math.min(frame.x, frame.y) - half).toBeGreaterThanOrEqual(-1e-9)
            expect(frame.x + half).toBeLessThanOrEqual(size.width + 1e-9)
            expect(frame.y + half).toBeLessThanOrEqual(size.height + 1e-9)
          }
  })
})

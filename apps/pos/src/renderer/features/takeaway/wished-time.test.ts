import { describe, expect, it } from 'vitest'
import { movedWish } from './wished-time.ts'

const at = (hours: number, minutes: number) => (hours * 60 + minutes) * 60_000

describe('a wished time', () => {
  it('begins at the first quarter that is at least a quarter away', () => {
    expect(movedWish(null, 15, at(18, 7))).toBe(at(18, 30))
    expect(movedWish(null, 15, at(18, 0))).toBe(at(18, 15))
    expect(movedWish(null, 60, at(18, 7))).toBe(at(19, 15))
  })

  it('moves on by quarters and hours, and back to as soon as possible', () => {
    expect(movedWish(at(18, 30), 15, at(18, 7))).toBe(at(18, 45))
    expect(movedWish(at(18, 30), 60, at(18, 7))).toBe(at(19, 30))
    expect(movedWish(at(18, 45), -15, at(18, 7))).toBe(at(18, 30))
    expect(movedWish(at(18, 30), -15, at(18, 7))).toBe(null)
    expect(movedWish(null, -15, at(18, 7))).toBe(null)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIdSource } from './index.ts'

describe('ids', () => {
  it('ascend and are unique whatever the clock does', () => {
    const jumps = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(jumps, fc.integer(), (steps, seed) => {
        let now = 1_790_000_000_000
        let state = seed | 1
        const ids = createIdSource({
          now: () => now,
          random: (bytes) =>
            Uint8Array.from(
              { length: bytes },
              () => ((state = Math.imul(state, 1_103_515_245) + 12_345) >>> 16) & 0xff,
            ),
        })
        const made = steps.map((step) => {
          now += step
          return ids.next('fact')
        })
        expect(made.toSorted()).toEqual(made)
        expect(new Set(made).size).toBe(made.length)
      }),
    )
  })

  it('of two sources at the same time differ', () => {
    const make = () =>
      createIdSource({ now: () => 1, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })
    const [a, b] = [make(), make()]
    const made = Array.from({ length: 2_000 }, () => [a.next('order'), b.next('order')]).flat()
    expect(new Set(made).size).toBe(4_000)
  })
})

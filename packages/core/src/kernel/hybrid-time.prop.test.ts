import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareHybrid, createHybridClock, hybridTimeSchema, TICK_LIMIT, type HybridTime } from './index.ts'

const start = 1_790_000_000_000

type Step = { readonly jump: number } | { readonly heard: HybridTime }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ jump: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -86_400_000, max: 86_400_000 })) }),
  fc.record({
    heard: fc.record({
      ms: fc.integer({ min: start - 200_000, max: start + 200_000 }),
      tick: fc.oneof(fc.nat(3), fc.constant(TICK_LIMIT - 1)),
    }),
  }),
)

describe('hybrid clock', () => {
  it('only advances, whatever the wall clock and others say', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        let now = start
        const clock = createHybridClock({ now: () => now })
        let before = clock.next()
        for (const each of steps) {
          if ('jump' in each) now += each.jump
          else clock.receive(each.heard)
          const next = clock.next()
          expect(compareHybrid(next, before)).toBeGreaterThan(0)
          expect(hybridTimeSchema.safeParse(next).success).toBe(true)
          before = next
        }
      }),
    )
  })

  it('follows what it hears, but not into a future of more than 60 s', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.nat(5), (ahead, tick) => {
        const clock = createHybridClock({ now: () => start })
        const heard = { ms: start + ahead, tick }
        clock.receive(heard)
        const next = clock.next()
        expect(compareHybrid(next, heard) > 0).toBe(ahead <= 60_000)
        expect(next.ms).toBeLessThanOrEqual(start + 60_000)
      }),
    )
  })

  it('goes on after a restart where it was', () => {
    const last = { ms: start + 5_000, tick: 7 }
    const clock = createHybridClock({ now: () => start }, last)
    expect(clock.next()).toEqual({ ms: start + 5_000, tick: 8 })
  })

  it('carries a full count over to the next millisecond', () => {
    const clock = createHybridClock({ now: () => 0 }, { ms: start, tick: TICK_LIMIT - 1 })
    expect(clock.next()).toEqual({ ms: start + 1, tick: 0 })
  })

  it('orders times totally', () => {
    const time = fc.record({ ms: fc.nat(3), tick: fc.nat(3) })
    fc.assert(
      fc.property(time, time, time, (a, b, c) => {
        expect(Math.sign(compareHybrid(a, b))).toBe(-Math.sign(compareHybrid(b, a)) + 0)
        expect(compareHybrid(a, b) === 0).toBe(a.ms === b.ms && a.tick === b.tick)
        expect(compareHybrid(a, b) > 0 || compareHybrid(b, c) > 0 || compareHybrid(a, c) <= 0).toBe(true)
      }),
    )
  })
})

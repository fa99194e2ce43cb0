import { describe, expect, it } from 'vitest'
import { failureText, missingIn } from './report.ts'
import { SMALLEST } from './run-options.ts'
import { simulateSeed } from './simulate-seed.ts'
import type { SeedResult } from './seed-result.ts'

const SEEDS = 24
/** Far from those that people usually try by hand. */
const FIRST = 7_000

const options = { ...SMALLEST, mistakes: [], script: false }

describe('whole restaurants, simulated', () => {
  const results: SeedResult[] = []

  it.each(Array.from({ length: SEEDS }, (_, index) => FIRST + index))('seed %i holds every invariant', async (seed) => {
    const result = await simulateSeed({ ...options, seed })
    results.push(result)
    expect(result.failure, failureText(result, { ...options, seeds: 1, firstSeed: seed })).toBeNull()
  })

  it('is not vacuous: nearly everything has been exercised by now', () => {
    // Over 200 seeds nothing may be missing; over these few, some of what is rare.
    expect(missingIn(results).length, missingIn(results).join(', ')).toBeLessThanOrEqual(12)
  })

  it('gives the same run for the same seed, and another for another', async () => {
    const [first, again, other] = [
      await simulateSeed({ ...options, seed: 3, script: true }),
      await simulateSeed({ ...options, seed: 3, script: true }),
      await simulateSeed({ ...options, seed: 4, script: true }),
    ]
    expect(again.script).toEqual(first.script)
    expect(again.digest).toBe(first.digest)
    expect(again.counts).toEqual(first.counts)
    expect(other.digest).not.toBe(first.digest)
  })
})

import { describe, expect, it } from 'vitest'
import { PLANTED_MISTAKES } from '../src/testing/planted-mistakes.ts'
import { SMALLEST } from './run-options.ts'
import { simulateSeed } from './simulate-seed.ts'

/** A mistake that so many restaurants do not bring to light is not caught. */
const MOST_SEEDS = 40

describe('planted mistakes', () => {
  it.each(PLANTED_MISTAKES)('%s is caught', async (mistake) => {
    for (let seed = 1; seed <= MOST_SEEDS; seed += 1) {
      const { failure } = await simulateSeed({ ...SMALLEST, seed, mistakes: [mistake], script: false })
      if (!failure) continue
      console.log(
        `${mistake}: caught by ${failure.check} in seed ${seed}, step ${failure.step}: ${failure.message.slice(0, 140)}`,
      )
      return
    }
    expect.fail(`${mistake} was not caught in ${MOST_SEEDS} seeds`)
  })
})

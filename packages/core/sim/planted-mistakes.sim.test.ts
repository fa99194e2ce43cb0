import { describe, expect, it } from 'vitest'
import { PLANTED_MISTAKES, type PlantedMistake } from '../src/testing/planted-mistakes.ts'
import { SMALLEST } from './run-options.ts'
import { simulateSeed } from './simulate-seed.ts'

/** A mistake that so many restaurants do not bring to light is not caught. */
const MOST_SEEDS = 40

/** Where to begin, so that the search is short; without an entry at seed 1. */
const BEGIN: Readonly<Partial<Record<PlantedMistake, number>>> = {
  'ack-before-flush': 18,
  'cursor-before-apply': 4,
  'decided-before-verdict-stored': 25,
  'number-reused-after-crash': 32,
  'seq-after-snapshot': 92,
}

/**
 * What whole restaurants mend by themselves or do not meet: the server answers a checkpoint of another epoch with a new snapshot; a pull that
 * overlaps a push is put right by the next; nobody else writes to the simulated store. The tests beside the engine and the authority catch these.
 */
const MENDED: ReadonlySet<PlantedMistake> = new Set<PlantedMistake>([
  'stale-checkpoint-after-epoch',
  'pull-overlaps-push',
  'last-writer-wins',
])

describe('planted mistakes', () => {
  it.each(PLANTED_MISTAKES.filter((mistake) => !MENDED.has(mistake)))('%s is caught', async (mistake) => {
    const first = BEGIN[mistake] ?? 1
    for (let seed = first; seed < first + MOST_SEEDS; seed += 1) {
      const { failure } = await simulateSeed({ ...SMALLEST, seed, mistakes: [mistake], script: false })
      if (!failure) continue
      const { check, step, message } = failure
      console.log(`${mistake}: caught by ${check} in seed ${seed}, step ${step}: ${message.slice(0, 140)}`)
      const { failure: without } = await simulateSeed({ ...SMALLEST, seed, mistakes: [], script: false })
      expect(without, `seed ${seed} fails without the mistake too`).toBeNull()
      return
    }
    expect.fail(`${mistake} was not caught in ${MOST_SEEDS} seeds`)
  })
})

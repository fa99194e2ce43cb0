import { describe, expect, it } from 'vitest'
import { failureText } from './report.ts'
import { SMALLEST } from './run-options.ts'
import { simulateSeed } from './simulate-seed.ts'

/**
 * Seeds that once brought a mistake to light, and which one. The actors have changed since for some of them; each mistake has a test of its
 * own where it was made, and the seed stays.
 */
const FOUND = [
  [1, 'a server that was put back judged anew what others had the earlier word on'],
  [4, 'a fact written during the flush of another counted as flushed'],
  [11, 'number 18 came before the handshake and hid that number 17 was lost with the store'],
  [58, 'own facts that only the store still had were not sent to a server that began anew'],
  [401, 'a fact judged by a pull stood for ever before what the server had refused to look at'],
] as const

describe('seeds that found something', () => {
  it.each(FOUND)('%i: %s', async (seed) => {
    const options = { ...SMALLEST, mistakes: [], script: false }
    const result = await simulateSeed({ ...options, seed })
    expect(result.failure, failureText(result, { ...options, seeds: 1, firstSeed: seed })).toBeNull()
  })
})

import type { Entropy } from '../sync/index.ts'

const FIRST_MS = 500
/** E3: the longest pause between two tries. */
export const LONGEST_PAUSE_MS = 30_000

export interface Backoff {
  /** The pause before the next try (ms): doubles from 0.5 s to 30 s, and is a random half to whole of that, so that terminals come back apart. */
  next(): number
  /** The next pause is the longest. */
  slowDown(): void
  reset(): void
}

export function createBackoff(entropy: Entropy): Backoff {
  let ceiling = FIRST_MS
  return {
    next() {
      const [byte = 0] = entropy(1)
      const pause = Math.round(ceiling * (0.5 + byte / 510))
      ceiling = Math.min(ceiling * 2, LONGEST_PAUSE_MS)
      return pause
    },
    slowDown() {
      ceiling = LONGEST_PAUSE_MS
    },
    reset() {
      ceiling = FIRST_MS
    },
  }
}

import type { Entropy } from '../sync/index.ts'

const FIRST_MS = 500
/** E3: the longest pause between two tries of what only waits for the network. The server is in the house: asking is cheap, waiting is not. */
export const LONGEST_PAUSE_MS = 4_000
/** The pause where trying again soon is not likely to help: the terminal is refused, or one item is. */
export const SLOW_PAUSE_MS = 30_000

export interface Backoff {
  /** The pause before the next try (ms): doubles from 0.5 s to 4 s, and is a random half to whole of that, so that terminals come back apart. */
  next(): number
  /** The next pause is the slow one. */
  slowDown(): void
  reset(): void
}

export function createBackoff(entropy: Entropy): Backoff {
  let ceiling = FIRST_MS
  return {
    next() {
      const [byte = 0] = entropy(1)
      const pause = Math.round(ceiling * (0.5 + byte / 510))
      ceiling = Math.min(ceiling * 2, Math.max(ceiling, LONGEST_PAUSE_MS))
      return pause
    },
    slowDown() {
      ceiling = SLOW_PAUSE_MS
    },
    reset() {
      ceiling = FIRST_MS
    },
  }
}

import type { EpochMs } from './hybrid-time.ts'
import { invariant } from './invariant.ts'

export interface TerminalTime {
  /** The branch's time as well as this terminal knows it. Follows the monotonic clock, so that setting the wall clock changes nothing. */
  now(): EpochMs
  /** Takes the server's time over from an answer; the monotonic times are those of the request and of its answer. */
  learn(serverMs: EpochMs, sentMonotonic: number, receivedMonotonic: number): void
  /** After the device slept the monotonic clock may have stood still: moves ahead, never back, to where the wall clock says. */
  wake(): void
  /** How far the branch's time is ahead of the wall clock (ms), to be kept for the next start. */
  offset(): number
}

/** Two quartz clocks part by less than this. */
const DRIFT = 0.0002
/** An answer slower than this says too little about the server's time. */
const SLOWEST_ANSWER_MS = 10_000

interface Lesson {
  readonly at: number
  readonly error: number
}

/**
 * Time = monotonic clock + anchor + the server's offset (DESIGN, decision 10). Without a server ever heard the wall clock at the start
 * is all there is. `monotonic` and `wall` are in ms; `wall` since 1970.
 */
export function createTerminalTime(
  ports: { monotonic(): number; wall(): EpochMs },
  stored: { readonly offset: number } = { offset: 0 },
): TerminalTime {
  let anchor = ports.wall() + stored.offset - ports.monotonic()
  let ahead = stored.offset
  let learnt: Lesson | null = null

  const now = () => Math.round(ports.monotonic() + anchor)

  return {
    now,
    learn(serverMs, sentMonotonic, receivedMonotonic) {
      const error = (receivedMonotonic - sentMonotonic) / 2
      invariant(error >= 0, 'an answer before its request')
      if (error * 2 > SLOWEST_ANSWER_MS) return
      const heard = serverMs + error - receivedMonotonic
      // A quick answer says more than a slow one; a slow one counts only where the two cannot both be right.
      if (!learnt || !isBetterWitness(learnt, heard - anchor, error, receivedMonotonic)) {
        anchor = heard
        learnt = { at: receivedMonotonic, error }
      }
      ahead = now() - ports.wall()
    },
    wake() {
      anchor = Math.max(anchor, ports.wall() + ahead - ports.monotonic())
    },
    offset: () => ahead,
  }
}

/** Whether what was learnt before is the better witness: it is more exact, and the new one does not contradict it. */
function isBetterWitness(learnt: Lesson, difference: number, error: number, at: number): boolean {
  const known = learnt.error + (at - learnt.at) * DRIFT
  return error > known && Math.abs(difference) <= error + known
}

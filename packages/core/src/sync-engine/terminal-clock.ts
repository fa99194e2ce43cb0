import { compareHybrid, createHybridClock, createTerminalTime, type EpochMs, type HybridTime } from '../kernel/index.ts'
import type { PlatformClock } from '../sync/index.ts'

/** E10: this terminal's time, learnt from the server's answers, and the times it gives its facts. */
export interface TerminalClock {
  now(): EpochMs
  /** The time of the next fact: later than every fact this terminal recorded or saw (unless one was far in the future). */
  next(): HybridTime
  receive(time: HybridTime): void
  /** Goes on behind a time that this terminal has given before, however far ahead that was (S13). */
  resume(own: HybridTime): void
  learn(serverTime: EpochMs, sentMonotonic: number, receivedMonotonic: number): void
  /** After sleep the monotonic clock may have stood still. */
  wake(): void
  offset(): number
  /** Takes over what an earlier run had learnt, unless this one has already heard the server. */
  restore(offset: number): void
}

export function createTerminalClock(clock: PlatformClock): TerminalClock {
  let time = createTerminalTime(clock)
  let heard = false
  const now = () => time.now()
  let hybrid = createHybridClock({ now })
  let given: HybridTime = { ms: 0, tick: 0 }

  return {
    now,
    next() {
      given = hybrid.next()
      return given
    },
    receive: (received) => hybrid.receive(received),
    resume(own) {
      if (compareHybrid(own, given) <= 0) return
      given = own
      hybrid = createHybridClock({ now }, own)
    },
    learn(serverTime, sentMonotonic, receivedMonotonic) {
      heard = true
      time.learn(serverTime, sentMonotonic, receivedMonotonic)
    },
    wake: () => time.wake(),
    offset: () => time.offset(),
    restore(offset) {
      if (!heard) time = createTerminalTime(clock, { offset })
    },
  }
}

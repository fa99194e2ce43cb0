import * as z from 'zod'

/** Milliseconds since 1970. */
export type EpochMs = number

/** The last moment that an id can carry (48 bits, the year 10889). */
export const MAX_EPOCH_MS = 2 ** 48 - 1

export const TICK_LIMIT = 1_000_000

/** `ms` since 1970 and a count within it. Orders registers and display only; money and kitchen state never depend on it. */
export const hybridTimeSchema = z.strictObject({
  ms: z.int().min(0).max(MAX_EPOCH_MS),
  tick: z
    .int()
    .min(0)
    .max(TICK_LIMIT - 1),
})
export type HybridTime = Readonly<z.infer<typeof hybridTimeSchema>>

/** A received time further ahead than this does not advance our own clock. */
const MAX_AHEAD_MS = 60_000

/** Negative when `a` is earlier, 0 when equal. */
export function compareHybrid(a: HybridTime, b: HybridTime): number {
  return a.ms - b.ms || a.tick - b.tick
}

export interface HybridClock {
  /** Strictly later than every time this clock gave or took over before. */
  next(): HybridTime
  /** Takes a time over that somebody else used, unless it is more than 60 s ahead of now. */
  receive(time: HybridTime): void
}

/** `last` continues a clock of an earlier life. Never goes back, whatever `now` does. */
export function createHybridClock(ports: { now(): EpochMs }, last: HybridTime = { ms: 0, tick: 0 }): HybridClock {
  let latest = last
  return {
    next() {
      const now = Math.max(0, Math.floor(ports.now()))
      if (now > latest.ms) latest = { ms: now, tick: 0 }
      else if (latest.tick + 1 < TICK_LIMIT) latest = { ms: latest.ms, tick: latest.tick + 1 }
      else latest = { ms: latest.ms + 1, tick: 0 }
      return latest
    },
    receive(time) {
      if (time.ms <= ports.now() + MAX_AHEAD_MS && compareHybrid(time, latest) > 0) latest = time
    },
  }
}

import type { EpochMs } from '@orderez/core/kernel'

const MINUTE_MS = 60_000
const QUARTER_MS = 15 * MINUTE_MS

/** The first quarter of an hour that is at least a quarter away: nothing is wished for sooner than now. */
function soonestWish(now: EpochMs): EpochMs {
  return Math.ceil((now + QUARTER_MS) / QUARTER_MS) * QUARTER_MS
}

/** A wished time moved by minutes; null (as soon as it is done) where that would be too soon. Quarters are the same in every time zone. */
export function movedWish(wished: EpochMs | null, minutes: number, now: EpochMs): EpochMs | null {
  const soonest = soonestWish(now)
  if (wished === null) return minutes > 0 ? Math.max(soonest, soonest + (minutes - 15) * MINUTE_MS) : null
  const moved = wished + minutes * MINUTE_MS
  return moved < soonest ? null : moved
}

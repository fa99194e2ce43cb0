import type { IncarnationId } from '@orderez/core/kernel'
import type { LogPlace } from '@orderez/core/sync'
import { factCount, type LogSegment } from './log-segment.ts'

/** Some facts of one file, as indices into it: from `from` up to, without, `to`. */
export interface ShelfRange {
  readonly segment: LogSegment
  readonly from: number
  readonly to: number
}

/** The files of a log in their order, and where in them a place is. */
export interface LogShelf {
  readonly segments: readonly LogSegment[]
  add(segment: LogSegment): void
  knows(incarnation: IncarnationId): boolean
  /** True where everything up to `place` is dropped already, or is not known at all. */
  isDropped(place: LogPlace): boolean
  /** Facts behind `place` that are not dropped, oldest first, at most `limit` of them. */
  rangesAfter(place: LogPlace | null, limit: number): readonly ShelfRange[]
  /** Hides everything up to `place`; answers the files that nothing needs any more, oldest first. */
  drop(place: LogPlace): readonly LogSegment[]
}

export function createLogShelf(initial: readonly LogSegment[], droppedBefore: LogPlace | null): LogShelf {
  let segments = [...initial]
  let dropped = droppedBefore

  const rankOf = (incarnation: IncarnationId) => segments.findIndex(({ start }) => start.incarnation === incarnation)

  /** The index of the first fact of the file that is behind the place; a place that is not known is before everything. */
  function firstAfter(segment: LogSegment, place: LogPlace | null): number {
    if (!place) return 0
    const difference = rankOf(segment.start.incarnation) - rankOf(place.incarnation)
    if (difference !== 0) return difference > 0 ? 0 : factCount(segment)
    return Math.min(Math.max(place.n - segment.start.n, 0), factCount(segment))
  }

  function isDropped(place: LogPlace): boolean {
    const rank = rankOf(place.incarnation)
    const last = dropped ? rankOf(dropped.incarnation) : -1
    return rank < last || rank < 0 || (rank === last && place.n <= (dropped?.n ?? 0))
  }

  function isNeeded(segment: LogSegment): boolean {
    if (!dropped) return true
    const difference = rankOf(segment.start.incarnation) - rankOf(dropped.incarnation)
    return difference === 0 ? firstAfter(segment, dropped) < factCount(segment) : difference > 0
  }

  return {
    get segments() {
      return segments
    },
    add(segment) {
      segments.push(segment)
    },
    knows: (incarnation) => rankOf(incarnation) >= 0,
    isDropped,
    rangesAfter(place, limit) {
      const ranges: ShelfRange[] = []
      let left = limit
      for (const segment of segments) {
        const from = Math.max(firstAfter(segment, place), firstAfter(segment, dropped))
        const to = Math.min(factCount(segment), from + left)
        if (to > from) ranges.push({ segment, from, to })
        left -= to - from
      }
      return ranges
    },
    drop(place) {
      if (!isDropped(place)) dropped = place
      // The last file stays: the tail is in it.
      const firstNeeded = segments.findIndex((segment, index) => index === segments.length - 1 || isNeeded(segment))
      const needless = segments.slice(0, Math.max(firstNeeded, 0))
      segments = segments.slice(needless.length)
      return needless
    },
  }
}

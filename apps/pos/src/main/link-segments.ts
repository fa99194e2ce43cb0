import type { TerminalId } from '@orderez/core/kernel'
import type { LogTail } from '@orderez/core/orders'
import type { LogBreak } from '@orderez/core/sync'
import type { LogSegment, ScannedSegment } from './log-segment.ts'

export interface LinkedSegments {
  readonly segments: readonly LogSegment[]
  /** Null: there is nothing to go on from. */
  readonly tail: LogTail | null
  /** Files that nothing leads to. */
  readonly strays: readonly string[]
  readonly found: LogBreak | null
}

/**
 * Follows the log from file to file. A file goes on from another when it begins where that one ends; what a broken file holds behind its
 * last good frame is passed over as soon as a later file goes on from there. So a break is mended by writing one new file, and no byte of
 * the old ones is touched.
 */
export function linkSegments(
  terminal: TerminalId,
  files: readonly { readonly name: string; readonly scanned: ScannedSegment | null }[],
): LinkedSegments {
  const segments: LogSegment[] = []
  const strays: string[] = []
  let tail: LogTail | null = null
  for (const { name, scanned } of files) {
    if (!scanned || scanned.segment.start.terminal !== terminal || !goesOn(tail, scanned.segment.start)) {
      strays.push(name)
      continue
    }
    segments.push(scanned.segment)
    tail = scanned.tail
  }
  return { segments, tail, strays, found: breakOf(segments.at(-1), strays) }
}

/** What is before the first file was dropped on purpose. */
function goesOn(tail: LogTail | null, start: LogTail): boolean {
  if (!tail) return true
  return start.hash === tail.hash && start.n === (start.incarnation === tail.incarnation ? tail.n : 0)
}

function breakOf(last: LogSegment | undefined, strays: readonly string[]): LogBreak | null {
  if (strays.length > 0 || last?.rest === 'damaged') return 'log.corrupt'
  return last?.rest === 'torn' ? 'log.tornTail' : null
}

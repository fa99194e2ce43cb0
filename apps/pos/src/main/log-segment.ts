import { digestOf } from '@orderez/core/kernel'
import type { Fact, LogTail } from '@orderez/core/orders'
import { decodeFrame, isUnfinished, type LogEntry } from './log-frame.ts'

/** One file of the log: its first frame says where the log stood, the others are facts of one incarnation, numbered on from there. */
export interface LogSegment {
  readonly name: string
  readonly start: LogTail
  /** Byte offsets: the first fact's frame begins at `ends[0]`, fact number `start.n + i` ends at `ends[i]`. */
  readonly ends: number[]
  /** What is behind the last frame that holds. `torn`: a write that did not get to its end. `damaged`: whole frames that do not hold. */
  readonly rest: 'none' | 'torn' | 'damaged'
}

export interface ScannedSegment {
  readonly segment: LogSegment
  /** Where the log stands at the end of the last frame that holds. */
  readonly tail: LogTail
}

const NAME = /^(\d{8})\.log$/

export function segmentName(number: number): string {
  return `${String(number).padStart(8, '0')}.log`
}

/** Null for another file. */
export function segmentNumber(name: string): number | null {
  const digits = NAME.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}

export function factCount(segment: LogSegment): number {
  return segment.ends.length - 1
}

/**
 * Reads a file as far as its frames hold: checksums, one incarnation, numbers without a gap. Null where even the first does not. Checksums
 * find what a disk does by accident; whoever doubts the chain itself asks the server, which verifies every hash of it (F2).
 */
export function scanSegment(name: string, bytes: Uint8Array): ScannedSegment | null {
  const first = decodeFrame(bytes, 0)
  if (!first || !('begin' in first.entry)) return null
  const start = first.entry.begin
  const ends = [first.end]
  let end = first.end
  let last: Fact | null = null
  while (end < bytes.length) {
    const next = decodeFrame(bytes, end)
    if (!next || !follows(start, ends.length, next.entry)) break
    last = next.entry
    end = next.end
    ends.push(end)
  }
  const rest = bytes.subarray(end)
  const found = rest.length === 0 ? 'none' : isUnfinished(rest) ? 'torn' : 'damaged'
  const tail = last ? { ...start, n: last.n, hash: digestOf(last) } : start
  return { segment: { name, start, ends, rest: found }, tail }
}

function follows(start: LogTail, index: number, entry: LogEntry): entry is Fact {
  return (
    !('begin' in entry) &&
    entry.terminal === start.terminal &&
    entry.incarnation === start.incarnation &&
    entry.n === start.n + index
  )
}

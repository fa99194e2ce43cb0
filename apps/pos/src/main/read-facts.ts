import type { Fact } from '@orderez/core/orders'
import type { LogDisk } from './log-disk.ts'
import { LogFailure } from './log-failure.ts'
import { decodeFrame } from './log-frame.ts'
import type { ShelfRange } from './log-shelf.ts'

/** Reads facts from their files. Fails with `log.failed` where a file no longer holds what it held when it was opened or written. */
export async function readFacts(disk: LogDisk, ranges: readonly ShelfRange[]): Promise<readonly Fact[]> {
  const facts: Fact[] = []
  for (const { segment, from, to } of ranges) {
    const begin = segment.ends[from] ?? 0
    const bytes = await disk.readRange(segment.name, begin, segment.ends[to] ?? begin)
    for (let index = from; index < to; index += 1) {
      const frame = decodeFrame(bytes, (segment.ends[index] ?? begin) - begin)
      if (!frame || 'begin' in frame.entry)
        throw new LogFailure('log.failed', `${segment.name} changed while it was open`)
      facts.push(frame.entry)
    }
  }
  return facts
}

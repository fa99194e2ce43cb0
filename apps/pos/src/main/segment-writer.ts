import type { LogFile } from './log-disk.ts'

/** Puts bytes behind the end of one file, durably or not at all. */
export interface SegmentWriter {
  /** Bytes that are durable. */
  length(): number
  append(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

export function createSegmentWriter(file: LogFile, durable: number): SegmentWriter {
  let length = durable
  let isClean = true

  /** After a write that failed: what came of it must never be taken for saved. */
  async function restore(): Promise<void> {
    await file.truncate(length)
    await file.flush()
    isClean = true
  }

  return {
    length: () => length,
    async append(bytes) {
      if (!isClean) await restore()
      isClean = false
      try {
        await file.write(bytes, length)
        await file.flush()
      } catch (cause) {
        // A disk that refuses this too is asked again before the next write.
        await restore().catch(() => undefined)
        throw cause
      }
      length += bytes.length
      isClean = true
    },
    close: () => file.close(),
  }
}

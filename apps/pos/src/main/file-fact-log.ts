import type { IncarnationId, TerminalId } from '@orderez/core/kernel'
import { chainFacts, startLog, type Fact, type FactDraft, type LogTail } from '@orderez/core/orders'
import type { FactLog, LogBreak, LogPlace } from '@orderez/core/sync'
import { readDroppedPlace, writeDroppedPlace } from './dropped-place.ts'
import { linkSegments } from './link-segments.ts'
import type { LogDisk, LogFile } from './log-disk.ts'
import { asLogFailure, LogFailure } from './log-failure.ts'
import { encodeFrame } from './log-frame.ts'
import { scanSegment, segmentName, segmentNumber, type LogSegment } from './log-segment.ts'
import { createLogShelf, type LogShelf } from './log-shelf.ts'
import { readFacts } from './read-facts.ts'
import { createSegmentWriter, type SegmentWriter } from './segment-writer.ts'
import { createSerialQueue } from './serial-queue.ts'

export interface FileFactLogOptions {
  readonly disk: LogDisk
  readonly terminal: TerminalId
  /** Mints the incarnation of an empty or broken log. */
  newIncarnation(): IncarnationId
  /** A file that has grown past this is followed by another; only whole files can be deleted. */
  readonly segmentBytes?: number
}

const SEGMENT_BYTES = 1_000_000
const DAMAGED_SUFFIX = '.damaged'

/**
 * The desktop terminal's fact log: files that are only ever appended to, written and flushed by this process alone. Rejects with a
 * `LogFailure`; an append that rejects has left nothing behind.
 */
export async function openFileFactLog(options: FileFactLogOptions): Promise<FactLog> {
  try {
    return await mendAndOpen(options)
  } catch (cause) {
    throw asLogFailure(cause)
  }
}

async function mendAndOpen(options: FileFactLogOptions): Promise<FactLog> {
  const { disk, terminal } = options
  const names = (await disk.list()).filter((name) => segmentNumber(name) !== null).toSorted()
  const files = []
  for (const name of names)
    files.push({ name, scanned: scanSegment(name, (await disk.read(name)) ?? new Uint8Array()) })
  const { segments, tail, strays, found } = linkSegments(terminal, files)
  const shelf = createLogShelf(segments, await readDroppedPlace(disk))
  const last = segments.at(-1)
  const log = new FileFactLog({
    disk,
    shelf,
    tail: tail ?? startLog(terminal, options.newIncarnation()),
    nextNumber: (segmentNumber(names.at(-1) ?? '') ?? 0) + 1,
    segmentBytes: options.segmentBytes ?? SEGMENT_BYTES,
    breaks: found ? [found] : [],
  })
  await (last && tail && !found ? log.resume(last) : log.begin(tail ? options.newIncarnation() : null))
  // The break is mended by now; what nothing leads to is out of the way, and kept for whoever wants to look.
  for (const name of strays) await disk.rename(name, name + DAMAGED_SUFFIX)
  return log
}

interface OpenedParts {
  readonly disk: LogDisk
  readonly shelf: LogShelf
  readonly tail: LogTail
  readonly nextNumber: number
  readonly segmentBytes: number
  readonly breaks: readonly LogBreak[]
}

interface WaitingAppend {
  readonly drafts: readonly FactDraft[]
  resolve(facts: readonly Fact[]): void
  reject(reason: LogFailure): void
}

class FileFactLog implements FactLog {
  readonly breaks: readonly LogBreak[]
  readonly #parts: OpenedParts
  readonly #queue = createSerialQueue()
  /** The end of what is durable. */
  #tail: LogTail
  #nextNumber: number
  #writer: SegmentWriter | null = null
  #waiting: WaitingAppend[] = []
  #isClosed = false

  constructor(parts: OpenedParts) {
    this.#parts = parts
    this.breaks = parts.breaks
    this.#tail = parts.tail
    this.#nextNumber = parts.nextNumber
  }

  /** Goes on in the file that is there. */
  async resume(last: LogSegment): Promise<void> {
    const file = await this.#parts.disk.openForWriting(last.name)
    // Whole frames that a dying process left may not have been flushed yet; from now on they count as saved.
    await file.flush()
    this.#writer = createSegmentWriter(file, last.ends.at(-1) ?? 0)
  }

  /** Begins the first file of an empty log, or the one that mends a broken log. */
  async begin(incarnation: IncarnationId | null): Promise<void> {
    const { terminal, hash } = this.#tail
    await this.#startSegment(incarnation === null ? this.#tail : startLog(terminal, incarnation, hash))
  }

  async tail(): Promise<LogTail> {
    this.#refuseWhenClosed()
    return this.#tail
  }

  append(drafts: readonly FactDraft[]): Promise<readonly Fact[]> {
    return new Promise((resolve, reject) => {
      this.#refuseWhenClosed()
      if (drafts.length === 0) return resolve([])
      this.#waiting.push({ drafts, resolve, reject })
      if (this.#waiting.length === 1) void this.#queue.run(() => this.#flushWaiting())
    })
  }

  read(after: LogPlace | null, limit: number): Promise<readonly Fact[]> {
    const { disk, shelf } = this.#parts
    return this.#inTurn(() => readFacts(disk, shelf.rangesAfter(after, limit)))
  }

  startIncarnation(incarnation: IncarnationId): Promise<LogTail> {
    return this.#inTurn(async () => {
      const { terminal, hash, n } = this.#tail
      const asked = this.#tail.incarnation === incarnation && n === 0
      if (!asked) {
        if (this.#parts.shelf.knows(incarnation)) throw new LogFailure('log.failed', 'an incarnation begins only once')
        await this.#startSegment(startLog(terminal, incarnation, hash))
      }
      return this.#tail
    })
  }

  dropThrough(place: LogPlace): Promise<void> {
    const { disk, shelf } = this.#parts
    return this.#inTurn(async () => {
      if (shelf.isDropped(place)) return
      await writeDroppedPlace(disk, place)
      for (const { name, rest } of shelf.drop(place)) {
        await (rest === 'none' ? disk.remove(name) : disk.rename(name, name + DAMAGED_SUFFIX))
      }
    })
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await this.#queue.run(async () => this.#writer?.close())
  }

  async #inTurn<T>(task: () => Promise<T>): Promise<T> {
    this.#refuseWhenClosed()
    try {
      return await this.#queue.run(task)
    } catch (cause) {
      throw asLogFailure(cause)
    }
  }

  /** Numbers, links, writes and flushes everything that waits, in one step. */
  async #flushWaiting(): Promise<void> {
    const group = this.#waiting
    this.#waiting = []
    try {
      const answers = await this.#writeGroup(group)
      group.forEach((append, index) => append.resolve(answers[index] ?? []))
    } catch (cause) {
      const failure = asLogFailure(cause)
      for (const append of group) append.reject(failure)
    }
  }

  async #writeGroup(group: readonly WaitingAppend[]): Promise<readonly (readonly Fact[])[]> {
    const writer = await this.#writerWithRoom()
    let tail = this.#tail
    const answers = group.map(({ drafts }) => {
      const chained = chainFacts(tail, drafts)
      tail = chained.tail
      return chained.facts
    })
    const frames = answers.flat().map((fact) => Buffer.from(encodeFrame(fact)))
    await writer.append(Buffer.concat(frames))
    this.#noteFrames(frames)
    this.#tail = tail
    return answers
  }

  #noteFrames(frames: readonly Uint8Array[]): void {
    const ends = this.#parts.shelf.segments.at(-1)?.ends
    let end = ends?.at(-1) ?? 0
    for (const frame of frames) ends?.push((end += frame.length))
  }

  async #writerWithRoom(): Promise<SegmentWriter> {
    if (this.#writer && this.#writer.length() < this.#parts.segmentBytes) return this.#writer
    return this.#startSegment(this.#tail)
  }

  async #startSegment(start: LogTail): Promise<SegmentWriter> {
    const { disk, shelf } = this.#parts
    const name = segmentName(this.#nextNumber)
    const frame = Buffer.from(encodeFrame({ begin: start }))
    const file = await createFile(disk, name, frame)
    const former = this.#writer
    this.#writer = createSegmentWriter(file, frame.length)
    this.#nextNumber += 1
    this.#tail = start
    shelf.add({ name, start, ends: [frame.length], rest: 'none' })
    await former?.close()
    return this.#writer
  }

  #refuseWhenClosed(): void {
    if (this.#isClosed) throw new LogFailure('log.closed', 'the log is closed')
  }
}

async function createFile(disk: LogDisk, name: string, content: Uint8Array): Promise<LogFile> {
  try {
    await disk.replace(name, content)
    return await disk.openForWriting(name)
  } catch (cause) {
    // Half begun, it would lead away from the file that is written on now. Where it stays, the next opening finds a break and loses nothing.
    await disk.remove(name).catch(() => undefined)
    throw cause
  }
}

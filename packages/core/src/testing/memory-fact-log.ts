import { digestOf, type IncarnationId, type TerminalId } from '../kernel/index.ts'
import { chainFacts, startLog, type Fact, type FactDraft, type LogTail } from '../orders/index.ts'
import type { FactLog, LogBreak, LogPlace } from '../sync/index.ts'
import type { PlantedMistakes } from './planted-mistakes.ts'

/** What stays when the process dies: lines that were flushed, and as much of the others as the crash leaves. */
export interface MemoryLogDisk {
  /**
   * The process that has the log open dies: none of its calls ever returns. Of the characters that were written but not flushed the first
   * `kept` are found at the next open; a line may be torn.
   */
  crash(kept?: number): void
  /** The file is gone. */
  wipe(): void
  image(): MemoryLogImage
  /** An older image is copied back, or a clone begins; whoever has the log open dies. */
  restore(image: MemoryLogImage): void
  unflushedLength(): number
  flushes(): number
  /** Damages a flushed line, as a bad block does. */
  damage(line: number): void
}

export type MemoryLogImage = readonly string[]

interface Disk extends MemoryLogDisk {
  flushed: string[]
  unflushed: string[]
  /** Goes up when the process dies; who opened under an earlier one is dead. */
  life: number
  countFlush(): void
}

export function createMemoryLogDisk(image: MemoryLogImage = []): MemoryLogDisk {
  let flushes = 0
  const disk: Disk = {
    flushed: [...image],
    unflushed: [],
    life: 0,
    countFlush() {
      flushes += 1
    },
    crash(kept = 0) {
      disk.life += 1
      const left = disk.unflushed.join('').slice(0, kept)
      disk.flushed.push(...left.split(/(?<=\n)/).filter((line) => line !== ''))
      disk.unflushed = []
    },
    wipe() {
      disk.life += 1
      disk.flushed = []
      disk.unflushed = []
    },
    image: () => [...disk.flushed],
    restore(older) {
      disk.life += 1
      disk.flushed = [...older]
      disk.unflushed = []
    },
    unflushedLength: () => disk.unflushed.join('').length,
    flushes: () => flushes,
    damage(line) {
      disk.flushed = disk.flushed.map((text, index) => (index === line ? text.replace(/"n":\d+/, '"n":999999') : text))
    },
  }
  return disk
}

export interface MemoryLogOptions {
  readonly disk: MemoryLogDisk
  readonly terminal: TerminalId
  newIncarnation(): IncarnationId
  /** Awaited before each flush; a rejection makes the flush fail. */
  beforeFlush?(): Promise<void>
  readonly mistakes?: PlantedMistakes
}

interface Opened {
  readonly lines: string[]
  readonly facts: Fact[]
  readonly incarnations: IncarnationId[]
  readonly tail: LogTail | null
  readonly found: LogBreak | null
}

/** Text lines like a real file's: `{"begin": tail}` where an incarnation begins (or its dropped beginning ends), else a fact. */
const beginLine = (tail: LogTail) => `${JSON.stringify({ begin: tail })}\n`

/** A fact log with everything but a real disk. It passes `factLogContract`, and its crashes are as bad as a file's. */
export async function openMemoryFactLog(options: MemoryLogOptions): Promise<FactLog> {
  const log = new MemoryFactLog(options)
  await log.begin()
  return log
}

/** A dead process never hears back. */
const never = <T>() => new Promise<T>(() => {})

class MemoryFactLog implements FactLog {
  readonly breaks: readonly LogBreak[]
  readonly #options: MemoryLogOptions
  readonly #disk: Disk
  readonly #life: number
  readonly #facts: Fact[]
  readonly #incarnations: IncarnationId[]
  /** The end of what is durable, and of what is written. */
  #durable: LogTail
  #written: LogTail
  #waiting: { facts: readonly Fact[]; incarnation: IncarnationId | null }[] = []
  #flushing: Promise<void> | null = null
  #closed = false

  constructor(options: MemoryLogOptions) {
    this.#options = options
    this.#disk = options.disk as Disk
    this.#life = this.#disk.life
    const opened = openLines(this.#disk.flushed)
    this.#disk.flushed = opened.lines
    this.#facts = opened.facts
    this.#incarnations = opened.incarnations
    this.breaks = opened.found ? [opened.found] : []
    this.#durable = opened.tail ?? startLog(options.terminal, options.newIncarnation())
    this.#written = this.#durable
    if (!opened.tail) this.#writeBegin(this.#durable)
  }

  /** Resolves when what opening had to write is durable. */
  async begin(): Promise<void> {
    if (this.breaks.length > 0 && !this.#options.mistakes?.has('number-reused-after-crash')) {
      await this.startIncarnation(this.#options.newIncarnation())
    } else await this.#flushed()
  }

  async tail(): Promise<LogTail> {
    return this.#answer(() => this.#durable)
  }

  async append(drafts: readonly FactDraft[]): Promise<readonly Fact[]> {
    this.#refuseWhenClosed()
    if (this.#isDead()) return never()
    const { facts, tail } = chainFacts(this.#written, drafts)
    this.#written = tail
    this.#disk.unflushed.push(...facts.map((fact) => `${JSON.stringify(fact)}\n`))
    this.#waiting.push({ facts, incarnation: null })
    if (this.#options.mistakes?.has('ack-before-flush')) {
      void Promise.allSettled([this.#flushed()])
      this.#facts.push(...facts)
      this.#durable = tail
      return facts
    }
    await this.#flushed()
    return facts
  }

  async read(after: LogPlace | null, limit: number): Promise<readonly Fact[]> {
    return this.#answer(() => this.#facts.slice(this.#indexAfter(after)).slice(0, limit))
  }

  async startIncarnation(incarnation: IncarnationId): Promise<LogTail> {
    this.#refuseWhenClosed()
    if (this.#isDead()) return never()
    const tail = startLog(this.#options.terminal, incarnation, this.#written.hash)
    this.#written = tail
    this.#writeBegin(tail)
    await this.#flushed()
    return tail
  }

  async dropThrough(place: LogPlace): Promise<void> {
    this.#refuseWhenClosed()
    await this.#flushed()
    const dropped = this.#facts.splice(0, this.#indexAfter(place))
    const last = dropped.at(-1)
    if (!last) return
    // A new file takes the old one's place in one step, as `rename` does.
    const { terminal, incarnation, n } = last
    const begin = beginLine({ terminal, incarnation, n, hash: digestOf(last) })
    const end = this.#disk.flushed.findIndex((line) => line === `${JSON.stringify(last)}\n`)
    this.#disk.flushed = [begin, ...this.#disk.flushed.slice(end + 1)]
  }

  async close(): Promise<void> {
    if (!this.#isDead()) await this.#flushed()
    this.#closed = true
  }

  #indexAfter(after: LogPlace | null): number {
    if (!after || !this.#incarnations.includes(after.incarnation)) return 0
    const rank = this.#incarnations.indexOf(after.incarnation)
    const index = this.#facts.findIndex((fact) => {
      const own = this.#incarnations.indexOf(fact.incarnation)
      return own > rank || (own === rank && fact.n > after.n)
    })
    return index < 0 ? this.#facts.length : index
  }

  #writeBegin(tail: LogTail): void {
    this.#disk.unflushed.push(beginLine(tail))
    this.#waiting.push({ facts: [], incarnation: tail.incarnation })
  }

  /** Everything written up to now in one flush, behind the one under way. */
  async #flushed(): Promise<void> {
    while (this.#flushing) await this.#flushing
    if (this.#waiting.length === 0) return
    // A copy: whoever comes while this flush is under way waits for the next one.
    const group = [...this.#waiting]
    this.#flushing = this.#flush(group).finally(() => {
      this.#flushing = null
    })
    await this.#flushing
  }

  async #flush(group: readonly { facts: readonly Fact[]; incarnation: IncarnationId | null }[]): Promise<void> {
    const end = this.#written
    const lines = this.#disk.unflushed.length
    try {
      await this.#options.beforeFlush?.()
    } catch (error) {
      if (this.#isDead()) return never()
      this.#disk.unflushed = []
      this.#waiting = []
      this.#written = this.#durable
      throw error
    }
    if (this.#isDead()) return never()
    this.#disk.flushed.push(...this.#disk.unflushed.splice(0, lines))
    this.#disk.countFlush()
    this.#waiting = this.#waiting.slice(group.length)
    for (const { facts, incarnation } of group) {
      if (incarnation !== null) this.#incarnations.push(incarnation)
      if (!this.#options.mistakes?.has('ack-before-flush')) this.#facts.push(...facts)
    }
    this.#durable = end
  }

  #answer<T>(value: () => T): Promise<T> {
    this.#refuseWhenClosed()
    return this.#isDead() ? never() : Promise.resolve(value())
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new Error('the log is closed')
  }

  #isDead(): boolean {
    return this.#disk.life !== this.#life
  }
}

/** The longest prefix that verifies: whole lines, numbers without a gap, each fact linked to the one before. */
function openLines(lines: readonly string[]): Opened {
  const facts: Fact[] = []
  const incarnations: IncarnationId[] = []
  let tail: LogTail | null = null
  for (const [index, line] of lines.entries()) {
    const entry = parseLine(line)
    const next: LogTail | null = entry && follow(tail, entry)
    if (!entry || !next) {
      const found = index === lines.length - 1 ? 'log.tornTail' : 'log.corrupt'
      return { lines: lines.slice(0, index), facts, incarnations, tail, found: tail ? found : null }
    }
    if (!('begin' in entry)) facts.push(entry)
    else incarnations.push(entry.begin.incarnation)
    tail = next
  }
  return { lines: [...lines], facts, incarnations, tail, found: null }
}

type Entry = Fact | { readonly begin: LogTail }

function parseLine(line: string): Entry | null {
  if (!line.endsWith('\n')) return null
  try {
    return JSON.parse(line) as Entry
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function follow(tail: LogTail | null, entry: Entry): LogTail | null {
  if ('begin' in entry) return !tail || (entry.begin.n === 0 && entry.begin.hash === tail.hash) ? entry.begin : null
  if (!tail || entry.n !== tail.n + 1 || entry.prev !== tail.hash || entry.incarnation !== tail.incarnation) return null
  return { ...tail, n: entry.n, hash: digestOf(entry) }
}

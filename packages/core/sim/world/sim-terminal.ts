import type { Terminal } from '../../src/branch/index.ts'
import { createIdSource, type BranchId, type IdSource } from '../../src/kernel/index.ts'
import type { OrderDocument } from '../../src/orders/index.ts'
import { createTerminalEngine, type TerminalEngine } from '../../src/sync-engine/index.ts'
import type { FactLog, TerminalStore } from '../../src/sync/index.ts'
import { createMemoryLogDisk, openMemoryFactLog, type MemoryLogImage } from '../../src/testing/memory-fact-log.ts'
import {
  createMemoryStoreDisk,
  openMemoryTerminalStore,
  type MemoryStoreImage,
} from '../../src/testing/memory-terminal-store.ts'
import type { PlantedMistakes } from '../../src/testing/planted-mistakes.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import { createSimLink, goodConditions, type Endpoint } from './sim-link.ts'
import { createSimProcess, type SimProcess } from './sim-process.ts'
import { WORLD_BEGINS } from './site.ts'
import type { Tally } from './tally.ts'

/** The whole profile of a terminal at one moment. */
export interface ProfileImage {
  readonly log: MemoryLogImage
  readonly store: MemoryStoreImage
}

export interface TerminalParts {
  /** As the script calls it: `AB`, or `AB~1` for a clone. */
  readonly name: string
  readonly enrolled: Terminal
  readonly branch: BranchId
  readonly scheduler: Scheduler
  readonly random: Random
  readonly tally: Tally
  readonly mistakes: PlantedMistakes
  readonly from?: ProfileImage
  endpoint(): Endpoint | null
  onThrow(where: string, error: unknown): void
  onDeath(): void
  trace(line: () => string): void
}

/** Half of the delay of a port call at most, ms. */
const DISK_DELAY = 3
const FLUSH_DELAY = 8

/** One installation of a terminal: its disks, and whatever runs on them. A clone is another one of the same terminal. */
export class SimTerminal {
  readonly name: string
  readonly enrolled: Terminal
  readonly conditions = goodConditions()
  readonly ids: IdSource
  readonly #parts: TerminalParts
  readonly #logDisk: ReturnType<typeof createMemoryLogDisk>
  readonly #storeDisk: ReturnType<typeof createMemoryStoreDisk>
  #process: SimProcess
  #engine: TerminalEngine | null = null
  #lives = 0
  #ahead = 0
  #upheavals = 0
  /** What the store's disk holds, until somebody writes there again. */
  #shown = new Map<string, readonly unknown[]>()

  constructor(parts: TerminalParts) {
    const { name, enrolled, random, scheduler, from } = parts
    this.name = name
    this.enrolled = enrolled
    this.#parts = parts
    this.#logDisk = createMemoryLogDisk(from?.log)
    this.#storeDisk = createMemoryStoreDisk(from?.store)
    const now = () => this.#engine?.time.now() ?? this.#wall()
    this.ids = createIdSource({ now, random: random.fork('ids').bytes })
    this.#process = createSimProcess(scheduler, random, { maxDelay: DISK_DELAY })
    this.#process.kill()
  }

  /** Null while it is down or still opening. */
  get engine(): TerminalEngine | null {
    return this.#engine
  }

  get process(): SimProcess {
    return this.#process
  }

  /** How often the profile lost something: in a crash, by being put back or emptied. */
  get upheavals(): number {
    return this.#upheavals
  }

  async boot(): Promise<void> {
    this.#process.kill()
    const mine = this.#startProcess()
    this.#process = mine
    try {
      const started = await this.#start(mine)
      if (mine.alive) this.#engine = started
    } catch (error) {
      this.#parts.onThrow(`the start of ${this.name}`, error)
    }
  }

  /** The process dies; what was not flushed is lost, kept in part, or torn. */
  crash(): void {
    this.#process.kill()
  }

  image(): ProfileImage {
    return { log: this.#logDisk.image(), store: this.#storeDisk.image() }
  }

  /** An older profile is copied back. The process dies first. */
  restore(image: ProfileImage): void {
    this.#overthrow()
    this.#logDisk.restore(image.log)
    this.#storeDisk.restore(image.store)
    this.#shown.clear()
  }

  wipeStore(): void {
    this.#overthrow()
    this.#storeDisk.wipe()
    this.#shown.clear()
  }

  wipeLog(): void {
    this.#overthrow()
    this.#logDisk.wipe()
  }

  documents<T>(collection: string): readonly T[] {
    const shown = this.#shown.get(collection) ?? valuesUnder(this.#storeDisk.image(), collection)
    this.#shown.set(collection, shown)
    return shown as readonly T[]
  }

  orders(): readonly OrderDocument[] {
    return this.documents('orders')
  }

  /** Sets the wall clock to be this much ahead of the world's, in ms. */
  setClock(aheadMs: number): void {
    this.#ahead = aheadMs
  }

  #wall(): number {
    return WORLD_BEGINS + this.#parts.scheduler.now() + this.#ahead
  }

  #overthrow(): void {
    this.#process.kill()
    this.#upheavals += 1
  }

  #chance(): Random {
    return this.#parts.random.fork(`life ${this.#lives}`)
  }

  #startProcess(): SimProcess {
    this.#lives += 1
    const chance = this.#chance()
    const started = createSimProcess(this.#parts.scheduler, chance.fork('ports'), { maxDelay: DISK_DELAY })
    started.onDeath(() => {
      this.#engine = null
      this.#upheavals += 1
      this.#logDisk.crash(chance.chance(0.5) ? 0 : chance.int(0, this.#logDisk.unflushedLength()))
      this.#storeDisk.crash(chance.int(0, this.#storeDisk.unflushedWrites()))
      this.#shown.clear()
      this.#parts.onDeath()
    })
    return started
  }

  async #start(mine: SimProcess): Promise<TerminalEngine> {
    const { scheduler, mistakes, branch } = this.#parts
    const chance = this.#chance()
    const bornAt = scheduler.now() - chance.int(0, 1_000_000)
    const log = await this.#openLog(mine, chance.fork('flush'))
    const link = createSimLink({
      ...this.#parts,
      random: chance.fork('link'),
      process: mine,
      conditions: this.conditions,
    })
    const ports = {
      log: mine.slow(log),
      store: mine.slow(this.#openStore()),
      link,
      clock: { wall: () => this.#wall(), monotonic: () => scheduler.now() - bornAt },
      timers: mine.timers,
      entropy: chance.fork('entropy').bytes,
      mistakes,
    }
    const created = createTerminalEngine(ports, { terminal: this.enrolled.id, branch })
    let breaks = 0
    created.onStatus((status) => {
      for (const found of status.breaks.slice(breaks)) this.#parts.tally.add(`break.${found}`)
      breaks = status.breaks.length
    })
    await created.start()
    return created
  }

  #openStore(): TerminalStore {
    return openMemoryTerminalStore({
      disk: this.#storeDisk,
      before: async (call) => {
        if (!call.startsWith('read')) this.#shown.clear()
      },
    })
  }

  #openLog(mine: SimProcess, chance: Random): Promise<FactLog> {
    return openMemoryFactLog({
      disk: this.#logDisk,
      terminal: this.enrolled.id,
      newIncarnation: () => this.ids.next('incarnation'),
      beforeFlush: () => new Promise((resolve) => void mine.timers.after(chance.int(0, FLUSH_DELAY), resolve)),
      mistakes: this.#parts.mistakes,
    })
  }
}

/** The documents of one collection, as whoever opens the profile finds them. */
export function valuesUnder<T>(image: MemoryStoreImage, collection: string): T[] {
  const prefix = `${collection}/`
  return [...image].flatMap(([key, value]) => (key.startsWith(prefix) ? [value as T] : []))
}

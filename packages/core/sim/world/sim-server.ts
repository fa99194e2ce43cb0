import { createAuthority, type Actor, type Authority } from '../../src/authority/index.ts'
import { serverIndexesOf, StoreError, SYNCED_COLLECTIONS } from '../../src/sync/index.ts'
import { MemoryDocumentStore, type MemorySnapshot, type StoreFault } from '../../src/testing/memory-document-store.ts'
import type { PlantedMistakes } from '../../src/testing/planted-mistakes.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import { createSimSealer, endpointOf } from './server-endpoint.ts'
import type { Endpoint } from './sim-link.ts'
import { createSimProcess, type SimProcess } from './sim-process.ts'
import { WORLD_BEGINS, type Site } from './site.ts'
import type { Tally } from './tally.ts'

export interface ServerParts {
  readonly scheduler: Scheduler
  readonly random: Random
  readonly site: Site
  readonly tally: Tally
  readonly mistakes: PlantedMistakes
  onThrow(where: string, error: unknown): void
}

/** Half of the delay of a store's call at most, ms. */
const DISK_DELAY = 4
const RESTART_MS = 2_000

const COLLECTIONS = SYNCED_COLLECTIONS.map((name) => ({ name, indexes: serverIndexesOf(name) }))

/** The server's machine: its disk, and the authority that runs on it while it is up. */
export class SimServer {
  readonly #parts: ServerParts
  readonly #random: Random
  readonly #sealer = createSimSealer()
  /** Outside what backups put back. */
  #epoch: string | null = null
  #backup: MemorySnapshot | null = null
  #store: MemoryDocumentStore
  #process: SimProcess
  #authority: Authority | null = null
  #lives = 0
  #trouble = 0
  #ahead = 0
  #upheavals = 0
  #backSince = 0

  constructor(parts: ServerParts) {
    this.#parts = parts
    this.#random = parts.random.fork('server')
    this.#store = this.#openStore()
    this.#process = this.#startProcess()
    this.#process.kill()
  }

  /** Null while it is down or still starting. */
  get authority(): Authority | null {
    return this.#authority
  }

  get process(): SimProcess {
    return this.#process
  }

  /** What is on its disk. */
  get store(): MemoryDocumentStore {
    return this.#store
  }

  /** How often the store was put back. */
  get upheavals(): number {
    return this.#upheavals
  }

  /** When it was last up again, in ms of virtual time. */
  get backSince(): number {
    return this.#backSince
  }

  /** The server's own clock, ms since 1970; a fault may set it wrong. */
  now(): number {
    return WORLD_BEGINS + this.#parts.scheduler.now() + this.#ahead
  }

  setClock(aheadMs: number): void {
    this.#ahead = aheadMs
  }

  /** Probability that one call of the store goes wrong. */
  setStoreTrouble(probability: number): void {
    this.#trouble = probability
  }

  /** As one terminal reaches it; null while it is down. */
  endpoint(actor: Actor): Endpoint | null {
    return this.#authority ? endpointOf(this.#authority, this.#process, actor, () => this.now()) : null
  }

  async boot(): Promise<void> {
    this.#process.kill()
    // What the dead process still watched is gone with it; the documents stay.
    this.#store = this.#openStore(this.#store.snapshot())
    const mine = this.#startProcess()
    this.#process = mine
    try {
      const started = await this.#start(mine)
      if (!mine.alive) return
      this.#authority = started
      this.#backSince = this.#parts.scheduler.now()
    } catch (error) {
      if (!(error instanceof StoreError)) return this.#parts.onThrow('the start of the server', error)
      // Whoever runs the real server starts it again.
      this.#parts.scheduler.after(RESTART_MS, () => void (this.#process === mine && this.boot()))
    }
  }

  takeBackup(): void {
    this.#backup = this.#store.snapshot()
  }

  /** Puts the last backup back and leaves the server down; false where there is none. */
  restoreBackup(): boolean {
    if (!this.#backup) return false
    this.#process.kill()
    this.#store = this.#openStore(this.#backup)
    this.#upheavals += 1
    return true
  }

  #start(mine: SimProcess): Promise<Authority> {
    const { site, tally, mistakes } = this.#parts
    const epochs = {
      read: async () => this.#epoch,
      write: async (epoch: string) => {
        this.#epoch = epoch
      },
    }
    return createAuthority({
      store: mine.slow(this.#store, ['watch']),
      branch: site.branch.id,
      clock: { now: () => this.now() },
      entropy: this.#random.fork(`entropy ${this.#lives}`).bytes,
      sealer: this.#sealer,
      epochs: mine.slow(epochs),
      log: (event) => tally.add(`server.${event.event === 'epoch.minted' ? `epoch.${event.why}` : event.event}`),
      mistakes,
    })
  }

  #startProcess(): SimProcess {
    this.#lives += 1
    const random = this.#random.fork(`process ${this.#lives}`)
    const started = createSimProcess(this.#parts.scheduler, random, { maxDelay: DISK_DELAY })
    started.onDeath(() => {
      this.#authority = null
    })
    return started
  }

  #openStore(from?: MemorySnapshot): MemoryDocumentStore {
    return new MemoryDocumentStore({
      collections: COLLECTIONS,
      fault: (call, _collection, writes) =>
        this.#random.chance(this.#trouble) ? this.#fault(call === 'write', writes.length) : null,
      ...(from && { from }),
    })
  }

  #fault(isWrite: boolean, writes: number): StoreFault {
    const kind = isWrite ? this.#random.pick(['unavailable', 'lostAnswer', 'conflict'] as const) : 'unavailable'
    this.#parts.tally.add(`fault.store.${kind}`)
    return kind === 'lostAnswer' ? { kind, applied: this.#random.int(0, writes) } : { kind }
  }
}

import type { BranchId, IdSource, OrderId, PersonId, TerminalId } from '../kernel/index.ts'
import type { Fact, FactDraft, OrderDocument } from '../orders/index.ts'
import type { FactLog, ServerLink, TerminalStore } from '../sync/index.ts'
import { createTerminalEngine, type EngineMistake, type TerminalEngine } from '../sync-engine/index.ts'
import { createTestIds, noteDrafts } from './fact-drafts.ts'
import { createMemoryLogDisk, openMemoryFactLog, type MemoryLogDisk } from './memory-fact-log.ts'
import { createMemoryStoreDisk, openMemoryTerminalStore, type MemoryStoreDisk } from './memory-terminal-store.ts'
import type { VirtualTime } from './virtual-time.ts'

/** One terminal with its disks. The engine can die and come back on them. */
export interface TerminalScene {
  readonly ids: IdSource
  readonly terminal: TerminalId
  readonly person: PersonId
  readonly logDisk: MemoryLogDisk
  readonly storeDisk: MemoryStoreDisk
  engine: TerminalEngine
  log: FactLog
  store: TerminalStore
  /** Opens log and store again and starts a new engine on them. */
  restart(): Promise<void>
  /** The process dies as it stands and starts again. */
  crash(left?: { readonly log?: number; readonly store?: number }): Promise<void>
  /** An `opened` fact and notes. */
  opening(order: OrderId): FactDraft
  notes(order: OrderId, ...texts: string[]): FactDraft[]
  order(id: OrderId): Promise<OrderDocument | undefined>
  logged(): Promise<readonly Fact[]>
}

export interface SceneOptions {
  readonly link: ServerLink
  readonly time: VirtualTime
  readonly seed?: number
  readonly branch?: BranchId
  readonly terminal?: TerminalId
  readonly person?: PersonId
  readonly mistakes?: ReadonlySet<EngineMistake>
  beforeStore?(call: keyof TerminalStore): Promise<void>
  beforeFlush?(): Promise<void>
}

export async function createTerminalScene(options: SceneOptions): Promise<TerminalScene> {
  const { link, time, seed = 1 } = options
  const ids = createTestIds(seed)
  const terminal = options.terminal ?? ids.next('terminal')
  const branch = options.branch ?? ids.next('branch')
  const person = options.person ?? ids.next('person')
  const logDisk = createMemoryLogDisk()
  const storeDisk = createMemoryStoreDisk()
  let entropy = seed

  async function open(): Promise<Pick<TerminalScene, 'log' | 'store' | 'engine'>> {
    const log = await openMemoryFactLog({
      disk: logDisk,
      terminal,
      newIncarnation: () => ids.next('incarnation'),
      ...(options.beforeFlush && { beforeFlush: options.beforeFlush }),
    })
    const store = openMemoryTerminalStore({
      disk: storeDisk,
      ...(options.beforeStore && { before: options.beforeStore }),
    })
    const engine = createTerminalEngine(
      {
        log,
        store,
        link,
        clock: time.clock,
        timers: time.timers,
        entropy: (bytes) =>
          Uint8Array.from({ length: bytes }, () => (entropy = (Math.imul(entropy, 75) + 74) % 65_537) & 255),
        ...(options.mistakes && { mistakes: options.mistakes }),
      },
      { terminal, branch },
    )
    return { log, store, engine }
  }

  async function begin(): Promise<void> {
    Object.assign(scene, await open())
    await scene.engine.start()
    await time.settle()
  }

  const scene: TerminalScene = {
    ...(await open()),
    ids,
    terminal,
    person,
    logDisk,
    storeDisk,
    async restart() {
      await scene.engine.stop()
      await scene.log.close()
      await begin()
    },
    async crash(left = {}) {
      logDisk.crash(left.log)
      storeDisk.crash(left.store)
      // The old engine's calls never return; stopping it only takes its timers away.
      void scene.engine.stop()
      await begin()
    },
    opening: (order) => ({
      id: ids.next('fact'),
      v: 1,
      order,
      person,
      at: scene.engine.time.next(),
      kind: 'opened',
      body: {
        branch,
        day: '2026-11-23',
        number: { letters: 'AB', counter: 1 },
        type: 'dineIn',
        source: 'staff',
        guests: 2,
        owner: person,
      },
    }),
    notes: (order, ...texts) =>
      noteDrafts(ids, order, person, texts).map((draft) => ({ ...draft, at: scene.engine.time.next() })),
    order: async (id) => (await scene.store.readOrders([id]))[0],
    logged: () => scene.log.read(null, 10_000),
  }
  return scene
}

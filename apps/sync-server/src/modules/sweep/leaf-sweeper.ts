import type { Authority } from '@orderez/core/authority'
import { StoreError, SYNCED_COLLECTIONS, type DocumentStore, type SyncedCollection } from '@orderez/core/sync'

export interface LeafSweeper {
  /** Resolves when what is known to be due has been swept. */
  idle(): Promise<void>
  /** Resolves when the step under way is done; no other begins. */
  stop(): Promise<void>
}

export interface SweeperPorts {
  readonly authority: Pick<Authority, 'sweep'>
  readonly store: Pick<DocumentStore, 'watch'>
  failed(cause: unknown): void
}

const AGAIN_MS = 5_000
/** Signals say when there is something; this is for one that was missed. */
const PATROL_MS = 600_000

/** A24: sweeps every collection at the start, those that others change at once, and all of them now and then. One step at a time. */
export function startLeafSweeper({ authority, store, failed }: SweeperPorts): LeafSweeper {
  const due = new Set<SyncedCollection>(SYNCED_COLLECTIONS)
  const timers = new Set<NodeJS.Timeout>()
  let isStopped = false
  let running: Promise<void> | null = null

  async function pass(collection: SyncedCollection): Promise<number> {
    let found = 0
    for (let bookmark: string | null | undefined; bookmark !== null && !isStopped;) {
      const step = await authority.sweep(collection, bookmark ?? null)
      found += step.documents
      bookmark = step.bookmark
    }
    return found
  }

  /** Until nothing is left, or nothing more gives way: leaves of a newer server stay. */
  async function sweep(collection: SyncedCollection): Promise<void> {
    for (let before = Infinity; !isStopped;) {
      const found = await pass(collection)
      if (found === 0 || found >= before) return
      before = found
    }
  }

  async function run(): Promise<void> {
    for (let [collection] = due; collection !== undefined && !isStopped; [collection] = due) {
      due.delete(collection)
      try {
        await sweep(collection)
      } catch (cause) {
        if (!(cause instanceof StoreError)) failed(cause)
        later(collection)
      }
    }
    running = null
  }

  function wake(...collections: readonly SyncedCollection[]): void {
    for (const collection of collections) due.add(collection)
    if (!isStopped) running ??= run()
  }

  function later(collection: SyncedCollection): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      wake(collection)
    }, AGAIN_MS)
    timers.add(timer)
  }

  const stops = SYNCED_COLLECTIONS.map((name) => store.watch(name, (by) => void (by === 'others' && wake(name))))
  const patrol = setInterval(() => wake(...SYNCED_COLLECTIONS), PATROL_MS)
  patrol.unref()
  wake()

  return {
    async idle() {
      while (running) await running
    },
    async stop() {
      isStopped = true
      clearInterval(patrol)
      for (const timer of timers) clearTimeout(timer)
      for (const stop of stops) stop()
      await running
    },
  }
}

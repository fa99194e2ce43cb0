import {
  StoreError,
  type DocumentStore,
  type DocumentWrite,
  type SyncedCollection,
  type WriteOutcome,
} from '../sync/index.ts'
import {
  giveUp,
  refuse,
  reportFailure,
  type Desk,
  type Pile,
  type QueuePorts,
  type Unsettled,
  type Working,
  type Waiting,
} from './commit-pile.ts'
import { createRecentWrites, type RecentWrites } from './recent-writes.ts'
import { workOnAll, type Worked } from './work-on-piles.ts'

/** One thing to do to one document. It may run several times, each time on a fresh copy; only the last run counts. */
export interface Task<W, Out> {
  readonly document: string
  /** Changes the working copy and says what came of it. Never waits; throws only by a mistake of ours. */
  readonly apply: (working: W) => Out
  /** Ids of other documents that `apply` will look at. */
  readonly needs?: (working: W) => readonly string[]
}

export type Settled<Out> =
  /** Stored, or nothing had to be. */
  { readonly state: 'done'; readonly outcome: Out } | Unsettled

/** A11, DESIGN decision 8: everything that waits for a collection is decided together: one read, one write. */
export interface CommitQueue<W> {
  /** Resolves when each task is settled; never rejects. */
  submit<Out>(tasks: readonly Task<W, Out>[]): Promise<readonly Settled<Out>[]>
  /** The collection has changed. What this queue has not written itself by now is read anew. */
  changed(): void
}

/** Bounds the time for which an early task of a batch waits for the late ones. */
const MAX_BATCH = 2_000
/** Writes of one document that may fail for other reasons than its content, before its tasks are given back. */
const MAX_ATTEMPTS = 8

/** What belongs to one queue for as long as it lives. */
interface Bench {
  readonly recent: RecentWrites
  /** Its own write is under way, and is what is reported as a change. */
  isWriting: boolean
}

export function createCommitQueue<W extends Working>(ports: QueuePorts, desk: Desk<W>): CommitQueue<W> {
  const waiting: Waiting<W>[] = []
  const bench: Bench = { recent: createRecentWrites(), isWriting: false }
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (waiting.length > 0) await commit(ports, desk, bench, waiting.splice(0, MAX_BATCH))
    running = null
  }

  function enqueue<Out>(task: Task<W, Out>): Promise<Settled<Out>> {
    return new Promise((settle) => void waiting.push(closeOver(ports, task, settle)))
  }

  return {
    submit(tasks) {
      const settled = Promise.all(tasks.map(enqueue))
      if (tasks.length > 0) running ??= run()
      return settled
    },
    changed() {
      if (!bench.isWriting) bench.recent.clear()
    },
  }
}

function closeOver<W, Out>(ports: QueuePorts, task: Task<W, Out>, settle: (settled: Settled<Out>) => void): Waiting<W> {
  return {
    document: task.document,
    needs: (working) => task.needs?.(working) ?? [],
    apply(working) {
      try {
        const outcome = task.apply(working)
        return () => settle({ state: 'done', outcome })
      } catch (error) {
        reportFailure(ports, error)
        return () => settle({ state: 'retry' })
      }
    },
    giveUp: settle,
  }
}

async function commit<W extends Working>(
  ports: QueuePorts,
  desk: Desk<W>,
  bench: Bench,
  batch: readonly Waiting<W>[],
): Promise<void> {
  const grouped = Map.groupBy(batch, ({ document }) => document)
  const piles = new Map(
    [...grouped].map(([id, group]): [string, Pile<W>] => [id, { id, groups: [group], attempts: 0 }]),
  )
  try {
    for (let round = 0; piles.size > 0; round += 1) {
      if (round > 0) ports.log({ event: 'batch.retried', collection: ports.collection, documents: piles.size, round })
      await commitRound(ports, desk, bench, piles)
    }
  } catch (error) {
    // What was stored is settled already; the rest is given back and may be tried again.
    reportFailure(ports, error)
    for (const pile of piles.values()) giveUp(piles, pile, { state: 'retry' })
  }
}

async function commitRound<W extends Working>(
  ports: QueuePorts,
  desk: Desk<W>,
  bench: Bench,
  piles: Map<string, Pile<W>>,
): Promise<void> {
  const worked = await workOnAll(ports, desk, bench.recent, piles)
  await removeContained(ports, bench.recent, worked)
  for (const work of worked) if (!work.write || ports.mistakes?.has('verdict-before-store')) finishGroup(piles, work)
  const toWrite = worked.flatMap(({ write, ...work }) => (write ? [{ ...work, write }] : []))
  if (toWrite.length === 0) return
  const writes = toWrite.map(({ write }) => write)
  bench.isWriting = true
  try {
    const outcomes = await writeAll(ports.store, ports.collection, writes)
    for (const [index, work] of toWrite.entries()) {
      const outcome = outcomes[index] ?? { outcome: 'unknown', reason: 'no outcome' }
      remember(bench.recent, work.write, outcome)
      conclude(ports, piles, work, outcome)
    }
    if (outcomes.some(({ outcome }) => outcome === 'stored' || outcome === 'unknown')) ports.onStored()
  } finally {
    bench.isWriting = false
  }
}

/** A24: the winner says all that the leaves say. To write it anew would be a revision that every other server answers with one of its own. */
async function removeContained<W>(
  ports: QueuePorts,
  recent: RecentWrites,
  worked: readonly Worked<W>[],
): Promise<void> {
  const removals = worked.flatMap(({ pile, contained }) =>
    contained.length === 0 ? [] : [{ id: pile.id, revs: contained }],
  )
  if (removals.length === 0) return
  for (const { id } of removals) recent.forget(id)
  try {
    await ports.store.removeLeaves(ports.collection, removals)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    // Nobody waits for it: they show again, and are found by the next sweep.
    reportFailure(ports, error)
  }
}

function remember(recent: RecentWrites, write: DocumentWrite, outcome: WriteOutcome): void {
  // Leaves that were to go with it may still be there, and then belong to the document.
  if (outcome.outcome === 'stored' && write.removes === undefined) recent.keep(write, outcome.rev)
  else recent.forget(write.id)
}

/** A write that failed as a whole may have been applied: every row is unknown and is read again. */
async function writeAll(
  store: DocumentStore,
  collection: SyncedCollection,
  writes: readonly DocumentWrite[],
): Promise<readonly WriteOutcome[]> {
  try {
    return await store.write(collection, writes)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return writes.map(() => ({ outcome: 'unknown', reason: error.code }))
  }
}

function conclude<W>(ports: QueuePorts, piles: Map<string, Pile<W>>, work: Worked<W>, outcome: WriteOutcome): void {
  const { pile } = work
  const isUnknown = outcome.outcome === 'unknown'
  if (outcome.outcome === 'stored' || (isUnknown && ports.mistakes?.has('unknown-as-stored'))) finishGroup(piles, work)
  else if (outcome.outcome === 'refused') refuse(piles, pile, outcome.reason)
  else {
    pile.attempts += 1
    if (pile.attempts === MAX_ATTEMPTS) giveUp(piles, pile, { state: 'retry' })
  }
}

function finishGroup<W>(piles: Map<string, Pile<W>>, { pile, settle }: Worked<W>): void {
  settle()
  pile.groups.shift()
  pile.attempts = 0
  if (pile.groups.length === 0) piles.delete(pile.id)
}

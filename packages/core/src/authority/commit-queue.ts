import {
  StoreError,
  type DocumentStore,
  type DocumentWrite,
  type StoredDocument,
  type SyncedCollection,
  type WriteOutcome,
} from '../sync/index.ts'
import type { AuthorityPorts } from './authority-ports.ts'

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

type Unsettled =
  /** The store can never take the document with this change. */
  | { readonly state: 'refused'; readonly reason: string }
  /** Not decided; the same may be tried again. */
  | { readonly state: 'retry' }

/** How documents of a collection are opened, worked on and put back. */
export interface Desk<W> {
  open(id: string, stored: StoredDocument | null): W
  /** Reads what the tasks need beside their documents, once a round, before any of them is applied. */
  prepare(needed: readonly string[]): Promise<void>
  /** What to write; null when nothing changed. */
  finish(working: W): Content | null
}

type Content = Pick<DocumentWrite, 'body' | 'header'>

/** A11, DESIGN decision 8: everything that waits for a collection is decided together: one read, one write. */
export interface CommitQueue<W> {
  /** Resolves when each task is settled; never rejects. */
  submit<Out>(tasks: readonly Task<W, Out>[]): Promise<readonly Settled<Out>[]>
}

interface QueuePorts extends Pick<AuthorityPorts, 'store' | 'log' | 'mistakes'> {
  readonly collection: SyncedCollection
  /** Called after something was stored, or may have been. */
  onStored(): void
}

/** Bounds the time for which an early task of a batch waits for the late ones. */
const MAX_BATCH = 2_000
/** Writes of one document that may fail for other reasons than its content, before its tasks are given back. */
const MAX_ATTEMPTS = 8

/** A task that waits, with its type of outcome closed over. */
interface Waiting<W> {
  readonly document: string
  needs(working: W): readonly string[]
  /** Applies the task; the returned function tells the outcome once it is stored. */
  apply(working: W): () => void
  giveUp(settled: Unsettled): void
}

/** The tasks of one document, in groups that are written one after the other; more than one group only to find a guilty task. */
interface Pile<W> {
  readonly id: string
  readonly groups: Waiting<W>[][]
  attempts: number
  /** For a planted mistake only. */
  stale?: Content
}

interface Opened<W> {
  readonly pile: Pile<W>
  readonly stored: StoredDocument | null
  readonly working: W
}

interface Worked<W> {
  readonly pile: Pile<W>
  readonly write: DocumentWrite | null
  readonly settle: () => void
}

export function createCommitQueue<W>(ports: QueuePorts, desk: Desk<W>): CommitQueue<W> {
  const waiting: Waiting<W>[] = []
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (waiting.length > 0) await commit(ports, desk, waiting.splice(0, MAX_BATCH))
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

async function commit<W>(ports: QueuePorts, desk: Desk<W>, batch: readonly Waiting<W>[]): Promise<void> {
  const grouped = Map.groupBy(batch, ({ document }) => document)
  const piles = new Map(
    [...grouped].map(([id, group]): [string, Pile<W>] => [id, { id, groups: [group], attempts: 0 }]),
  )
  try {
    for (let round = 0; piles.size > 0; round += 1) {
      if (round > 0) ports.log({ event: 'batch.retried', collection: ports.collection, documents: piles.size, round })
      await commitRound(ports, desk, piles)
    }
  } catch (error) {
    // What was stored is settled already; the rest is given back and may be tried again.
    reportFailure(ports, error)
    for (const pile of piles.values()) giveUp(piles, pile, { state: 'retry' })
  }
}

async function commitRound<W>(ports: QueuePorts, desk: Desk<W>, piles: Map<string, Pile<W>>): Promise<void> {
  const { collection, store } = ports
  const stored = new Map((await store.read(collection, [...piles.keys()])).map((document) => [document.id, document]))
  const opened = [...piles.values()].flatMap((pile) => openPile(ports, desk, piles, pile, stored.get(pile.id) ?? null))
  await desk.prepare(
    opened.flatMap(({ pile, working }) => (pile.groups[0] ?? []).flatMap((task) => task.needs(working))),
  )
  const worked = opened.flatMap((open) => tryWork(ports, desk, piles, open))
  for (const work of worked) if (!work.write || ports.mistakes?.has('verdict-before-store')) finishGroup(piles, work)
  const toWrite = worked.flatMap(({ write, ...work }) => (write ? [{ ...work, write }] : []))
  if (toWrite.length === 0) return
  const writes = toWrite.map(({ write }) => write)
  const outcomes = await writeAll(store, collection, writes)
  for (const [index, work] of toWrite.entries()) {
    conclude(ports, piles, work, outcomes[index] ?? { outcome: 'unknown', reason: 'no outcome' })
  }
  if (outcomes.some(({ outcome }) => outcome === 'stored' || outcome === 'unknown')) ports.onStored()
}

/** A stored document that cannot be read gives its own tasks back and holds up nobody else's. */
function openPile<W>(
  ports: QueuePorts,
  desk: Desk<W>,
  piles: Map<string, Pile<W>>,
  pile: Pile<W>,
  stored: StoredDocument | null,
): Opened<W>[] {
  try {
    return [{ pile, stored, working: desk.open(pile.id, stored) }]
  } catch (error) {
    reportFailure(ports, error)
    giveUp(piles, pile, { state: 'retry' })
    return []
  }
}

/** C4: a task that nothing can be made of is found by halving, as a refused one is; other documents go on. */
function tryWork<W>(ports: QueuePorts, desk: Desk<W>, piles: Map<string, Pile<W>>, open: Opened<W>): Worked<W>[] {
  try {
    return [workOn(ports, desk, open)]
  } catch (error) {
    reportFailure(ports, error)
    refuse(piles, open.pile, error instanceof Error ? error.name : 'unreadable')
    return []
  }
}

function workOn<W>(ports: QueuePorts, desk: Desk<W>, { pile, stored, working }: Opened<W>): Worked<W> {
  const settlements = (pile.groups[0] ?? []).map((task) => task.apply(working))
  let content = desk.finish(working)
  if (content && ports.mistakes?.has('last-writer-wins')) content = pile.stale ??= content
  const settle = (): void => {
    for (const each of settlements) each()
  }
  if (!content) return { pile, settle, write: null }
  const removes = (stored?.losers ?? []).map(({ rev }) => rev)
  const write = { id: pile.id, rev: stored?.rev ?? null, ...content }
  return { pile, settle, write: removes.length === 0 ? write : { ...write, removes } }
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

/** A9: a refused document is tried with half of its tasks, until the guilty one stands alone. */
function refuse<W>(piles: Map<string, Pile<W>>, pile: Pile<W>, reason: string): void {
  const group = pile.groups.shift() ?? []
  if (group.length > 1) {
    const half = Math.ceil(group.length / 2)
    pile.groups.unshift(group.slice(0, half), group.slice(half))
  } else for (const task of group) task.giveUp({ state: 'refused', reason })
  if (pile.groups.length === 0) piles.delete(pile.id)
}

function finishGroup<W>(piles: Map<string, Pile<W>>, { pile, settle }: Worked<W>): void {
  settle()
  pile.groups.shift()
  pile.attempts = 0
  if (pile.groups.length === 0) piles.delete(pile.id)
}

function giveUp<W>(piles: Map<string, Pile<W>>, pile: Pile<W>, settled: Unsettled): void {
  for (const task of pile.groups.flat()) task.giveUp(settled)
  piles.delete(pile.id)
}

function reportFailure({ log, collection }: QueuePorts, error: unknown): void {
  log({
    event: 'batch.failed',
    collection,
    reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  })
}

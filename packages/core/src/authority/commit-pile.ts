import type { DocumentWrite, StoredDocument, SyncedCollection } from '../sync/index.ts'
import type { AuthorityPorts } from './authority-ports.ts'

export type Unsettled =
  /** The store can never take the document with this change. */
  | { readonly state: 'refused'; readonly reason: string }
  /** Not decided; the same may be tried again. */
  | { readonly state: 'retry' }

/** A document on the desk. */
export interface Working {
  /** The store's other leaves: there are none; they are in here and go with the next write; or they stay for a server that understands them. */
  readonly leaves: 'none' | 'folded' | 'kept'
}

/** How documents of a collection are opened, worked on and put back. */
export interface Desk<W extends Working> {
  open(id: string, stored: StoredDocument | null): W
  /** Reads what the tasks need beside their documents, and stores what has to be there before them; once a round, before any is applied. */
  prepare(needed: readonly string[], opened: readonly W[]): Promise<void>
  /** What to write; null when nothing changed. */
  finish(working: W): Content | null
}

export type Content = Pick<DocumentWrite, 'body' | 'header'>

export interface QueuePorts extends Pick<AuthorityPorts, 'store' | 'log' | 'mistakes'> {
  readonly collection: SyncedCollection
  /** Called after something was stored, or may have been. */
  onStored(): void
}

/** A task that waits, with its type of outcome closed over. */
export interface Waiting<W> {
  readonly document: string
  needs(working: W): readonly string[]
  /** Applies the task; the returned function tells the outcome once it is stored. */
  apply(working: W): () => void
  giveUp(settled: Unsettled): void
}

/** The tasks of one document, in groups that are written one after the other; more than one group only to find a guilty task. */
export interface Pile<W> {
  readonly id: string
  readonly groups: Waiting<W>[][]
  attempts: number
  /** For a planted mistake only. */
  stale?: Content
}

/** A9: a refused document is tried with half of its tasks, until the guilty one stands alone. */
export function refuse<W>(piles: Map<string, Pile<W>>, pile: Pile<W>, reason: string): void {
  const group = pile.groups.shift() ?? []
  if (group.length > 1) {
    const half = Math.ceil(group.length / 2)
    pile.groups.unshift(group.slice(0, half), group.slice(half))
  } else for (const task of group) task.giveUp({ state: 'refused', reason })
  if (pile.groups.length === 0) piles.delete(pile.id)
}

export function giveUp<W>(piles: Map<string, Pile<W>>, pile: Pile<W>, settled: Unsettled): void {
  for (const task of pile.groups.flat()) task.giveUp(settled)
  piles.delete(pile.id)
}

export function reportFailure({ log, collection }: QueuePorts, error: unknown): void {
  log({
    event: 'batch.failed',
    collection,
    reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  })
}

import type { JsonObject, Result } from '../kernel/index.ts'
import type { OrderDocument } from '../orders/index.ts'
import type { FetchResponse, HandshakeResponse, PullResponse, PushResponse, SyncedCollection } from '../sync/index.ts'
import type { Actor } from './authority-ports.ts'
import type { OrdersWanted } from './find-orders.ts'
import type { Swept } from './sweep.ts'
import type { LedgerFlawSeen } from './take-ledger.ts'

/**
 * Why a request as a whole brought nothing. `request.malformed`: not what the wire schema says. `branch.other`: another restaurant's.
 * `terminal.unknown`, `terminal.revoked`: enrol again. `protocol.unsupported`: update. `cursor.invalid`: a checkpoint that this server did not
 * give. `authority.unavailable`: nothing could be decided, try again (503).
 */
export type AuthorityError =
  | 'request.malformed'
  | 'branch.other'
  | 'terminal.unknown'
  | 'terminal.revoked'
  | 'protocol.unsupported'
  | 'cursor.invalid'
  | 'authority.unavailable'

/** Why somebody who shows a good token may not speak all the same. */
export type AccessError = Extract<
  AuthorityError,
  'branch.other' | 'terminal.unknown' | 'terminal.revoked' | 'authority.unavailable'
>

/** Why a document of the server's own was not kept. */
export type PutError = 'document.invalid' | 'authority.unavailable'

/** The server's pure half: the one that decides. Requests are parsed here and may be anything. */
export interface Authority {
  /** Whether the terminal is one of the branch's and not revoked. Asked before every call, a revocation works on all of them at once. */
  admits(actor: Actor): Promise<Result<null, AccessError>>
  handshake(actor: Actor, request: unknown): Promise<Result<HandshakeResponse, AuthorityError>>
  push(actor: Actor, request: unknown): Promise<Result<PushResponse, AuthorityError>>
  pull(actor: Actor, request: unknown): Promise<Result<PullResponse, AuthorityError>>
  fetch(actor: Actor, request: unknown): Promise<Result<FetchResponse, AuthorityError>>
  /** A21: facts of the actor's own ledger, or what stands there in their place. Those that the orders have are left alone. */
  takeLedger(actor: Actor, items: readonly unknown[]): Promise<Result<{ readonly missing: number }, AuthorityError>>
  /** A22: what was found wrong with ledgers, for the inbox. */
  noteFlaws(flaws: readonly LedgerFlawSeen[]): Promise<Result<null, AuthorityError>>
  /** Signals which collections have something new, after it is stored. Returns the way to stop. */
  subscribe(listener: (collections: readonly SyncedCollection[]) => void): () => void
  epoch(): string
  /** The server's own documents (enrolment, first set-up): each replaces what is there. Never orders. */
  put(collection: SyncedCollection, documents: readonly JsonObject[]): Promise<Result<null, PutError>>
  /** Documents as screens see them, for the shell; unknown ids are left out. Rejects with `StoreError` when the store is away. */
  read(collection: SyncedCollection, ids: readonly string[]): Promise<readonly JsonObject[]>
  /** All documents of one kind, in the order of their ids. */
  list(collection: SyncedCollection, kind: string): Promise<readonly JsonObject[]>
  /** Orders by their day or as long as they are open, a page at a time. Rejects with `StoreError` when the store is away. */
  orders(wanted: OrdersWanted): AsyncIterable<readonly OrderDocument[]>
  /**
   * A24: one step of folding what replication brought: the documents of a collection that have several leaves. Begins at null; the answer says
   * where to go on. Safe to repeat, and to cut off anywhere. Rejects with `StoreError` when the store is away.
   */
  sweep(collection: SyncedCollection, bookmark: string | null): Promise<Swept>
  /** Resolves when nothing is being decided any more; further pushes are answered `authority.unavailable`. Stops the signals. */
  drain(): Promise<void>
}

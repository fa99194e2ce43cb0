import type { EpochMs, IncarnationId, JsonObject, JsonValue, OrderId, PersonId, Result } from '../kernel/index.ts'
import type { Fact, FactDraft, LogTail, OrderDocument } from '../orders/index.ts'
import type {
  Edit,
  EditedCollection,
  FetchRequest,
  FetchResponse,
  HandshakeRequest,
  HandshakeResponse,
  PullRequest,
  PullResponse,
  PushRequest,
  PushResponse,
  StreamMessage,
  SyncedCollection,
} from './wire.ts'

/** Time as the platform gives it. `wall` may jump in either direction; `monotonic` (ms) never goes back while the process lives. */
export interface PlatformClock {
  wall(): EpochMs
  monotonic(): number
}

export interface Timers {
  /** Runs `task` once after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void
}

/** Cryptographically strong random bytes. */
export type Entropy = (bytes: number) => Uint8Array

/**
 * Why a call brought no answer. `offline`: nothing was sent or no answer came, the server may have applied it (also time-outs and half-open links).
 * `unavailable`: the server said 503 or 429. `unauthorised`: 401, the terminal is not (or no longer) enrolled. `rejected`: another 4xx, ours to mend.
 * `badAnswer`: something answered that is not our server (a captive portal, a proxy, an HTML page).
 */
export type LinkFailure = 'link.offline' | 'link.unavailable' | 'link.unauthorised' | 'link.rejected' | 'link.badAnswer'

export interface ServerLink {
  handshake(request: HandshakeRequest): Promise<Result<HandshakeResponse, LinkFailure>>
  push(request: PushRequest): Promise<Result<PushResponse, LinkFailure>>
  pull(request: PullRequest): Promise<Result<PullResponse, LinkFailure>>
  fetch(request: FetchRequest): Promise<Result<FetchResponse, LinkFailure>>
  /** Opens the one stream. `onEnd` is called exactly once, also when it could never be opened; after `close()` nothing is called. */
  openStream(on: { message(message: StreamMessage): void; end(): void }): { close(): void }
}

/**
 * Why a log could not continue where it was (6): each starts a new incarnation, and the reason is shown and reported. `tornTail` and
 * `corrupt` are seen by the log when it opens, `missing` and `behind` by the engine, which knows what the projection had applied.
 */
export type LogBreak = 'log.tornTail' | 'log.missing' | 'log.behind' | 'log.corrupt'

/**
 * The fact log: the first durable copy, with one writer. `append` numbers, chains and flushes in one step and resolves only when the facts
 * would survive the death of the process (Electron: of the power too). Waiting appends share one flush. Entries are read in order of n.
 * A log that opens with a torn or corrupt end keeps the prefix that verifies, names the break and begins a new incarnation by itself.
 */
export interface FactLog {
  /** Also of an incarnation that has no fact yet: it survives a restart. */
  tail(): Promise<LogTail>
  /** All of the drafts, in their order and with nobody else's between them, or (rejected) none that `read` would ever show. */
  append(drafts: readonly FactDraft[]): Promise<readonly Fact[]>
  /**
   * Durable facts of every incarnation still kept, oldest first, after the given place (null: from the start). A place that was dropped
   * since reads from what is kept; a place whose incarnation the log does not know reads from the start.
   */
  read(after: LogPlace | null, limit: number): Promise<readonly Fact[]>
  /** Begins a new incarnation; numbers start again at 1 and the first fact links to the old tail's hash. */
  startIncarnation(incarnation: IncarnationId): Promise<LogTail>
  /** Forgets facts up to and including the place. The caller has made sure that they are decided and a week old. The tail stays. */
  dropThrough(place: LogPlace): Promise<void>
  /** What `open` found broken and mended, oldest first; shown and reported once. */
  readonly breaks: readonly LogBreak[]
  close(): Promise<void>
}

export interface LogPlace {
  readonly incarnation: IncarnationId
  readonly n: number
}

/**
 * An edit that the server has not decided yet; one a document. Until it is sent, further edits change `mine` under a new id. Once it was
 * sent its content stays as it is, so that a lost answer is asked for again with the same id, and what a person wants beyond it waits in `later`.
 */
export interface PendingEdit extends Edit {
  readonly sent: boolean
  readonly later?: { readonly mine: JsonObject; readonly person: PersonId }
}

/** The terminal's projection: what screens read. Everything in it can be rebuilt from the log and the server. */
export interface TerminalStore {
  readOrders(ids: readonly OrderId[]): Promise<readonly OrderDocument[]>
  /** Unites each document with what is stored (core `mergeOrders`), atomically per document. Returns the ids that changed. */
  mergeOrders(documents: readonly OrderDocument[]): Promise<readonly OrderId[]>
  removeOrders(ids: readonly OrderId[]): Promise<void>
  /** By ascending id, beginning behind `after` (null: from the first). */
  listOrders(after: OrderId | null, limit: number): Promise<readonly OrderDocument[]>
  /** In the order of `ids`; those that do not exist are left out. Orders are read by `readOrders`. */
  readDocuments(collection: SyncedCollection, ids: readonly string[]): Promise<readonly JsonObject[]>
  /** Replaces documents whole, each by its `id`. Never called for orders. */
  writeDocuments(collection: SyncedCollection, documents: readonly JsonObject[]): Promise<void>
  pendingEdits(): Promise<readonly PendingEdit[]>
  pendingEdit(collection: EditedCollection, document: string): Promise<PendingEdit | null>
  /**
   * Writes the document and its pending edit (or clears the edit with null) in one step, so that no crash parts them, and strictly durable:
   * an edit is nowhere else until the server has it. The edit is kept whole, with every field.
   */
  writeEdited(collection: EditedCollection, document: JsonObject, pending: PendingEdit | null): Promise<void>
  /**
   * Small values that belong to the projection and vanish with it: checkpoints, epoch, applied place, clock offset. A write may be lost in a
   * crash, but never survives one that an earlier write of the store did not.
   */
  readState(key: string): Promise<JsonValue | null>
  writeState(key: string, value: JsonValue): Promise<void>
}

/** HMAC of the site over a text (a verdict with the hash of its fact, a checkpoint, an epoch), at most 64 characters; `verify` is constant in time. */
export interface Sealer {
  seal(text: string): string
  verify(text: string, seal: string): boolean
}

import type { JsonObject } from '../kernel/index.ts'

/** E.g. `orders`. Each collection is a database of its own, so that a busy one never holds up the checkpoint of a quiet one. */
export type CollectionName = string

/** A place in the change feed of one incarnation of a collection. Opaque: never compared, parsed or built by a caller. */
export type Seq = string

/** The fields that queries use, computed by the writer at each write; never sent to terminals, merged or hashed. */
export type Header = Readonly<Record<string, string | number>>

export interface LosingLeaf {
  readonly rev: string
  readonly body: JsonObject
}

export interface StoredDocument {
  readonly id: string
  readonly rev: string
  readonly body: JsonObject
  readonly header: Header
  /** Other live leaves that replication brought in. Whoever writes next merges them and names them in `removes`. */
  readonly losers: readonly LosingLeaf[]
}

export interface DocumentWrite {
  readonly id: string
  /** The revision that was read; null creates. */
  readonly rev: string | null
  readonly body: JsonObject
  readonly header: Header
  /**
   * Losing leaves that this body contains by now. They are deleted only once the write itself is stored: a batch is not
   * atomic, and a leaf whose merge was refused would be gone for good.
   */
  readonly removes?: readonly string[]
}

export type WriteOutcome =
  /** Durable: it survives the loss of power from here on. */
  | { readonly outcome: 'stored'; readonly rev: string }
  /** Another revision is there, or an earlier write of the same batch has this id. Read again and merge. */
  | { readonly outcome: 'conflict' }
  /** This document can never be stored as it is; the others of the batch were not held up by it. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** Nobody can say: accepted by less than a quorum, timed out, answer lost. Read again before anything else. */
  | { readonly outcome: 'unknown'; readonly reason: string }

export interface FindQuery {
  /** A field of the header that the collection declares as an index. */
  readonly field: string
  /** Inclusive bounds in the field's own type; numbers sort before strings. Without them the whole index. */
  readonly from?: string | number
  readonly to?: string | number
  readonly limit: number
  /** What the page before returned. */
  readonly bookmark?: string
}

/** Leaves of one document that are to go because what stands contains them. */
export interface LeafRemoval {
  readonly id: string
  readonly revs: readonly string[]
}

/** Who changed a collection: this store's own writes, or somebody else (replication, another server). */
export type ChangedBy = 'us' | 'others'

export interface ChangesPage {
  /** Oldest change first; each document once, as its winner is now. Design documents and deleted ones are left out. */
  readonly documents: readonly StoredDocument[]
  /** Where the next page begins; advances also over what was left out. */
  readonly seq: Seq
  readonly more: boolean
}

export interface FindPage {
  /** Ascending by the field, then by id. */
  readonly documents: readonly StoredDocument[]
  /** Null after the last page. */
  readonly bookmark: string | null
}

/** Bytes under a name that means them for good, as a hash of the content does. */
export interface Attachment {
  readonly name: string
  /** A media type. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** What the sync-server keeps documents in. Every method may reject with a `StoreError`; any other rejection is a bug. */
export interface DocumentStore {
  /** In the order of `ids`; those that do not exist (or are deleted) are left out. */
  read(collection: CollectionName, ids: readonly string[]): Promise<readonly StoredDocument[]>
  /** One outcome for each write, in order. One bad write never holds up the others. */
  write(collection: CollectionName, writes: readonly DocumentWrite[]): Promise<readonly WriteOutcome[]>
  /** From the beginning when `since` is null. Fails with `store.seqUnknown` when `since` is of a future or of another incarnation. */
  changes(collection: CollectionName, since: Seq | null, limit: number): Promise<ChangesPage>
  /** The place of the newest change. Whoever snapshots takes it before reading. */
  seq(collection: CollectionName): Promise<Seq>
  find(collection: CollectionName, query: FindQuery): Promise<FindPage>
  /** By ascending id, beginning behind `after`. */
  list(collection: CollectionName, after: string | null, limit: number): Promise<readonly StoredDocument[]>
  /** Documents that have losing leaves, by ascending id; `bookmark` is what the page before returned. */
  conflicted(collection: CollectionName, limit: number, bookmark?: string): Promise<FindPage>
  /**
   * Deletes leaves and writes nothing. What is no live leaf any more is left alone; whatever could not be deleted shows again as a loser.
   * Only for leaves whose content stands in another leaf.
   */
  removeLeaves(collection: CollectionName, removals: readonly LeafRemoval[]): Promise<void>
  /**
   * Keeps attachments, each beside an empty document of its name. A name that is there already stays as it is. Durable when it resolves;
   * when it rejects, any of them may be stored, and asking again does no harm.
   */
  attach(collection: CollectionName, attachments: readonly Attachment[]): Promise<void>
  /** Null where nothing is attached under this name. */
  attachment(collection: CollectionName, name: string): Promise<Attachment | null>
  /**
   * Signals that something changed here, also by replication. Several changes may share a signal, and one may cause two; where it cannot be
   * told whose a change was, it is of others. Returns the way to stop.
   */
  watch(collection: CollectionName, onChange: (by: ChangedBy) => void): () => void
  /** Waits for what is under way. Afterwards every method fails with `store.unavailable`. */
  close(): Promise<void>
}

export type StoreErrorCode =
  /** Not reachable, overloaded or closed: worth trying again. */
  | 'store.unavailable'
  /** The checkpoint is of a future or of another incarnation of the collection: take a snapshot. */
  | 'store.seqUnknown'
  /** A person has to change the set-up: address, credentials, version, an undeclared collection or index, a directory in use. */
  | 'store.misconfigured'

/** The message never contains credentials. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string) {
    super(message)
    this.name = 'StoreError'
    this.code = code
  }
}

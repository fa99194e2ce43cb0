import type { JsonObject } from '../kernel/index.ts'
import {
  formatBookmark,
  parseBookmark,
  screenWrites,
  StoreError,
  unstorable,
  type Attachment,
  type BookmarkRow,
  type ChangesPage,
  type CollectionName,
  type DocumentStore,
  type DocumentWrite,
  type FindPage,
  type FindQuery,
  type LosingLeaf,
  type Seq,
  type StoredDocument,
  type WriteOutcome,
} from '../sync/index.ts'

/** What can go wrong with one call of the store. */
export type StoreFault =
  /** Nothing is done and the call rejects with `store.unavailable`. */
  | { readonly kind: 'unavailable' }
  /** The first `applied` writes (all, if left out) are done, and the answer is lost. */
  | { readonly kind: 'lostAnswer'; readonly applied?: number }
  /** Every write is refused, as by a server that refuses the batch and each of its halves. */
  | { readonly kind: 'refused' }
  /** Somebody else was quicker: nothing is done and every write is a conflict. */
  | { readonly kind: 'conflict' }

export type StoreCall = 'read' | 'write' | 'changes' | 'seq' | 'find' | 'list' | 'attach' | 'attachment'

export interface MemoryCollection {
  readonly name: CollectionName
  readonly indexes: readonly string[]
}

/** The whole content at one moment. Bodies are shared and frozen. */
export interface MemorySnapshot {
  readonly collections: readonly {
    readonly name: CollectionName
    readonly incarnation: number
    readonly documents: readonly StoredDocument[]
    readonly feed: readonly string[]
    readonly attachments: readonly Attachment[]
  }[]
}

export interface MemoryStoreOptions {
  readonly collections: readonly MemoryCollection[]
  /** Asked once for each call; null lets it succeed. For anything but a write every fault means `unavailable`. */
  readonly fault?: (call: StoreCall, collection: CollectionName, writes: readonly DocumentWrite[]) => StoreFault | null
  readonly from?: MemorySnapshot
}

interface Entry {
  readonly document: StoredDocument
  readonly at: number
}

interface Collection {
  readonly indexes: readonly string[]
  readonly watchers: Set<() => void>
  incarnation: number
  entries: Map<string, Entry>
  /** Place n of the feed is `feed[n - 1]`; it counts only while the entry of that id still points at it. */
  feed: string[]
  attachments: Map<string, Attachment>
}

/** A full store without a disk: the simulator runs the server on it, and it passes the same contract as the real ones. */
export class MemoryDocumentStore implements DocumentStore {
  readonly #collections = new Map<CollectionName, Collection>()
  readonly #fault: MemoryStoreOptions['fault']
  readonly #storable = new WeakSet<object>()
  #closed = false
  #revisions = 0
  #incarnations = 0

  constructor(options: MemoryStoreOptions) {
    this.#fault = options.fault
    for (const { name, indexes } of options.collections) {
      this.#collections.set(name, {
        indexes,
        incarnation: 0,
        entries: new Map(),
        feed: [],
        attachments: new Map(),
        watchers: new Set(),
      })
    }
    if (options.from) this.restore(options.from)
  }

  async read(name: CollectionName, ids: readonly string[]): Promise<readonly StoredDocument[]> {
    const { entries } = this.#enter('read', name)
    return ids.flatMap((id) => entries.get(id)?.document ?? [])
  }

  async write(name: CollectionName, writes: readonly DocumentWrite[]): Promise<readonly WriteOutcome[]> {
    const collection = this.#at(name)
    const fault = this.#fault?.('write', name, writes) ?? null
    if (fault?.kind === 'unavailable') throw injected('write', name)
    if (fault?.kind === 'conflict') return writes.map(() => ({ outcome: 'conflict' }))
    if (fault?.kind === 'refused') return writes.map(() => ({ outcome: 'refused', reason: 'injected fault' }))
    const screened = screenWrites(writes)
    const applied = fault?.applied ?? writes.length
    const outcomes = writes
      .slice(0, applied)
      .map((write, index) => screened[index] ?? this.#writeOne(collection, write))
    return fault ? writes.map(() => ({ outcome: 'unknown', reason: 'injected fault' })) : outcomes
  }

  async changes(name: CollectionName, since: Seq | null, limit: number): Promise<ChangesPage> {
    const collection = this.#enter('changes', name)
    return readChanges(collection, since, limit)
  }

  async seq(name: CollectionName): Promise<Seq> {
    const collection = this.#enter('seq', name)
    return formatSeq(collection, collection.feed.length)
  }

  async find(name: CollectionName, query: FindQuery): Promise<FindPage> {
    const collection = this.#enter('find', name)
    if (collection.indexes.includes(query.field)) return findPage(collection, query)
    throw new StoreError('store.misconfigured', `${name} has no index on ${query.field}`)
  }

  async list(name: CollectionName, after: string | null, limit: number): Promise<readonly StoredDocument[]> {
    const { entries } = this.#enter('list', name)
    const ids = [...entries.keys()].filter((id) => after === null || id > after).sort(byCodeUnit)
    return ids.slice(0, limit).flatMap((id) => entries.get(id)?.document ?? [])
  }

  async attach(name: CollectionName, attachments: readonly Attachment[]): Promise<void> {
    const collection = this.#enter('attach', name)
    for (const { name: id, type, bytes } of attachments) {
      const written = this.#writeOne(collection, { id, rev: null, body: {}, header: {} })
      if (written.outcome === 'stored') collection.attachments.set(id, { name: id, type, bytes: bytes.slice() })
    }
  }

  async attachment(name: CollectionName, id: string): Promise<Attachment | null> {
    const found = this.#enter('attachment', name).attachments.get(id)
    return found ? { ...found, bytes: found.bytes.slice() } : null
  }

  watch(name: CollectionName, onChange: () => void): () => void {
    const { watchers } = this.#at(name)
    const watcher = (): void => onChange()
    watchers.add(watcher)
    return () => void watchers.delete(watcher)
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const { watchers } of this.#collections.values()) watchers.clear()
  }

  snapshot(): MemorySnapshot {
    return {
      collections: [...this.#collections].map(([name, { incarnation, entries, feed, attachments }]) => ({
        name,
        incarnation,
        documents: [...entries.values()].map((entry) => entry.document),
        feed: [...feed],
        attachments: [...attachments.values()],
      })),
    }
  }

  /** Goes back to a snapshot, as a backup that is played back: the same incarnation, an earlier place in the feed. */
  restore(snapshot: MemorySnapshot): void {
    for (const { name, incarnation, documents, feed, attachments } of snapshot.collections) {
      const collection = this.#at(name)
      const last = new Map(feed.map((id, index) => [id, index + 1]))
      collection.feed = [...feed]
      collection.attachments = new Map(attachments.map((each) => [each.name, each]))
      collection.incarnation = incarnation
      collection.entries = new Map(
        documents.map((document) => [document.id, { document, at: last.get(document.id) ?? 0 }]),
      )
      this.#incarnations = Math.max(this.#incarnations, incarnation)
      for (const { rev } of documents) this.#revisions = Math.max(this.#revisions, revisionNumber(rev))
    }
  }

  /** Empties a collection as dropping and creating it anew does: places in its feed from before are unknown. */
  recreate(name: CollectionName): void {
    this.#incarnations += 1
    Object.assign(this.#at(name), {
      incarnation: this.#incarnations,
      entries: new Map(),
      feed: [],
      attachments: new Map(),
    })
  }

  /** A leaf that replication brings in. It loses against the present winner and shows in `losers`. */
  addLoser(name: CollectionName, id: string, body: JsonObject): void {
    const collection = this.#at(name)
    const current = collection.entries.get(id)?.document
    if (!current) throw new StoreError('store.misconfigured', `addLoser: no document ${id}`)
    const loser: LosingLeaf = { rev: this.#nextRev(null), body }
    this.#put(collection, { ...current, losers: [...current.losers, loser] })
  }

  #at(name: CollectionName): Collection {
    if (this.#closed) throw new StoreError('store.unavailable', 'the store is closed')
    const collection = this.#collections.get(name)
    if (!collection) throw new StoreError('store.misconfigured', `no collection ${name}`)
    return collection
  }

  #enter(call: StoreCall, name: CollectionName): Collection {
    const collection = this.#at(name)
    if (this.#fault?.(call, name, [])) throw injected(call, name)
    return collection
  }

  #writeOne(collection: Collection, write: DocumentWrite): WriteOutcome {
    const reason = unstorable(write.body, this.#storable) ?? unstorable(write.header)
    if (reason !== null) return { outcome: 'refused', reason }
    const current = collection.entries.get(write.id)?.document
    if ((current?.rev ?? null) !== write.rev) return { outcome: 'conflict' }
    const rev = this.#nextRev(write.rev)
    const losers = (current?.losers ?? []).filter((loser) => !write.removes?.includes(loser.rev))
    this.#put(collection, { id: write.id, rev, body: write.body, header: { ...write.header }, losers })
    return { outcome: 'stored', rev }
  }

  #put(collection: Collection, document: StoredDocument): void {
    freeze(document)
    collection.feed.push(document.id)
    collection.entries.set(document.id, { document, at: collection.feed.length })
    // Not within the write: a real store tells it some time after the answer.
    for (const watcher of collection.watchers) {
      void Promise.resolve().then(() => collection.watchers.has(watcher) && watcher())
    }
  }

  #nextRev(previous: string | null): string {
    this.#revisions += 1
    const generation = previous === null ? 1 : Number.parseInt(previous, 10) + 1
    return `${generation}-${this.#revisions.toString(36)}`
  }
}

function injected(call: StoreCall, name: CollectionName): StoreError {
  return new StoreError('store.unavailable', `${call} ${name}: injected fault`)
}

function revisionNumber(rev: string): number {
  return Number.parseInt(rev.slice(rev.indexOf('-') + 1), 36)
}

/** Whoever changes what was stored gets a TypeError here, where a real store would have kept a copy. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}

function formatSeq(collection: Collection, at: number): Seq {
  return `${collection.incarnation}.${at}`
}

function placeOf(collection: Collection, since: Seq): number {
  const match = /^(\d+)\.(\d+)$/.exec(since)
  const at = Number(match?.[2])
  if (!match || Number(match[1]) !== collection.incarnation || at > collection.feed.length) {
    throw new StoreError('store.seqUnknown', 'a place of another incarnation or of the future')
  }
  return at
}

function readChanges(collection: Collection, since: Seq | null, limit: number): ChangesPage {
  let at = since === null ? 0 : placeOf(collection, since)
  const documents: StoredDocument[] = []
  for (; at < collection.feed.length; at++) {
    const entry = collection.entries.get(collection.feed[at] ?? '')
    if (entry?.at !== at + 1) continue
    if (documents.length === limit) return { documents, seq: formatSeq(collection, at), more: true }
    documents.push(entry.document)
  }
  return { documents, seq: formatSeq(collection, at), more: false }
}

function findPage(collection: Collection, query: FindQuery): FindPage {
  const { field, from, to, limit, bookmark } = query
  const rows = [...collection.entries.values()]
    .flatMap(({ document }) => {
      const value = document.header[field]
      return value === undefined ? [] : [{ value, document }]
    })
    .filter(
      ({ value }) => (from === undefined || byValue(value, from) >= 0) && (to === undefined || byValue(value, to) <= 0),
    )
    .sort((a, b) => byValue(a.value, b.value) || byCodeUnit(a.document.id, b.document.id))
  const start = bookmark === undefined ? 0 : rows.findIndex((row) => !before(row, parseBookmark(bookmark)))
  const page = start < 0 ? [] : rows.slice(start, start + limit)
  const next = start < 0 ? undefined : rows[start + limit]
  return {
    documents: page.map((row) => row.document),
    bookmark: next === undefined ? null : formatBookmark([next.value, next.document.id]),
  }
}

function before(row: { value: string | number; document: StoredDocument }, [value, id]: BookmarkRow): boolean {
  return (byValue(row.value, value) || byCodeUnit(row.document.id, id)) < 0
}

function byValue(a: string | number, b: string | number): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1
  return typeof b === 'number' ? 1 : byCodeUnit(a, b)
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

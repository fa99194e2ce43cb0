import type { JsonObject } from '../kernel/index.ts'
import {
  formatBookmark,
  parseBookmark,
  screenWrites,
  StoreError,
  unstorable,
  type Attachment,
  type ChangedBy,
  type ChangesPage,
  type CollectionName,
  type DocumentStore,
  type DocumentWrite,
  type FindPage,
  type FindQuery,
  type LeafRemoval,
  type Seq,
  type StoredDocument,
  type WriteOutcome,
} from '../sync/index.ts'
import { byCodeUnit, findPage, formatSeq, readChanges, type MemoryContent } from './memory-reads.ts'
import { grownLeaf, revOf, seenDocument, withLeaf, type Leaf } from './leaves.ts'

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

export type StoreCall =
  | 'read'
  | 'write'
  | 'changes'
  | 'seq'
  | 'find'
  | 'list'
  | 'conflicted'
  | 'removeLeaves'
  | 'attach'
  | 'attachment'

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
    readonly leaves: readonly (readonly [id: string, leaves: readonly Leaf[]])[]
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

/** A full store without a disk: the simulator runs the server on it, and it passes the same contract as the real ones. */
export class MemoryDocumentStore implements DocumentStore {
  readonly #collections = new Map<CollectionName, MemoryContent>()
  readonly #fault: MemoryStoreOptions['fault']
  readonly #storable = new WeakSet<object>()
  #closed = false
  #foreignLeaves = 0
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
    const ids = [...entries].flatMap(([id, { document }]) => (document && (after === null || id > after) ? [id] : []))
    return ids
      .sort(byCodeUnit)
      .slice(0, limit)
      .flatMap((id) => entries.get(id)?.document ?? [])
  }

  async conflicted(name: CollectionName, limit: number, bookmark?: string): Promise<FindPage> {
    const { entries } = this.#enter('conflicted', name)
    const [, after] = bookmark === undefined ? [] : parseBookmark(bookmark)
    const found = [...entries.values()]
      .flatMap(({ document }) => (document && document.losers.length > 0 ? [document] : []))
      .filter(({ id }) => after === undefined || id >= after)
      .sort((a, b) => byCodeUnit(a.id, b.id))
    const next = found[limit]
    return { documents: found.slice(0, limit), bookmark: next ? formatBookmark([1, next.id]) : null }
  }

  async removeLeaves(name: CollectionName, removals: readonly LeafRemoval[]): Promise<void> {
    const collection = this.#enter('removeLeaves', name)
    for (const { id, revs } of removals) {
      const leaves = collection.entries.get(id)?.leaves ?? []
      const remaining = withoutLeaves(leaves, revs)
      if (remaining !== leaves) this.#put(collection, id, remaining, 'us')
    }
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

  watch(name: CollectionName, onChange: (by: ChangedBy) => void): () => void {
    const { watchers } = this.#at(name)
    const watcher = (by: ChangedBy): void => onChange(by)
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
        documents: [...entries.values()].flatMap(({ document }) => document ?? []),
        leaves: [...entries].map(([id, entry]) => [id, entry.leaves] as const),
        feed: [...feed],
        attachments: [...attachments.values()],
      })),
    }
  }

  /** Goes back to a snapshot, as a backup that is played back: the same incarnation, an earlier place in the feed. */
  restore(snapshot: MemorySnapshot): void {
    for (const { name, incarnation, documents, leaves, feed, attachments } of snapshot.collections) {
      const collection = this.#at(name)
      const last = new Map(feed.map((id, index) => [id, index + 1]))
      collection.feed = [...feed]
      collection.attachments = new Map(attachments.map((each) => [each.name, each]))
      collection.incarnation = incarnation
      const seen = new Map(documents.map((document) => [document.id, document]))
      collection.entries = new Map(
        leaves.map(([id, own]) => [id, { document: seen.get(id) ?? null, leaves: own, at: last.get(id) ?? 0 }]),
      )
      this.#incarnations = Math.max(this.#incarnations, incarnation)
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
    const leaves = this.#at(name).entries.get(id)?.leaves
    if (!leaves) throw new StoreError('store.misconfigured', `addLoser: no document ${id}`)
    this.#foreignLeaves += 1
    // Of two of one generation the greater hash wins: this one loses.
    const path = [`1-0${this.#foreignLeaves.toString(16).padStart(16, '0')}`]
    this.#take(name, id, { path, body, header: {}, deleted: false })
  }

  /** Takes over what another store has of a collection, or of one document: leaves with the ways they grew, no attachments. */
  replicateFrom(source: MemoryDocumentStore, name: CollectionName, only?: string): void {
    for (const [id, { leaves }] of source.#at(name).entries) {
      if (only === undefined || only === id) for (const leaf of leaves) this.#take(name, id, leaf)
    }
  }

  #take(name: CollectionName, id: string, leaf: Leaf): void {
    const collection = this.#at(name)
    const before = collection.entries.get(id)?.leaves ?? []
    const after = withLeaf(before, leaf)
    if (after !== before) this.#put(collection, id, after, 'others')
  }

  #at(name: CollectionName): MemoryContent {
    if (this.#closed) throw new StoreError('store.unavailable', 'the store is closed')
    const collection = this.#collections.get(name)
    if (!collection) throw new StoreError('store.misconfigured', `no collection ${name}`)
    return collection
  }

  #enter(call: StoreCall, name: CollectionName): MemoryContent {
    const collection = this.#at(name)
    if (this.#fault?.(call, name, [])) throw injected(call, name)
    return collection
  }

  #writeOne(collection: MemoryContent, write: DocumentWrite): WriteOutcome {
    const reason = unstorable(write.body, this.#storable) ?? unstorable(write.header)
    if (reason !== null) return { outcome: 'refused', reason }
    const leaves = collection.entries.get(write.id)?.leaves ?? []
    const live = leaves.filter(({ deleted }) => !deleted)
    const named = live.find((leaf) => revOf(leaf) === write.rev)
    if (!named && (write.rev !== null || live.length > 0)) return { outcome: 'conflict' }
    const parent = named ?? leaves[0] ?? null
    const leaf = grownLeaf(parent, { body: write.body, header: { ...write.header } })
    this.#put(collection, write.id, withoutLeaves(withLeaf(leaves, leaf), write.removes ?? []), 'us')
    return { outcome: 'stored', rev: revOf(leaf) }
  }

  #put(collection: MemoryContent, id: string, leaves: readonly Leaf[], by: ChangedBy): void {
    const document = seenDocument(id, leaves)
    freeze(document)
    collection.feed.push(id)
    collection.entries.set(id, { document, leaves, at: collection.feed.length })
    // Not within the write: a real store tells it some time after the answer.
    for (const watcher of collection.watchers) {
      void Promise.resolve().then(() => collection.watchers.has(watcher) && watcher(by))
    }
  }
}

/** The leaves with tombstones on those that are named; the same list where none of them is a live leaf. */
function withoutLeaves(leaves: readonly Leaf[], revs: readonly string[]): readonly Leaf[] {
  const goes = (leaf: Leaf): boolean => !leaf.deleted && revs.includes(revOf(leaf))
  if (!leaves.some(goes)) return leaves
  return leaves.map((leaf) => (goes(leaf) ? grownLeaf(leaf, { body: {}, header: {}, deleted: true }) : leaf))
}

function injected(call: StoreCall, name: CollectionName): StoreError {
  return new StoreError('store.unavailable', `${call} ${name}: injected fault`)
}

/** Whoever changes what was stored gets a TypeError here, where a real store would have kept a copy. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}

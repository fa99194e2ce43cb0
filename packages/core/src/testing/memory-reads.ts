import {
  formatBookmark,
  parseBookmark,
  StoreError,
  type Attachment,
  type BookmarkRow,
  type ChangedBy,
  type ChangesPage,
  type FindPage,
  type FindQuery,
  type Seq,
  type StoredDocument,
} from '../sync/index.ts'
import type { Leaf } from './leaves.ts'

export interface MemoryEntry {
  /** Null where every leaf is deleted. */
  readonly document: StoredDocument | null
  readonly leaves: readonly Leaf[]
  readonly at: number
}

export interface MemoryContent {
  readonly indexes: readonly string[]
  readonly watchers: Set<(by: ChangedBy) => void>
  incarnation: number
  entries: Map<string, MemoryEntry>
  /** Place n of the feed is `feed[n - 1]`; it counts only while the entry of that id still points at it. */
  feed: string[]
  attachments: Map<string, Attachment>
}

export function formatSeq(collection: MemoryContent, at: number): Seq {
  return `${collection.incarnation}.${at}`
}

function placeOf(collection: MemoryContent, since: Seq): number {
  const match = /^(\d+)\.(\d+)$/.exec(since)
  const at = Number(match?.[2])
  if (!match || Number(match[1]) !== collection.incarnation || at > collection.feed.length) {
    throw new StoreError('store.seqUnknown', 'a place of another incarnation or of the future')
  }
  return at
}

export function readChanges(collection: MemoryContent, since: Seq | null, limit: number): ChangesPage {
  let at = since === null ? 0 : placeOf(collection, since)
  const documents: StoredDocument[] = []
  for (; at < collection.feed.length; at++) {
    const entry = collection.entries.get(collection.feed[at] ?? '')
    if (entry?.at !== at + 1 || !entry.document) continue
    if (documents.length === limit) return { documents, seq: formatSeq(collection, at), more: true }
    documents.push(entry.document)
  }
  return { documents, seq: formatSeq(collection, at), more: false }
}

export function findPage(collection: MemoryContent, query: FindQuery): FindPage {
  const { field, from, to, limit, bookmark } = query
  const rows = [...collection.entries.values()]
    .flatMap(({ document }) => {
      const value = document?.header[field]
      return !document || value === undefined ? [] : [{ value, document }]
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

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import type { DocumentWrite, StoredDocument } from '../sync/index.ts'

/**
 * Documents as this process stored them last. An order in work is pushed to again and again, and need not be read before each write: the revision
 * says at the write whether it is still the newest. What rests on such a document without a write has to be read all the same.
 */
export interface RecentWrites {
  of(id: string): StoredDocument | null
  keep(write: DocumentWrite, rev: string): void
  forget(id: string): void
  clear(): void
}

/** Documents kept, the latest ones; orders have some tens of kilobytes. */
const MOST = 200

export function createRecentWrites(): RecentWrites {
  const kept = new Map<string, StoredDocument>()
  return {
    of: (id) => kept.get(id) ?? null,
    keep({ id, body, header }, rev) {
      kept.delete(id)
      kept.set(id, { id, rev, body, header, losers: [] })
      const [oldest] = kept.keys()
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    },
    forget: (id) => void kept.delete(id),
    clear: () => kept.clear(),
  }
}

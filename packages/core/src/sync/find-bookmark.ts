import { StoreError } from './document-store.ts'

/** The row that the next page of a query begins with: the value of the field and the document's id. */
export type BookmarkRow = readonly [value: string | number, id: string]

export function formatBookmark(row: BookmarkRow): string {
  return JSON.stringify(row)
}

/** Fails with `store.seqUnknown`: a bookmark may have been to a client and back. */
export function parseBookmark(bookmark: string): BookmarkRow {
  const row = parsed(bookmark)
  if (Array.isArray(row) && row.length === 2) {
    const [value, id]: unknown[] = row
    if ((typeof value === 'string' || typeof value === 'number') && typeof id === 'string') return [value, id]
  }
  throw new StoreError('store.seqUnknown', 'not a bookmark of a query')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

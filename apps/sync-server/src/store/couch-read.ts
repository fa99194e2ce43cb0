import {
  formatBookmark,
  isDocumentId,
  parseBookmark,
  type FindPage,
  type FindQuery,
  type LosingLeaf,
  type StoredDocument,
} from '@orderez/core/sync'
import * as z from 'zod'
import type { CouchClient } from './couch-client.ts'
import { INDEX_VIEW, indexPath } from './couch-setup.ts'
import { bulkGetAnswer, expectAnswer, rowsAnswer, storedDocument, type CouchDocument } from './couch-wire.ts'

/** The first query after an index was declared waits until the server has built it. */
const INDEX_TIMEOUT_MS = 300_000
const WITH_DOCUMENTS = { include_docs: true, conflicts: true }

export async function readDocuments(
  client: CouchClient,
  database: string,
  ids: readonly string[],
): Promise<readonly StoredDocument[]> {
  // One id that cannot be would fail the others; what cannot be is not there.
  const keys = ids.filter(isDocumentId)
  if (keys.length === 0) return []
  const json = JSON.stringify({ keys })
  const answer = await client.request({ method: 'POST', database, path: '_all_docs', query: WITH_DOCUMENTS, json })
  const { rows } = expectAnswer(answer, rowsAnswer, `read ${database}`)
  return withLosers(client, database, presentDocuments(rows))
}

export async function listDocuments(
  client: CouchClient,
  database: string,
  after: string | null,
  limit: number,
  designs: number,
): Promise<readonly StoredDocument[]> {
  // One more for `after` itself, which the range includes, and one for each design document that may stand in between.
  const query = {
    ...WITH_DOCUMENTS,
    limit: limit + 1 + designs,
    ...(after === null ? {} : { startkey: after }),
  }
  const answer = await client.request({ method: 'GET', database, path: '_all_docs', query })
  const { rows } = expectAnswer(answer, rowsAnswer, `list ${database}`)
  const documents = presentDocuments(rows).filter((document) => document._id !== after)
  return withLosers(client, database, documents.slice(0, limit))
}

const viewKey = z.tuple([z.union([z.string(), z.number()]), z.string()])

export async function findDocuments(client: CouchClient, database: string, query: FindQuery): Promise<FindPage> {
  const { field, from, to, limit, bookmark } = query
  const start = bookmark === undefined ? (from === undefined ? null : [from]) : parseBookmark(bookmark)
  const parameters = {
    ...WITH_DOCUMENTS,
    limit: limit + 1,
    // nano writes these two as JSON. An object sorts after every string: the end of all ids with that value.
    ...(start === null ? {} : { startkey: start }),
    ...(to === undefined ? {} : { endkey: [to, {}] }),
  }
  const answer = await client.request({
    method: 'GET',
    database,
    path: `${indexPath(field)}/_view/${INDEX_VIEW}`,
    query: parameters,
    timeoutMs: INDEX_TIMEOUT_MS,
  })
  const { rows } = expectAnswer(answer, rowsAnswer, `find ${database}`)
  const next = rows[limit]
  const documents = await withLosers(client, database, presentDocuments(rows.slice(0, limit)))
  return { documents, bookmark: next === undefined ? null : formatBookmark(viewKey.parse(next.key)) }
}

function presentDocuments(rows: readonly { readonly doc?: CouchDocument | null | undefined }[]): CouchDocument[] {
  return rows.flatMap((row) => row.doc ?? [])
}

/** Conflicts are rare, so their leaves cost a request only where there are any. */
export async function withLosers(
  client: CouchClient,
  database: string,
  documents: readonly CouchDocument[],
): Promise<StoredDocument[]> {
  const wanted = documents.flatMap((document) => (document._conflicts ?? []).map((rev) => ({ id: document._id, rev })))
  if (wanted.length === 0) return documents.map((document) => storedDocument(document, []))
  const json = JSON.stringify({ docs: wanted })
  const answer = await client.request({ method: 'POST', database, path: '_bulk_get', json })
  const { results } = expectAnswer(answer, bulkGetAnswer, `read conflicts of ${database}`)
  const losers = new Map<string, LosingLeaf[]>()
  for (const { ok } of results.flatMap((result) => result.docs)) {
    if (!ok) continue
    const leaves = losers.get(ok._id) ?? []
    leaves.push({ rev: ok._rev, body: ok.body })
    losers.set(ok._id, leaves)
  }
  return documents.map((document) => storedDocument(document, losers.get(document._id) ?? []))
}

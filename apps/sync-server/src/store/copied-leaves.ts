import type { JsonObject } from '@orderez/core/kernel'
import { StoreError } from '@orderez/core/sync'
import * as z from 'zod'
import { bulkBatches } from './bulk-batches.ts'
import type { CouchClient } from './couch-client.ts'
import { expectAnswer, storeErrorOf } from './couch-wire.ts'

/** A live or deleted end of a document's history as CouchDB gives and takes it, with the revisions that led to it. */
export type CopiedLeaf = JsonObject & { readonly _id: string; readonly _rev: string }

const leaf = z.custom<CopiedLeaf>(
  (value) => z.looseObject({ _id: z.string(), _rev: z.string() }).safeParse(value).success,
)
const feedAnswer = z.object({
  last_seq: z.union([z.string(), z.number()]),
  results: z.array(z.object({ id: z.string(), changes: z.array(z.object({ rev: z.string() })) })),
})
const leavesAnswer = z.object({
  results: z.array(z.object({ id: z.string(), docs: z.array(z.object({ ok: leaf.optional() })) })),
})
const keptAnswer = z.array(z.looseObject({ error: z.string().optional(), reason: z.string().optional() }))

const PAGE = 100
/** Bytes travel inside the answer: few at a time, so that a month of photographs needs no more memory than a few of them. */
const PAGE_WITH_ATTACHMENTS = 8
const BATCH = { rows: 200, size: 4_000_000 }

/**
 * Every leaf of a database page by page, whatever is written meanwhile: what changes behind the reader comes again at the end of the feed,
 * and each document is whole as of one moment. A document may come twice, older first. Design and local documents stay behind.
 */
export async function* readLeaves(
  client: CouchClient,
  database: string,
  { attachments }: { readonly attachments: boolean },
): AsyncGenerator<CopiedLeaf> {
  const limit = attachments ? PAGE_WITH_ATTACHMENTS : PAGE
  const missing = new Set<string>()
  let since: string | number = 0
  for (;;) {
    const query = { style: 'all_docs', since, limit }
    const feed = await client.request({ method: 'GET', database, path: '_changes', query })
    const { results, last_seq } = expectAnswer(feed, feedAnswer, `changes of ${database}`)
    since = last_seq
    const wanted = results
      .filter(({ id }) => !id.startsWith('_'))
      .flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })))
    for (const { id } of wanted) missing.delete(id)
    for (const found of await readPage(client, database, wanted, attachments)) {
      if (typeof found === 'string') missing.add(found)
      else yield found
    }
    if (results.length < limit && (missing.size === 0 || results.length === 0)) break
  }
  // A revision that is gone was followed by another, which the feed has shown by now.
  if (missing.size > 0)
    throw new StoreError('store.unavailable', `${database}: ${[...missing].join(', ')} cannot be read`)
}

/** The leaves, and the ids of what had gone before it could be read. */
async function readPage(
  client: CouchClient,
  database: string,
  docs: readonly { id: string; rev: string }[],
  attachments: boolean,
): Promise<(CopiedLeaf | string)[]> {
  if (docs.length === 0) return []
  const query = attachments ? { revs: true, attachments: true } : { revs: true }
  const answer = await client.request({
    method: 'POST',
    database,
    path: '_bulk_get',
    query,
    json: JSON.stringify({ docs }),
  })
  const { results } = expectAnswer(answer, leavesAnswer, `read ${database}`)
  return results.flatMap(({ id, docs: rows }) => rows.map(({ ok }) => ok ?? id))
}

/** Makes a database; false where there is one of that name. */
export async function makeDatabase(client: CouchClient, database: string): Promise<boolean> {
  const made = await client.request({ method: 'PUT', database, query: { q: 1 } })
  if (made.kind !== 'answer') throw new StoreError('store.unavailable', `create ${database}: ${made.reason}`)
  if (made.status === 412) return false
  if (made.status >= 300) throw storeErrorOf(made.status, made.body, `create ${database}`)
  return true
}

/** Stores leaves under the revisions that they had; durable when it resolves. */
export async function writeLeaves(client: CouchClient, database: string, leaves: AsyncIterable<string>): Promise<void> {
  let waiting: string[] = []
  let size = 0
  const flush = async () => {
    for (const batch of bulkBatches(waiting, BATCH, (text) => text.length)) await writeBatch(client, database, batch)
    ;[waiting, size] = [[], 0]
  }
  for await (const text of leaves) {
    waiting.push(text)
    size += text.length
    if (waiting.length >= BATCH.rows || size >= BATCH.size) await flush()
  }
  await flush()
}

async function writeBatch(client: CouchClient, database: string, batch: readonly string[]): Promise<void> {
  const json = `{"new_edits":false,"docs":[${batch.join(',')}]}`
  const answer = await client.request({ method: 'POST', database, path: '_bulk_docs', json })
  const failed = expectAnswer(answer, keptAnswer, `write ${database}`).find(({ error }) => error !== undefined)
  if (failed) throw new StoreError('store.unavailable', `write ${database}: ${failed.error} ${failed.reason ?? ''}`)
  if (answer.kind === 'answer' && answer.status === 202) {
    throw new StoreError('store.unavailable', `write ${database}: accepted by less than a quorum`)
  }
}

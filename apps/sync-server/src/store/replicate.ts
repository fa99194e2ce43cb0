import * as z from 'zod'
import { createCouchClient, type CouchAddress, type CouchClient } from './couch-client.ts'
import { expectAnswer } from './couch-wire.ts'

const changes = z.object({
  results: z.array(z.object({ id: z.string(), changes: z.array(z.object({ rev: z.string() })) })),
})
const missing = z.record(z.string(), z.object({ missing: z.array(z.string()) }))
const found = z.object({
  results: z.array(z.object({ docs: z.array(z.object({ ok: z.looseObject({}).optional() })) })),
})

/** One pass of CouchDB's replication protocol from one server's database to another's: every leaf, with the way it grew. For tests. */
export async function replicate(from: CouchAddress, to: CouchAddress, database: string): Promise<number> {
  const [source, target] = [createCouchClient(from), createCouchClient(to)]
  try {
    return await copyLeaves(source, target, database)
  } finally {
    await Promise.all([source.close(), target.close()])
  }
}

async function copyLeaves(source: CouchClient, target: CouchClient, database: string): Promise<number> {
  const query = { style: 'all_docs', since: 0 }
  const feed = await source.request({ method: 'GET', database, path: '_changes', query })
  const { results } = expectAnswer(feed, changes, 'replicate: changes')
  const leaves = results
    .filter(({ id }) => !id.startsWith('_'))
    .map(({ id, changes: revs }) => [id, revs.map(({ rev }) => rev)])
  const asked = JSON.stringify(Object.fromEntries(leaves))
  const answer = await target.request({ method: 'POST', database, path: '_revs_diff', json: asked })
  const wanted = Object.entries(expectAnswer(answer, missing, 'replicate: missing'))
  const docs = wanted.flatMap(([id, { missing: revs }]) => revs.map((rev) => ({ id, rev })))
  if (docs.length === 0) return 0
  const bulk = {
    method: 'POST',
    database,
    path: '_bulk_get',
    query: { revs: true },
    json: JSON.stringify({ docs }),
  } as const
  const bodies = expectAnswer(await source.request(bulk), found, 'replicate: leaves')
  const copies = bodies.results.flatMap(({ docs: rows }) => rows.flatMap(({ ok }) => ok ?? []))
  const json = JSON.stringify({ new_edits: false, docs: copies })
  const put = await target.request({ method: 'POST', database, path: '_bulk_docs', json })
  expectAnswer(put, z.unknown(), 'replicate: write')
  return copies.length
}

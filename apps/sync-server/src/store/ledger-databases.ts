import type { JsonObject } from '@orderez/core/kernel'
import { StoreError } from '@orderez/core/sync'
import * as z from 'zod'
import type { CouchAnswer, CouchClient } from './couch-client.ts'
import { databaseName } from './couch-setup.ts'
import { expectAnswer, storeErrorOf } from './couch-wire.ts'

/** The revisions of documents, by their ids. */
export type Revisions = Readonly<Record<string, readonly string[]>>

/** Every leaf of what was written since a place; `last` is where to go on. */
export interface LedgerChanges {
  readonly documents: readonly LedgerDocument[]
  readonly last: string
  readonly more: boolean
}

/** As CouchDB keeps it. */
export type LedgerDocument = JsonObject & { readonly _id: string; readonly _rev: string }

/**
 * The databases of ledgers as CouchDB's replication sees them: documents keep the revisions that they come with. Every call makes its
 * database where there is none, and rejects with `StoreError`.
 */
export interface LedgerDatabases {
  missing(name: string, revisions: Revisions): Promise<Revisions>
  /** Resolves when each of the documents is durable. */
  keep(name: string, documents: readonly LedgerDocument[]): Promise<void>
  /** Documents that are not replicated. */
  readLocal(name: string, id: string): Promise<JsonObject | null>
  /** False where another revision of it is there. */
  writeLocal(name: string, id: string, body: JsonObject): Promise<boolean>
  changes(name: string, since: string | null, limit: number): Promise<LedgerChanges>
  /** Every leaf of the documents from one id to another, both included; `limit` counts documents, from either end. */
  range(
    name: string,
    from: string,
    to: string,
    page: { readonly limit: number; readonly newestFirst?: boolean },
  ): Promise<readonly LedgerDocument[]>
}

const stored = z.looseObject({ _id: z.string(), _rev: z.string() })
const missingAnswer = z.record(z.string(), z.object({ missing: z.array(z.string()).default([]) }))
const rowsAnswer = z.array(z.looseObject({ error: z.string().optional(), reason: z.string().optional() }))
const localAnswer = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null)
const changesAnswer = z.object({
  last_seq: z.union([z.string(), z.number()]).transform(String),
  results: z.array(
    z.object({
      id: z.string(),
      seq: z.union([z.string(), z.number()]).transform(String),
      changes: z.array(z.object({ rev: z.string() })),
    }),
  ),
})
const leavesAnswer = z.object({
  results: z.array(z.object({ docs: z.array(z.object({ ok: stored.optional() })) })),
})
const rangeAnswer = z.object({
  rows: z.array(z.object({ doc: stored.extend({ _conflicts: z.array(z.string()).optional() }).nullish() })),
})

export function createLedgerDatabases(client: CouchClient, prefix: string): LedgerDatabases {
  const made = new Map<string, Promise<string>>()

  async function make(name: string): Promise<string> {
    const database = databaseName(prefix, `ledger-${name}`)
    const created = await client.request({ method: 'PUT', database, query: { q: 1 } })
    if (created.kind !== 'answer') throw new StoreError('store.unavailable', `create ${database}: ${created.reason}`)
    if (created.status >= 300 && created.status !== 412) {
      throw storeErrorOf(created.status, created.body, `create ${database}`)
    }
    return database
  }

  function at(name: string): Promise<string> {
    const known = made.get(name) ?? make(name)
    made.set(name, known)
    known.catch(() => made.delete(name))
    return known
  }

  async function leaves(database: string, wanted: readonly { id: string; rev: string }[]): Promise<LedgerDocument[]> {
    if (wanted.length === 0) return []
    const json = JSON.stringify({ docs: wanted })
    const answer = await client.request({ method: 'POST', database, path: '_bulk_get', json })
    const { results } = expectAnswer(answer, leavesAnswer, `read ${database}`)
    return results.flatMap(({ docs }) => docs.flatMap(({ ok }) => (ok ? [ok as LedgerDocument] : [])))
  }

  return {
    async missing(name, revisions) {
      const database = await at(name)
      const json = JSON.stringify(revisions)
      const answer = await client.request({ method: 'POST', database, path: '_revs_diff', json })
      const found = expectAnswer(answer, missingAnswer, `revisions of ${database}`)
      return Object.fromEntries(Object.entries(found).map(([id, { missing }]) => [id, missing]))
    },
    async keep(name, documents) {
      if (documents.length === 0) return
      const database = await at(name)
      const json = JSON.stringify({ docs: documents, new_edits: false })
      expectKept(await client.request({ method: 'POST', database, path: '_bulk_docs', json }), database)
    },
    async readLocal(name, id) {
      const answer = await client.request({ method: 'GET', database: await at(name), path: `_local/${id}` })
      if (answer.kind === 'answer' && answer.status === 404) return null
      return expectAnswer(answer, localAnswer, `local ${name}`)
    },
    async writeLocal(name, id, body) {
      const json = JSON.stringify(body)
      const answer = await client.request({ method: 'PUT', database: await at(name), path: `_local/${id}`, json })
      if (answer.kind === 'answer' && answer.status === 409) return false
      expectAnswer(answer, localAnswer, `local ${name}`)
      return true
    },
    async changes(name, since, limit) {
      const database = await at(name)
      const query = { style: 'all_docs', since: since ?? '0', limit }
      const answer = await client.request({ method: 'GET', database, path: '_changes', query })
      const { results, last_seq } = expectAnswer(answer, changesAnswer, `changes of ${database}`)
      const wanted = results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })))
      const documents = await leaves(database, wanted)
      return { documents, last: results.at(-1)?.seq ?? last_seq, more: results.length === limit }
    },
    async range(name, from, to, { limit, newestFirst = false }) {
      const database = await at(name)
      // nano writes these two as JSON.
      const ends = newestFirst ? { startkey: to, endkey: from, descending: true } : { startkey: from, endkey: to }
      const query = { include_docs: true, conflicts: true, ...ends, limit }
      const answer = await client.request({ method: 'GET', database, path: '_all_docs', query })
      const { rows } = expectAnswer(answer, rangeAnswer, `range of ${database}`)
      const winners = rows.flatMap(({ doc }) => doc ?? [])
      const others = winners.flatMap(({ _id: id, _conflicts }) => (_conflicts ?? []).map((rev) => ({ id, rev })))
      return [...(winners as LedgerDocument[]), ...(await leaves(database, others))]
    },
  }
}

/** With revisions of their own, rows are answered only for what went wrong; and less than a quorum is not kept. */
function expectKept(answer: CouchAnswer, database: string): void {
  const rows = expectAnswer(answer, rowsAnswer, `keep in ${database}`)
  const failed = rows.find(({ error }) => error !== undefined)
  if (failed) throw new StoreError('store.unavailable', `keep in ${database}: ${failed.error} ${failed.reason ?? ''}`)
  if (answer.kind === 'answer' && answer.status === 202) {
    throw new StoreError('store.unavailable', `keep in ${database}: accepted by less than a quorum`)
  }
}

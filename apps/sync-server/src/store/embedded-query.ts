import * as z from 'zod'
import type { HeaderIndex, IndexedDatabase } from './header-index.ts'

export interface QueriedDatabase extends IndexedDatabase {
  /** Rejects with a status of 404 where there is no such document. */
  get(id: string, options: { conflicts: true }): Promise<unknown>
}

/** The two ways to read that PouchDB is slow at; everything else is express-pouchdb's. */
export type EmbeddedQuery =
  | { readonly kind: 'index'; readonly database: string; readonly field: string; readonly parameters: URLSearchParams }
  | { readonly kind: 'keys'; readonly database: string }

const INDEX_PATH = /^\/([a-z][a-z0-9_-]*)\/_design\/header-([a-zA-Z0-9]+)\/_view\/by-value$/
const KEYS_PATH = /^\/([a-z][a-z0-9_-]*)\/_all_docs$/

export function queryOf(method: string, url: string): EmbeddedQuery | null {
  const { pathname, searchParams } = new URL(url, 'http://embedded')
  const [, database, field] = (method === 'GET' ? INDEX_PATH : KEYS_PATH).exec(pathname) ?? []
  if (database === undefined) return null
  if (field !== undefined) return { kind: 'index', database, field, parameters: searchParams }
  return method === 'POST' ? { kind: 'keys', database } : null
}

const indexValue = z.union([z.string(), z.number()])
const startkey = z.union([z.tuple([indexValue]), z.tuple([indexValue, z.string()])])
const endkey = z.tuple([indexValue, z.strictObject({})])
const limit = z.int().min(0)
const keysBody = z.object({ keys: z.array(z.string()) })

/** Answers as CouchDB would with `include_docs` and `conflicts`, which is how the store always asks. */
export async function answerQuery(
  query: EmbeddedQuery,
  body: string,
  database: QueriedDatabase,
  index: HeaderIndex,
): Promise<{ rows: unknown[] }> {
  if (query.kind === 'keys') {
    const { keys } = keysBody.parse(JSON.parse(body))
    const documents = await Promise.all(keys.map((id) => readOne(database, id)))
    return {
      rows: keys.map((key, at) => (documents[at] ? { id: key, key, doc: documents[at] } : { key, error: 'not_found' })),
    }
  }
  const rows = await index.query(query.database, database, {
    field: query.field,
    start: parameter(query.parameters, 'startkey', startkey),
    end: parameter(query.parameters, 'endkey', endkey)?.[0] ?? null,
    limit: parameter(query.parameters, 'limit', limit) ?? -1,
  })
  const documents = await Promise.all(rows.map(([, id]) => readOne(database, id)))
  return { rows: rows.map((key, at) => ({ id: key[1], key, doc: documents[at] ?? null })) }
}

/** One by one is three times as quick as PouchDB's own `allDocs` with keys, which opens a stream for each. */
async function readOne(database: QueriedDatabase, id: string): Promise<unknown> {
  try {
    return await database.get(id, { conflicts: true })
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'status' in error && error.status === 404) return null
    throw error
  }
}

function parameter<T>(parameters: URLSearchParams, name: string, schema: z.ZodType<T>): T | null {
  const text = parameters.get(name)
  return text === null ? null : schema.parse(JSON.parse(text))
}

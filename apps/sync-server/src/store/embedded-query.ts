import * as z from 'zod'
import type { HeaderIndex, IndexedDatabase } from './header-index.ts'

export interface QueriedDatabase extends IndexedDatabase {
  allDocs(options: { keys: readonly string[]; include_docs: true; conflicts: true }): Promise<{
    rows: readonly { readonly doc?: unknown }[]
  }>
}

export interface EmbeddedQuery {
  readonly database: string
  readonly field: string
  readonly parameters: URLSearchParams
}

const QUERY_PATH = /^\/([a-z][a-z0-9_-]*)\/_design\/header-([a-zA-Z0-9]+)\/_view\/by-value$/

/** Null for every other request. */
export function queryOf(method: string, url: string): EmbeddedQuery | null {
  const { pathname, searchParams } = new URL(url, 'http://embedded')
  const [, database, field] = method === 'GET' ? (QUERY_PATH.exec(pathname) ?? []) : []
  return database === undefined || field === undefined ? null : { database, field, parameters: searchParams }
}

const indexValue = z.union([z.string(), z.number()])
const startkey = z.union([z.tuple([indexValue]), z.tuple([indexValue, z.string()])])
const endkey = z.tuple([indexValue, z.strictObject({})])
const limit = z.int().min(0)

/** Answers the one kind of view that the store asks for, as CouchDB would. */
export async function answerQuery(
  { database: name, field, parameters }: EmbeddedQuery,
  database: QueriedDatabase,
  index: HeaderIndex,
): Promise<{ rows: unknown[] }> {
  const start = parameter(parameters, 'startkey', startkey)
  const end = parameter(parameters, 'endkey', endkey)
  const rows = await index.query(name, database, {
    field,
    start,
    end: end?.[0] ?? null,
    limit: parameter(parameters, 'limit', limit) ?? -1,
  })
  const ids = rows.map(([, id]) => id)
  const documents =
    ids.length === 0 ? { rows: [] } : await database.allDocs({ keys: ids, include_docs: true, conflicts: true })
  return { rows: rows.map((key, at) => ({ id: key[1], key, doc: documents.rows[at]?.doc ?? null })) }
}

function parameter<T>(parameters: URLSearchParams, name: string, schema: z.ZodType<T>): T | null {
  const text = parameters.get(name)
  return text === null ? null : schema.parse(JSON.parse(text))
}

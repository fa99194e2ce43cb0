import { StoreError } from '@orderez/core/sync'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { CouchAnswer, CouchClient } from './couch-client.ts'
import { designAnswer, expectAnswer, incarnationAnswer, storeErrorOf } from './couch-wire.ts'

export interface CollectionSetup {
  readonly name: string
  /** Fields of the header that can be queried. */
  readonly indexes: readonly string[]
}

/** Design documents of a database. */
export function countDesigns({ indexes }: CollectionSetup): number {
  return indexes.length + 1
}

const welcome = z.looseObject({
  couchdb: z.string().optional(),
  'express-pouchdb': z.string().optional(),
  version: z.string(),
})

/** Says early and clearly what is wrong with an address: nobody there, somebody else, too old, or not for us. */
export async function checkServer(client: CouchClient): Promise<void> {
  const answer = await client.request({ method: 'GET', database: null, timeoutMs: 15_000 })
  const root = expectAnswer(answer, welcome, 'open store')
  if (root['express-pouchdb'] !== undefined) return
  if (root.couchdb === undefined) throw new StoreError('store.misconfigured', 'open store: not a CouchDB')
  if (Number.parseInt(root.version, 10) < 3) {
    throw new StoreError(
      'store.misconfigured',
      `open store: CouchDB ${root.version} is too old, 3.0 or newer is needed`,
    )
  }
}

export function databaseName(prefix: string, collection: string): string {
  const name = `${prefix}-${collection}`
  if (!/^[a-z][a-z0-9_-]{0,100}$/.test(name))
    throw new StoreError('store.misconfigured', `${name} cannot name a database`)
  return name
}

/** Creates what is missing and returns the incarnation: a value that dies with the database, however alike the next one is named. */
export async function setUpDatabase(client: CouchClient, database: string, setup: CollectionSetup): Promise<string> {
  // One shard: its feed is in the order of the writes, and a restaurant has no need of more.
  const created = await client.request({ method: 'PUT', database, query: { q: 1 } })
  if (!succeeded(created, 412)) throw failure(created, `create ${database}`)
  for (const field of [...setup.indexes, CONFLICTED]) await setUpIndex(client, database, field)
  return setUpIncarnation(client, database)
}

/** One design document per field, so that a new index does not make the server build the others again. */
export function indexPath(field: string): string {
  return `_design/header-${field}`
}

export const INDEX_VIEW = 'by-value'

/** The index of documents with losing leaves, all under this value. No field of a header: the store itself knows it. */
export const CONFLICTED = 'conflicted'
export const IS_CONFLICTED = 1

/** The id is part of the key, so that a page can begin exactly where the one before ended. */
function indexMap(field: string): string {
  if (field === CONFLICTED) return `function (doc) { if (doc._conflicts) emit([${IS_CONFLICTED}, doc._id]); }`
  const value = `doc.header[${JSON.stringify(field)}]`
  return `function (doc) { if (doc.header && ${value} !== undefined) emit([${value}, doc._id]); }`
}

async function setUpIndex(client: CouchClient, database: string, field: string): Promise<void> {
  if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(field))
    throw new StoreError('store.misconfigured', `${field} cannot name an index`)
  const path = indexPath(field)
  const map = indexMap(field)
  const present = await client.request({ method: 'GET', database, path })
  const design =
    present.kind === 'answer' && present.status === 404 ? null : expectAnswer(present, designAnswer, `index ${path}`)
  if (design?.views?.[INDEX_VIEW]?.map === map) return
  const rev = design === null ? {} : { _rev: design._rev }
  const json = JSON.stringify({ ...rev, language: 'javascript', views: { [INDEX_VIEW]: { map } } })
  const put = await client.request({ method: 'PUT', database, path, json })
  // 409: another process sets up the same index at this moment.
  if (!succeeded(put, 409)) throw failure(put, `index ${path}`)
}

const INCARNATION = '_local/incarnation'

export async function readIncarnation(client: CouchClient, database: string): Promise<string | null> {
  const answer = await client.request({ method: 'GET', database, path: INCARNATION })
  if (answer.kind === 'answer' && answer.status === 404) return null
  return expectAnswer(answer, incarnationAnswer, `incarnation of ${database}`).value
}

async function setUpIncarnation(client: CouchClient, database: string): Promise<string> {
  const present = await readIncarnation(client, database)
  if (present !== null) return present
  const json = JSON.stringify({ value: randomUUID() })
  const put = await client.request({ method: 'PUT', database, path: INCARNATION, json })
  if (!succeeded(put, 409)) throw failure(put, `incarnation of ${database}`)
  const value = await readIncarnation(client, database)
  if (value === null)
    throw new StoreError('store.unavailable', `incarnation of ${database}: not found after writing it`)
  return value
}

function succeeded(answer: CouchAnswer, alsoFine: number): boolean {
  return answer.kind === 'answer' && (answer.status < 300 || answer.status === alsoFine)
}

function failure(answer: CouchAnswer, doing: string): StoreError {
  if (answer.kind === 'answer') return storeErrorOf(answer.status, answer.body, doing)
  return new StoreError('store.unavailable', `${doing}: ${answer.reason}`)
}

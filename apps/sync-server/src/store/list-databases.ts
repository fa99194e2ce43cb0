import { readdir } from 'node:fs/promises'
import * as z from 'zod'
import type { CouchClient } from './couch-client.ts'
import { expectAnswer } from './couch-wire.ts'

/** Names of the databases of a prefix in a CouchDB. */
export async function listDatabases(client: CouchClient, prefix: string): Promise<string[]> {
  const query = { startkey: `${prefix}-`, endkey: `${prefix}-~` }
  const answer = await client.request({ method: 'GET', database: '_all_dbs', query })
  return expectAnswer(answer, z.array(z.string()), 'list of databases')
}

/** The same of the embedded store, where each is a folder. */
export async function listEmbeddedDatabases(couchDir: string, prefix: string): Promise<string[]> {
  const found = await readdir(couchDir, { withFileTypes: true })
  return found.filter((entry) => entry.isDirectory() && entry.name.startsWith(`${prefix}-`)).map(({ name }) => name)
}

import { StoreError } from '@orderez/core/sync'
import * as z from 'zod'
import { createCouchClient, type CouchClient } from './couch-client.ts'
import { checkServer, databaseName } from './couch-setup.ts'
import { expectAnswer, storeErrorOf } from './couch-wire.ts'
import { parseCouchUrl, type OpenStoreOptions } from './open-store.ts'

/**
 * Deletes the databases of a prefix from a CouchDB; what is not there is no trouble, so that it can be done again. The embedded
 * store's are files of `dataDir`, which go with their folder.
 */
export async function removeDatabases({
  couchdbUrl,
  prefix,
  collections,
}: Pick<OpenStoreOptions, 'couchdbUrl' | 'prefix' | 'collections'>): Promise<void> {
  if (couchdbUrl === undefined) return
  const client = createCouchClient(parseCouchUrl(couchdbUrl))
  try {
    const named = collections.map(({ name }) => databaseName(prefix, name))
    for (const database of [...named, ...(await ledgersOf(client, prefix))]) {
      const answer = await client.request({ method: 'DELETE', database })
      if (answer.kind !== 'answer') throw new StoreError('store.unavailable', `delete ${database}: ${answer.reason}`)
      if (answer.status >= 300 && answer.status !== 404) {
        throw storeErrorOf(answer.status, answer.body, `delete ${database}`)
      }
    }
  } finally {
    await client.close()
  }
}

/** One a month, and nobody keeps a list of them but the server. */
async function ledgersOf(client: CouchClient, prefix: string): Promise<string[]> {
  const query = { startkey: `${prefix}-ledger-`, endkey: `${prefix}-ledger-~` }
  const answer = await client.request({ method: 'GET', database: '_all_dbs', query })
  return expectAnswer(answer, z.array(z.string()), 'list of databases')
}

/** Says early what is wrong with a CouchDB that nothing is kept in yet. */
export async function checkCouch(couchdbUrl: string): Promise<void> {
  const client = createCouchClient(parseCouchUrl(couchdbUrl))
  try {
    await checkServer(client)
  } finally {
    await client.close()
  }
}

import { StoreError } from '@orderez/core/sync'
import { createCouchClient } from './couch-client.ts'
import { checkServer, databaseName } from './couch-setup.ts'
import { storeErrorOf } from './couch-wire.ts'
import { listDatabases } from './list-databases.ts'
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
    for (const database of new Set([...named, ...(await listDatabases(client, prefix))])) {
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

/** Says early what is wrong with a CouchDB that nothing is kept in yet. */
export async function checkCouch(couchdbUrl: string): Promise<void> {
  const client = createCouchClient(parseCouchUrl(couchdbUrl))
  try {
    await checkServer(client)
  } finally {
    await client.close()
  }
}

import { randomBytes } from 'node:crypto'
import { removeDatabases } from './couch-upkeep.ts'
import { createCouchClient } from './couch-client.ts'
import { createLedgerDatabases } from './ledger-databases.ts'
import { ledgerDatabasesContract } from './ledger-databases-contract.ts'
import { parseCouchUrl } from './open-store.ts'

const couchdbUrl = process.env['COUCHDB_URL'] ?? ''

ledgerDatabasesContract('CouchDB', async () => {
  const prefix = `test-${randomBytes(6).toString('hex')}`
  let client = createCouchClient(parseCouchUrl(couchdbUrl))
  return {
    ledgers: createLedgerDatabases(client, prefix),
    reopen: async () => {
      await client.close()
      client = createCouchClient(parseCouchUrl(couchdbUrl))
      return createLedgerDatabases(client, prefix)
    },
    close: async () => {
      await client.close()
      await removeDatabases({ couchdbUrl, prefix, collections: [] })
    },
  }
})

import { randomBytes } from 'node:crypto'
import { CONTRACT_COLLECTIONS, documentStoreContract } from '@orderez/core/testing/document-store-contract'
import { createCouchClient } from './couch-client.ts'
import { openCouchStore } from './couch-store.ts'
import { parseCouchUrl } from './open-store.ts'
import { putLeaf } from './put-leaf.ts'

const address = parseCouchUrl(process.env['COUCHDB_URL'] ?? '')

documentStoreContract('CouchDB', async () => {
  const prefix = `test-${randomBytes(6).toString('hex')}`
  const open = () => openCouchStore(address, prefix, CONTRACT_COLLECTIONS)
  let store = await open()
  const drop = async (collection: string): Promise<void> => {
    const client = createCouchClient(address)
    await client.request({ method: 'DELETE', database: `${prefix}-${collection}` })
    await client.close()
  }
  const reopen = async () => {
    await store.close()
    return (store = await open())
  }
  return {
    store,
    reopen,
    recreate: async (collection) => {
      await drop(collection)
      return reopen()
    },
    addLoser: (collection, id, body) => putLeaf(address, `${prefix}-${collection}`, id, body),
    close: async () => {
      await store.close()
      for (const { name } of CONTRACT_COLLECTIONS) await drop(name)
    },
  }
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CONTRACT_COLLECTIONS, documentStoreContract } from '@orderez/core/testing/document-store-contract'
import { createCouchClient } from './couch-client.ts'
import { openCouchStore } from './couch-store.ts'
import { putLeaf } from './put-leaf.ts'
import { startEmbeddedCouch } from './embedded-couch.ts'

const neverCrashes = (reason: string): void => {
  throw new Error(`the embedded store ended: ${reason}`)
}

documentStoreContract('embedded', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'orderez-store-'))
  let embedded = await startEmbeddedCouch(dataDir, neverCrashes)
  const open = () => openCouchStore(embedded.address, 'contract', CONTRACT_COLLECTIONS)
  let store = await open()
  return {
    store,
    reopen: async () => {
      await store.close()
      await embedded.close()
      embedded = await startEmbeddedCouch(dataDir, neverCrashes)
      return (store = await open())
    },
    recreate: async (collection) => {
      const client = createCouchClient(embedded.address)
      await client.request({ method: 'DELETE', database: `contract-${collection}` })
      await client.close()
      await store.close()
      return (store = await open())
    },
    addLoser: (collection, id, body) => putLeaf(embedded.address, `contract-${collection}`, id, body),
    close: async () => {
      await store.close()
      await embedded.close()
      await rm(dataDir, { recursive: true })
    },
  }
})

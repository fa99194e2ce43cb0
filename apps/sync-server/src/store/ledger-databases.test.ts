import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { createCouchClient, type CouchAnswer } from './couch-client.ts'
import { startEmbeddedCouch } from './embedded-couch.ts'
import { createLedgerDatabases } from './ledger-databases.ts'
import { ledgerDatabasesContract } from './ledger-databases-contract.ts'
import { createMemoryLedgerDatabases } from './memory-ledger-databases.ts'

const expectAnswered = ({ kind }: CouchAnswer) => expect(kind).toBe('answer')

ledgerDatabasesContract('embedded', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'orderez-ledger-'))
  const embedded = await startEmbeddedCouch(dataDir, () => undefined)
  let client = createCouchClient(embedded.address)
  const again = () => createLedgerDatabases((client = createCouchClient(embedded.address)), 'contract')
  return {
    ledgers: createLedgerDatabases(client, 'contract'),
    reopen: async () => {
      await client.close()
      await embedded.crash()
      const ledgers = again()
      await vi.waitFor(() => client.request({ method: 'GET', database: null }).then(expectAnswered), 10_000)
      return ledgers
    },
    close: async () => {
      await client.close()
      await embedded.close()
      await rm(dataDir, { recursive: true })
    },
  }
})

ledgerDatabasesContract('memory', async () => {
  const ledgers = createMemoryLedgerDatabases()
  return { ledgers, reopen: async () => ledgers, close: async () => undefined }
})

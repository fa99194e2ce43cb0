import { vi } from 'vitest'
import * as z from 'zod'
import { createCouchClient, type CouchAddress } from '../../store/couch-client.ts'
import { expectAnswer } from '../../store/couch-wire.ts'
import { parseCouchUrl } from '../../store/open-store.ts'
import { joinedServersContract } from './joined-servers-contract.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const branch = parseCouchUrl(process.env['COUCHDB_URL'] ?? '')
const office = parseCouchUrl(process.env['COUCHDB_URL_2'] ?? '')
const replicated = z.object({ history: z.array(z.object({ docs_written: z.number() })).optional() })

/** The first of the two copies, both ways: CouchDB's own `_replicate`. */
async function replicate(from: CouchAddress, to: CouchAddress, database: string): Promise<number> {
  const client = createCouchClient(branch)
  const end = ({ url, authorization }: CouchAddress) => ({
    url: new URL(database, `${url.replace(/\/$/, '')}/`).href,
    headers: authorization === null ? {} : { Authorization: authorization },
  })
  const json = JSON.stringify({ source: end(from), target: end(to) })
  const answer = await client.request({ method: 'POST', database: null, path: '_replicate', json })
  await client.close()
  return expectAnswer(answer, replicated, `replicate ${database}`).history?.[0]?.docs_written ?? 0
}

joinedServersContract('two CouchDBs', async () => ({
  addresses: [branch, office],
  replicate,
  close: async (databases) => {
    for (const address of [branch, office]) {
      const client = createCouchClient(address)
      for (const database of databases) await client.request({ method: 'DELETE', database })
      await client.close()
    }
  },
}))

import { randomBytes } from 'node:crypto'
import type { JsonObject } from '@orderez/core/kernel'
import { createCouchClient, type CouchAddress } from './couch-client.ts'

/** Puts a leaf beside the winner of a document, as a replication from another server does. For tests. */
export async function putLeaf(address: CouchAddress, database: string, id: string, body: JsonObject): Promise<void> {
  const client = createCouchClient(address)
  // Of two leaves of one generation the greater hash wins: this one loses.
  const rev = `1-0000${randomBytes(14).toString('hex')}`
  const json = JSON.stringify({ new_edits: false, docs: [{ _id: id, _rev: rev, header: {}, body }] })
  const answer = await client.request({ method: 'POST', database, path: '_bulk_docs', json })
  await client.close()
  if (answer.kind !== 'answer' || answer.status >= 300) throw new Error(`putLeaf: ${JSON.stringify(answer)}`)
}

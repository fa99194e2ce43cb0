import { createRxDatabase, type RxCollection, type RxJsonSchema } from 'rxdb/plugins/core'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { sha256Hex } from '@orderez/core/kernel'

export interface PeerRow {
  id: string
  body: unknown
}

const schema: RxJsonSchema<PeerRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 100 }, body: {} },
  required: ['id'],
}

/** A collection of RxDB on Dexie as its examples make one: the peers' only difference is what they do with it. */
export async function openPeerRows(name: string): Promise<RxCollection<PeerRow>> {
  const database = await createRxDatabase<{ rows: RxCollection<PeerRow> }>({
    name,
    storage: getRxStorageDexie(),
    hashFunction: async (input) => sha256Hex(String(input)),
  })
  await database.addCollections({ rows: { schema } })
  return database.rows
}

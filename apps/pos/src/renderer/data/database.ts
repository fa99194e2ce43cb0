import { createRxDatabase, type RxCollection, type RxDatabase, type RxJsonSchema } from 'rxdb/plugins/core'
import { getRxStorageDexie, type RxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { invariant, sha256Hex } from '@orderez/core/kernel'
import { EDITED_COLLECTIONS, rxSchemaOf, SYNCED_COLLECTIONS, type SyncedCollection } from '@orderez/core/sync'

/**
 * A row: the document whole under `body`, and beside it the header that indexes need, computed at each write. A pending edit (PendingEdit)
 * is in the row of its document, so that no crash parts them. Bodies are unknown to RxDB, whose deep types would take our branded ids
 * apart; `stored-bodies.ts` gives them their types back.
 */
export interface StoredRow {
  id: string
  kind: string
  body: unknown
  edit: unknown
  edited: 0 | 1
  [header: string]: unknown
}

export interface StoredState {
  id: string
  value: unknown
}

type TerminalCollections = { readonly state: RxCollection<StoredState> } & {
  readonly [C in SyncedCollection]: RxCollection<StoredRow>
}
export type TerminalDatabase = RxDatabase<TerminalCollections>

const stateSchema: RxJsonSchema<StoredState> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 100 }, value: {} },
  required: ['id'],
}

/** Opens what screens read. */
export async function openTerminalDatabase(name: string): Promise<TerminalDatabase> {
  const database = await createRxDatabase<TerminalCollections>({
    name,
    storage: storageByDurability(),
    multiInstance: true,
    eventReduce: true,
    // RxDB's own needs crypto.subtle, which a page without a secure context lacks.
    hashFunction: hashText,
  })
  const documents = Object.fromEntries(
    SYNCED_COLLECTIONS.map((collection) => [collection, { schema: rowSchema(collection) }]),
  )
  await database.addCollections({ state: { schema: stateSchema }, ...documents })
  return database
}

/** The record types say what is indexed; only the mark of a pending edit is this store's own. */
function rowSchema(collection: SyncedCollection): RxJsonSchema<StoredRow> {
  // The schema is made as plain JSON; its shape is RxDB's by the contract of `rxSchemaOf`.
  const made: unknown = rxSchemaOf(collection)
  const schema = made as RxJsonSchema<StoredRow>
  return {
    ...schema,
    properties: {
      ...schema.properties,
      edit: { type: ['object', 'null'] },
      edited: { type: 'number', minimum: 0, maximum: 1, multipleOf: 1 },
    },
    required: [...(schema.required ?? []), 'edited'],
    indexes: [...(schema.indexes ?? []), 'edited'],
  }
}

/**
 * Orders can be rebuilt from the log and the server, so they are relaxed about power loss; a pending edit is nowhere else until the server
 * has it. Chrome offers both as options of a transaction.
 */
function storageByDurability(): RxStorageDexie {
  const relaxed = getRxStorageDexie()
  const strict = getRxStorageDexie({ chromeTransactionDurability: 'strict' })
  const edited: ReadonlySet<string> = new Set(EDITED_COLLECTIONS)
  return Object.assign(getRxStorageDexie(), {
    createStorageInstance: ((params) =>
      (edited.has(params.collectionName) ? strict : relaxed).createStorageInstance(
        params,
      )) satisfies RxStorageDexie['createStorageInstance'],
  })
}

async function hashText(input: string | Blob | ArrayBuffer): Promise<string> {
  invariant(typeof input === 'string', 'nothing but text is hashed: there are no attachments')
  return sha256Hex(input)
}

import type { JsonObject, TerminalId } from '@orderez/core/kernel'
import { openExistingIndexedDb, requestResult } from '../platform/indexeddb-request.ts'
import { branchRecordsOf, type BranchRecords } from './branch-records.ts'
import { databaseName } from './database-name.ts'

/** Where RxDB's Dexie storage keeps a collection: a database each, the documents in one store, deleted ones marked by a digit. */
const DOCUMENTS = 'docs'
interface StoredDocument {
  readonly body: JsonObject
  readonly _deleted: '0' | '1'
}

/**
 * The branch's records as they are stored, read past the local database: its code takes longer to come than a person to find their own name.
 * Null where nothing is stored yet, or not as this version stores it; then the database itself has to be asked.
 */
export async function readStoredBranch(terminal: TerminalId): Promise<BranchRecords | null> {
  const database = await openExistingIndexedDb(`rxdb-dexie-${databaseName(terminal)}--0--branch`)
  if (!database) return null
  try {
    if (!database.objectStoreNames.contains(DOCUMENTS)) return null
    const store = database.transaction(DOCUMENTS).objectStore(DOCUMENTS)
    const rows: readonly StoredDocument[] = await requestResult(store.getAll())
    const records = branchRecordsOf(rows.filter((row) => row._deleted === '0').map((row) => row.body))
    return records.branch ? records : null
  } finally {
    database.close()
  }
}

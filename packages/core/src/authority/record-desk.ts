import type { JsonObject } from '../kernel/index.ts'
import { recordTypeOf, type SyncedCollection } from '../sync/index.ts'
import type { AuthorityPorts } from './authority-ports.ts'
import type { Desk, Working } from './commit-pile.ts'
import type { Task } from './commit-queue.ts'
import type { LeafConflict } from './fold-records.ts'
import type { StoredRecord } from './journal.ts'
import { bodyOf, foldStored, leavesOf, readLeaf } from './stored-record.ts'

/** A document on the desk. */
export interface RecordWork extends Working {
  record: StoredRecord | null
  changed: boolean
  /** What its leaves could not keep both of; reported before the document is stored. */
  readonly conflicts: readonly LeafConflict[]
}

export type RecordTask<Out> = Task<RecordWork, Out>

/** Documents other than orders. `prepare` reads what edits look at beside their document, and keeps what goes with a fold. */
export function createRecordDesk(
  collection: SyncedCollection,
  ports: Pick<AuthorityPorts, 'log'>,
  prepare: (needed: readonly string[], opened: readonly RecordWork[]) => Promise<void>,
): Desk<RecordWork> {
  return {
    prepare,
    open(id, stored) {
      const leaves = leavesOf(stored)
      if (stored && leaves === 'folded') {
        ports.log({ event: 'leaves.united', collection, document: id })
        return { ...foldStored(stored), leaves, changed: true }
      }
      return { record: stored && readLeaf(stored), conflicts: [], leaves, changed: false }
    },
    finish({ record, changed }) {
      if (!record || !changed) return null
      const header = recordTypeOf(record.document['kind'])?.headerOf(record.document, null) ?? {}
      return { body: bodyOf(record), header }
    },
  }
}

/** The server's own change of one document. `change` answers null to leave it as it is. */
export function changeTask(
  document: string,
  change: (current: JsonObject | null) => JsonObject | null,
): RecordTask<null> {
  return {
    document,
    apply(work) {
      const next = change(work.record?.document ?? null)
      if (next) {
        work.record = { document: next, edits: work.record?.edits ?? [] }
        work.changed = true
      }
      return null
    },
  }
}

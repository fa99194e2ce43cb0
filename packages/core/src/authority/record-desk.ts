import type { JsonObject } from '../kernel/index.ts'
import { recordTypeOf, type SyncedCollection } from '../sync/index.ts'
import type { AuthorityPorts } from './authority-ports.ts'
import type { Desk } from './commit-pile.ts'
import type { Task } from './commit-queue.ts'
import { bodyOf, openRecord, type StoredRecord } from './stored-record.ts'

/** A document on the desk. */
export interface RecordWork {
  record: StoredRecord | null
  changed: boolean
}

export type RecordTask<Out> = Task<RecordWork, Out>

/** Documents other than orders. `prepare` reads what edits look at beside their document. */
export function createRecordDesk(
  collection: SyncedCollection,
  ports: Pick<AuthorityPorts, 'log'>,
  prepare: (needed: readonly string[]) => Promise<void>,
): Desk<RecordWork> {
  return {
    prepare,
    open(id, stored) {
      const isUnited = stored !== null && stored.losers.length > 0
      if (isUnited) ports.log({ event: 'leaves.united', collection, document: id })
      return { record: stored && openRecord(stored), changed: isUnited }
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

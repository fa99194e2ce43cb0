import type { JsonObject } from '../kernel/index.ts'
import type { Conflict } from '../inbox/index.ts'
import type { Dish } from '../menu/index.ts'
import { recordTypeOf, StoreError, type SyncedCollection } from '../sync/index.ts'
import type { AuthorityPorts } from './authority-ports.ts'
import { versionOf, withVersion, type EditDesk } from './edit-task.ts'
import { leafReports } from './leaf-reports.ts'
import type { RecordWork } from './record-desk.ts'
import { bodyOf } from './stored-record.ts'

/**
 * A25: what a fold leads to is stored before the fold is, so that a server which dies in between makes it again: the same documents under
 * the same ids. They are only ever created, so no queue has to order them.
 */
export interface KeepBeside {
  reports(reports: readonly Conflict[]): Promise<void>
  versions(versions: readonly JsonObject[]): Promise<void>
  /** Reports, and the versions that folded dishes are sold as; the works then name those. */
  folds(collection: SyncedCollection, works: readonly RecordWork[]): Promise<void>
}

export function createKeepBeside(
  ports: Pick<AuthorityPorts, 'store' | 'log'> & Pick<EditDesk, 'tax' | 'optionGroup'>,
): KeepBeside {
  async function create(collection: SyncedCollection, documents: readonly JsonObject[]): Promise<void> {
    if (documents.length === 0) return
    const writes = [...new Map(documents.map((document) => [String(document['id']), document]))].map(
      ([id, document]) => ({
        id,
        rev: null,
        body: bodyOf({ document, edits: [] }),
        header: recordTypeOf(document['kind'])?.headerOf(document, null) ?? {},
      }),
    )
    // A conflict: it is there. Refused: it can never be, and the document that it is about goes on without it.
    for (const { outcome, ...told } of await ports.store.write(collection, writes)) {
      const reason = 'reason' in told ? told.reason : ''
      if (outcome === 'unknown') throw new StoreError('store.unavailable', reason)
      if (outcome === 'refused') ports.log({ event: 'batch.failed', collection, reason })
    }
  }

  return {
    reports: (reports) => create('inbox', reports),
    versions: (versions) => create('menu', versions),
    async folds(collection, works) {
      const folded = works.filter(({ leaves }) => leaves === 'folded')
      const versions = folded.map((work) => newVersion(ports, work)).filter((version) => version !== null)
      await create('menu', versions)
      // A record of the inbox is nothing that people edit.
      if (collection === 'inbox') return
      await create(
        'inbox',
        folded.flatMap(({ record, conflicts }) => (record ? leafReports(collection, record, conflicts) : [])),
      )
    },
  }
}

function newVersion(ports: Pick<EditDesk, 'tax' | 'optionGroup'>, work: RecordWork): JsonObject | null {
  const { record } = work
  if (record?.document['kind'] !== 'dish') return null
  const version = versionOf(ports, record.document as Dish)
  if (!version || version.id === record.document['version']) return null
  work.record = { ...record, document: withVersion(record.document, version) }
  return version
}

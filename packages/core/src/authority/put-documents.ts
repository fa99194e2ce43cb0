import { err, jsonEquals, ok, type JsonObject, type Result } from '../kernel/index.ts'
import { parseRecord, type SyncedCollection } from '../sync/index.ts'
import type { PutError } from './authority.ts'
import type { AuthorityParts } from './authority-parts.ts'
import { changeTask } from './record-desk.ts'

/** A13: the server's own writes. All are checked before any is written. */
export async function putDocuments(
  parts: AuthorityParts,
  collection: SyncedCollection,
  documents: readonly JsonObject[],
): Promise<Result<null, PutError>> {
  if (collection === 'orders') return err('document.invalid', 'orders are facts')
  if (parts.calls.isClosed()) return err('authority.unavailable')
  const checked: JsonObject[] = []
  for (const document of documents) {
    const parsed = parseRecord(collection, document)
    if (!parsed.ok) return err('document.invalid', `${parsed.code} ${parsed.detail ?? ''}`)
    checked.push(parsed.value.document)
  }
  const tasks = checked.map((document) =>
    changeTask(String(document['id']), (current) => (jsonEquals(current ?? undefined, document) ? null : document)),
  )
  const settled = await parts.calls.track(() => parts.records(collection).submit(tasks))
  const refused = settled.find(({ state }) => state === 'refused')
  if (refused?.state === 'refused') return err('document.invalid', refused.reason)
  return settled.every(({ state }) => state === 'done') ? ok(null) : err('authority.unavailable')
}

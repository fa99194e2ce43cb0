import * as z from 'zod'
import { invariant, isJsonObject, type JsonObject, type JsonValue } from '../kernel/index.ts'
import { liftRecord, recordTypeOf, type LosingLeaf, type StoredDocument } from '../sync/index.ts'
import type { Working } from './commit-pile.ts'
import { foldRecords, type FoldedRecord } from './fold-records.ts'
import { JOURNAL_LENGTH, journalEntrySchema, type StoredRecord } from './journal.ts'

const bodySchema = z.strictObject({ document: z.custom<JsonObject>(isJsonObject), edits: z.array(journalEntrySchema) })

export function bodyOf({ document, edits }: StoredRecord): JsonObject {
  return { document, edits: edits.slice(-JOURNAL_LENGTH) } satisfies {
    document: JsonObject
    edits: readonly JsonValue[]
  }
}

/** A15: reads a stored document in the newest version, united with the leaves that replication brought. */
export function openRecord(stored: StoredDocument): StoredRecord {
  return foldStored(stored).record
}

/** A24: the leaves of a stored document, each lifted to the newest version, as one. */
export function foldStored(stored: StoredDocument, typeOf = recordTypeOf): FoldedRecord {
  const winner = readLeaf(stored, typeOf)
  if (stored.losers.length === 0) return { record: winner, conflicts: [] }
  return foldRecords(
    [winner, ...stored.losers.map((loser) => readLeaf(loser, typeOf))],
    typeOf(winner.document['kind']),
  )
}

/** The winner alone, for a server that does not understand all of the leaves. */
export function readLeaf({ body }: Pick<LosingLeaf, 'body'>, typeOf = recordTypeOf): StoredRecord {
  const parsed = bodySchema.safeParse(body)
  invariant(parsed.success, 'a stored document that this server did not write')
  const { document, edits } = parsed.data
  const type = typeOf(document['kind'])
  const lifted = type ? liftRecord(type, document) : document
  // Places of an older version are not those of this one.
  return lifted === document
    ? { document, edits }
    : { document: lifted, edits: edits.map(({ before: _older, ...entry }) => entry) }
}

/** What is to become of a document's leaves: those that a newer server wrote only that one can fold. */
export function leavesOf(stored: StoredDocument | null): Working['leaves'] {
  if (!stored || stored.losers.length === 0) return 'none'
  return [stored, ...stored.losers].some(isNewer) ? 'kept' : 'folded'
}

function isNewer({ body }: Pick<LosingLeaf, 'body'>): boolean {
  const document = isJsonObject(body['document']) ? body['document'] : body
  const type = recordTypeOf(document['kind'])
  return type === null || Number(document['v']) > type.version
}

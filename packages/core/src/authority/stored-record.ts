import * as z from 'zod'
import { idSchema, invariant, isJsonObject, type EditId, type JsonObject, type JsonValue } from '../kernel/index.ts'
import { mergeDocuments } from '../merge/index.ts'
import { conflictFieldSchema } from '../inbox/index.ts'
import { liftRecord, recordTypeOf, type LosingLeaf, type RecordType, type StoredDocument } from '../sync/index.ts'

/** What one edit did to a document; written with the document, so that a repeated edit is known and a lost report can be made again. */
const journalEntrySchema = z.strictObject({
  id: idSchema('edit'),
  person: idSchema('person'),
  terminal: idSchema('terminal'),
  at: z.int().min(0),
  /** First names of the paths that it changed. */
  changed: z.array(z.string()),
  conflicts: z.array(conflictFieldSchema).optional(),
  /** Nothing of it was taken: it and the stored document do not go together. */
  refused: z.literal(true).optional(),
})
export type JournalEntry = z.infer<typeof journalEntrySchema>

/** An edited document as the store has it: what screens see, and the last edits. Only `document` ever leaves the server (A18). */
export interface StoredRecord {
  readonly document: JsonObject
  readonly edits: readonly JournalEntry[]
}

/** Edits remembered in a document; an edit that comes again after so many others is merged again, which then changes nothing. */
const JOURNAL_LENGTH = 50

const bodySchema = z.strictObject({ document: z.custom<JsonObject>(isJsonObject), edits: z.array(journalEntrySchema) })

export function bodyOf({ document, edits }: StoredRecord): JsonObject {
  return { document, edits: edits.slice(-JOURNAL_LENGTH) } satisfies {
    document: JsonObject
    edits: readonly JsonValue[]
  }
}

/** A15: reads a stored document in the newest version, united with the leaves that replication brought. */
export function openRecord(stored: StoredDocument): StoredRecord {
  return stored.losers.reduce<StoredRecord>((record, loser) => unite(record, readBody(loser)), readBody(stored))
}

function readBody({ body }: Pick<StoredDocument, 'body'> | LosingLeaf): StoredRecord {
  const parsed = bodySchema.safeParse(body)
  invariant(parsed.success, 'a stored document that this server did not write')
  const type = recordTypeOf(parsed.data.document['kind'])
  return { edits: parsed.data.edits, document: type ? liftRecord(type, parsed.data.document) : parsed.data.document }
}

/** Two leaves without a common ancestor: what only one has is kept, what both have differently stays as the winner has it. */
function unite(winner: StoredRecord, loser: StoredRecord): StoredRecord {
  const known = new Set<EditId>(winner.edits.map(({ id }) => id))
  const edits = [...winner.edits, ...loser.edits.filter(({ id }) => !known.has(id))].sort((a, b) => a.at - b.at)
  const type = recordTypeOf(winner.document['kind'])
  const policy = type && type.merge !== 'union' ? type.merge : {}
  const { merged } = mergeDocuments({ base: null, theirs: winner.document, mine: loser.document, policy })
  return { edits, document: soundOr(type, merged, winner.document) }
}

/** A merge of two sound documents may not be sound; then one of them stands whole. */
function soundOr(type: RecordType | null, merged: JsonObject, standing: JsonObject): JsonObject {
  return type === null || type.schema.safeParse(merged).success ? merged : standing
}

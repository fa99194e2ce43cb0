import * as z from 'zod'
import { idSchema, type EpochMs, type JsonObject, type JsonValue } from '../kernel/index.ts'
import { conflictFieldSchema } from '../inbox/index.ts'
import { replacedPlaces } from '../merge/index.ts'

const placeSchema = z.strictObject({
  path: z.array(z.string()),
  before: z.custom<JsonValue>((value) => value !== undefined).optional(),
})

/**
 * What one edit did to a document; written with the document, so that a repeated edit is known, a lost report can be made again, and leaves
 * that grew apart lead back to what they grew from.
 */
export const journalEntrySchema = z.object({
  id: idSchema('edit'),
  person: idSchema('person'),
  terminal: idSchema('terminal'),
  at: z.int().min(0),
  /** First names of the paths that it changed. */
  changed: z.array(z.string()),
  /** What it replaced in the stored document; absent in entries from before it was kept, and where it is too much. */
  before: z.array(placeSchema).optional(),
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
export const JOURNAL_LENGTH = 50

/** Characters of JSON. A journal must not outgrow its document by much; a change that replaces more than this merges without an ancestor. */
const MAX_BEFORE = 2_000

/** What a journal entry keeps of what its edit replaced. */
export function replacedBy(before: JsonObject | null, after: JsonObject): Pick<JournalEntry, 'before'> {
  const places = replacedPlaces(before, after).map(({ path, ...was }) => ({ path: [...path], ...was }))
  return JSON.stringify(places).length <= MAX_BEFORE ? { before: places } : {}
}

/** By the server's time, then by id: the same order wherever the journals of two leaves are put together. */
export function byTime(
  a: { readonly at: EpochMs; readonly id: string },
  b: { readonly at: EpochMs; readonly id: string },
): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

import * as z from 'zod'
import {
  envelope,
  idSchema,
  jsonObjectSchema,
  MAX_EPOCH_MS,
  type ConflictId,
  type EditId,
  type JsonValue,
} from '../kernel/index.ts'

const reading = z.custom<JsonValue>((value) => value !== undefined)

/** One place that two people changed apart. Absent readings are left out. */
export const conflictFieldSchema = z.strictObject({
  path: z.array(z.string().max(120)).min(1).max(32),
  base: reading.optional(),
  theirs: reading.optional(),
  mine: reading.optional(),
})
export type ConflictField = z.infer<typeof conflictFieldSchema>

const side = z.strictObject({ person: idSchema('person').nullable(), terminal: idSchema('terminal').nullable() })

/**
 * What the merge of one edit could not keep both of. The stored value stands at once; a manager may bring the other back.
 * `theirs` was there before, `mine` came later.
 */
export const conflictSchema = z.strictObject({
  ...envelope('conflict'),
  at: z.int().min(0).max(MAX_EPOCH_MS),
  edit: idSchema('edit'),
  collection: z.string().max(20),
  document: z.string().max(80),
  documentKind: z.string().max(20),
  /** `field`: the fields below. `invalid`: each side was sound and both together are not; nothing of mine was taken. */
  about: z.enum(['field', 'invalid']),
  fields: z.array(conflictFieldSchema).max(200),
  wanted: jsonObjectSchema.optional(),
  theirs: side,
  mine: side,
})
export type Conflict = z.infer<typeof conflictSchema>

/** One conflict an edit, so that an edit which is repeated reports once. */
export function conflictIdOf(edit: EditId): ConflictId {
  return `cfl_${edit.slice(4)}` as ConflictId
}

import * as z from 'zod'
import { idSchema, type IdKind } from './ids.ts'

const version = z.int().min(1).max(1_000)

/**
 * What every edited document carries: its id, its kind, the version of its record type, and the mark of a deleted one.
 * A document is never removed. A field that a person can clear is nullable: null clears it, absent says nothing.
 */
export function envelope<K extends IdKind>(kind: K) {
  return { id: idSchema(kind), ...envelopeOf(kind) }
}

/** The envelope of a kind whose ids are made in another way; the caller adds `id`. */
export function envelopeOf<K extends string>(kind: K) {
  return { kind: z.literal(kind), v: version, deleted: z.boolean().optional() }
}

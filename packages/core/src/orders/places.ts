import * as z from 'zod'
import { idSchema } from '../kernel/index.ts'

/** The share of a bill that has not been split. Further shares are 'B', 'C' … in the order they were made. */
export const WHOLE_SHARE = 'A'

export const shareSchema = z.string().regex(/^[A-Z][A-Z0-9]{0,3}$/)

/** Where a unit stands: the order whose bill it is on, and the share of that bill. */
export const placeSchema = z.strictObject({ order: idSchema('order'), share: shareSchema })
export type Place = z.infer<typeof placeSchema>

/**
 * Named units of one line. Pieces are numbered from 1; a weighed or measured line has the single unit 1.
 * Naming units rather than counting them makes every operation idempotent: two voids of one unit are one.
 */
export const unitRefSchema = z.strictObject({
  line: idSchema('line'),
  units: z.array(z.int().min(1).max(999)).min(1).max(999),
})
export type UnitRef = z.infer<typeof unitRefSchema>

export const unitRefsSchema = z.array(unitRefSchema).min(1).max(600)

import * as z from 'zod'
import { envelope, idSchema, MAX_EPOCH_MS, safeText } from '../kernel/index.ts'

const moment = z.int().min(0).max(MAX_EPOCH_MS)

const lettersSchema = z
  .string()
  .max(2)
  .regex(/^[A-Z]{2}$/)

/** One installed device. The server writes it at enrolment; a manager names and revokes it. */
export const terminalSchema = z.strictObject({
  ...envelope('terminal'),
  name: safeText(60).min(1),
  /** Part of the numbers people speak ("AK-17"); given at enrolment, never reused. */
  letters: lettersSchema,
  enrolledAt: moment,
  /** Every life of its log that the server has met, with the time it first did. */
  incarnations: z.array(z.strictObject({ id: idSchema('incarnation'), since: moment })).max(1_000),
  revokedAt: moment.nullable().optional(),
  revokedBy: idSchema('person').nullable().optional(),
})
export type Terminal = z.infer<typeof terminalSchema>

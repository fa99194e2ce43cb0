import * as z from 'zod'
import { envelope, idSchema, MAX_EPOCH_MS, sha256Hex, type DeadLetterId, type TerminalId } from '../kernel/index.ts'

/** The part of an unreadable item that is kept, in UTF-16 units. */
export const MAX_RAW = 8_000

/** Something a terminal sent that could not be taken into an order or a document. Kept for a person to look at; nothing reads it back. */
export const deadLetterSchema = z.strictObject({
  ...envelope('deadLetter'),
  at: z.int().min(0).max(MAX_EPOCH_MS),
  code: z.string().max(60),
  detail: z.string().max(400).optional(),
  terminal: idSchema('terminal'),
  /** Its place in the terminal's log, where it could be read; such a number counts as decided. */
  place: z.strictObject({ incarnation: idSchema('incarnation'), n: z.int().min(1) }).nullable(),
  raw: z.string().max(MAX_RAW),
  /** Length of the whole, of which `raw` is the beginning. */
  length: z.int().min(0),
})
export type DeadLetter = z.infer<typeof deadLetterSchema>

/** The same item from the same terminal is the same letter, so that a lost answer makes no second one. Such an id says no time. */
export function deadLetterIdOf(terminal: TerminalId, raw: string): DeadLetterId {
  const hex = sha256Hex(`${terminal} ${raw.toWellFormed()}`)
  return `ddl_${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as DeadLetterId
}

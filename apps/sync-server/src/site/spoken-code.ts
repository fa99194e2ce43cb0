import { createHash, randomInt } from 'node:crypto'
import * as z from 'zod'

/** No letter that reads like a digit, and no U, so that a code can be said aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/** A code as people type it: in any case, with or without its hyphen. */
export const spokenCodeSchema = z
  .string()
  .max(20)
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-Z]{8}$/))

export function newSpokenCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** What is kept of a code. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}

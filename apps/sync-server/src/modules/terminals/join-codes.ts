import { createHash, randomInt } from 'node:crypto'
import * as z from 'zod'
import { err, ok, type Result } from '@orderez/core/kernel'
import type { SiteDocuments } from './site-documents.ts'

/** No letter that reads like a digit, and no U, so that a code can be said aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8
const LIFETIME_MS = 10 * 60_000

export const joinCodeSchema = z
  .string()
  .max(20)
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-Z]{8}$/))

const storedSchema = z.strictObject({ expiresAt: z.number(), usedAt: z.number().nullable() })

export interface JoinCodes {
  /** A new code, good for one terminal and ten minutes. Only its hash is kept. */
  mint(): Promise<{ code: string; expiresAt: number }>
  /** Spends a code. Two terminals with one code at once: exactly one gets in. */
  spend(code: string): Promise<Result<null, 'joinCode.wrong'>>
}

export function createJoinCodes(documents: SiteDocuments, now: () => number): JoinCodes {
  return {
    async mint() {
      const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
      const expiresAt = now() + LIFETIME_MS
      await documents.change(documentId(code), () => ({ expiresAt, usedAt: null }))
      return { code, expiresAt }
    },
    async spend(code) {
      let spent = false
      await documents.change(documentId(code), (current) => {
        const stored = storedSchema.safeParse(current)
        spent = stored.success && stored.data.usedAt === null && stored.data.expiresAt > now()
        return spent && stored.success ? { ...stored.data, usedAt: now() } : null
      })
      return spent ? ok(null) : err('joinCode.wrong')
    },
  }
}

function documentId(code: string): string {
  return `join_${createHash('sha256').update(code).digest('hex')}`
}

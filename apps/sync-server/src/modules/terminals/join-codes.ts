import * as z from 'zod'
import { err, ok, type JsonObject, type Result } from '@orderez/core/kernel'
import { hashOfCode, newSpokenCode } from '../../site/spoken-code.ts'
import type { SiteDocuments } from './site-documents.ts'

const LIFETIME_MS = 10 * 60_000

const storedSchema = z.strictObject({
  codes: z.array(z.strictObject({ hash: z.string(), expiresAt: z.number() })),
})
type OpenCode = z.infer<typeof storedSchema>['codes'][number]

const DOCUMENT = 'joinCodes'

export interface JoinCodes {
  /** A new code, good for one terminal and ten minutes. Only its hash is kept. */
  mint(): Promise<{ code: string; expiresAt: number }>
  /** Spends a code. Two terminals with one code at once: exactly one gets in. */
  spend(code: string): Promise<Result<null, 'joinCode.wrong'>>
}

/** All codes that are still good are one document: a server that shows a new one every ten minutes for years leaves nothing behind. */
export function createJoinCodes(documents: SiteDocuments, now: () => number): JoinCodes {
  function goodOf(stored: JsonObject | null): OpenCode[] {
    const parsed = storedSchema.safeParse(stored)
    return parsed.success ? parsed.data.codes.filter(({ expiresAt }) => expiresAt > now()) : []
  }
  return {
    async mint() {
      const code = newSpokenCode()
      const expiresAt = now() + LIFETIME_MS
      await documents.change(DOCUMENT, (stored) => ({
        codes: [...goodOf(stored), { hash: hashOfCode(code), expiresAt }],
      }))
      return { code, expiresAt }
    },
    async spend(code) {
      const hash = hashOfCode(code)
      let spent = false
      await documents.change(DOCUMENT, (stored) => {
        const good = goodOf(stored)
        const rest = good.filter((open) => open.hash !== hash)
        if (rest.length === good.length) return null
        // A write whose answer was lost is looked at again and finds the code gone: it was this one that spent it.
        spent = true
        return { codes: rest }
      })
      return spent ? ok(null) : err('joinCode.wrong')
    },
  }
}

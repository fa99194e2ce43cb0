import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import * as z from 'zod'
import { err, idSchema, ok, type BranchId, type Result, type TerminalId } from '@orderez/core/kernel'
import type { SiteDocuments } from './site-documents.ts'

const ALGORITHM = 'HS256'
const TYPE = 'at+jwt'
const AUDIENCE = 'orderez-terminal'
export const ACCESS_SECONDS = 15 * 60
/** A terminal whose answer was lost may show the token before the last once more within this time. */
const GRACE_MS = 2 * 60_000

const claimsSchema = z.object({ sub: idSchema('terminal'), branch: idSchema('branch') })
const refreshSchema = z.strictObject({
  current: z.string(),
  former: z.string().nullable(),
  rotatedAt: z.number(),
})

export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresIn: number
}

export interface Actor {
  readonly terminal: TerminalId
  readonly branch: BranchId
}

export interface Tokens {
  issue(terminal: TerminalId): Promise<TokenPair>
  /** Fails with `token.invalid` for every reason alike. A former token shown after the grace ends the terminal's tokens: someone copied it. */
  refresh(terminal: TerminalId, refreshToken: string): Promise<Result<TokenPair, 'token.invalid'>>
  verify(accessToken: string): Promise<Result<Actor, 'token.invalid'>>
}

export function createTokens(ports: {
  secret: Uint8Array
  issuer: string
  branch: BranchId
  documents: SiteDocuments
  now(): number
}): Tokens {
  const { secret, issuer, branch, documents, now } = ports

  function sign(terminal: TerminalId): Promise<string> {
    const seconds = Math.floor(now() / 1000)
    return new SignJWT({ branch })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setSubject(terminal)
      .setIssuer(issuer)
      .setAudience(AUDIENCE)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + ACCESS_SECONDS)
      .sign(secret)
  }

  async function pair(terminal: TerminalId, refreshToken: string): Promise<TokenPair> {
    return { accessToken: await sign(terminal), refreshToken, expiresIn: ACCESS_SECONDS }
  }

  return {
    async issue(terminal) {
      const refreshToken = newRefreshToken()
      await documents.change(documentId(terminal), () => ({
        current: hash(refreshToken),
        former: null,
        rotatedAt: now(),
      }))
      return pair(terminal, refreshToken)
    },
    async refresh(terminal, shown) {
      const next = newRefreshToken()
      let granted = false
      await documents.change(documentId(terminal), (stored) => {
        const parsed = refreshSchema.safeParse(stored)
        granted = false
        if (!parsed.success) return null
        const { current, former, rotatedAt } = parsed.data
        const isFormer = former !== null && sameHash(former, shown)
        if (isFormer && now() - rotatedAt > GRACE_MS) return { current: '', former: null, rotatedAt: now() }
        if (!isFormer && !sameHash(current, shown)) return null
        granted = true
        return { current: hash(next), former: hash(shown), rotatedAt: now() }
      })
      return granted ? ok(await pair(terminal, next)) : err('token.invalid')
    },
    async verify(accessToken) {
      try {
        const { payload } = await jwtVerify(accessToken, secret, {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer,
          audience: AUDIENCE,
          currentDate: new Date(now()),
        })
        const claims = claimsSchema.safeParse(payload)
        return claims.success ? ok({ terminal: claims.data.sub, branch: claims.data.branch }) : err('token.invalid')
      } catch (cause) {
        if (cause instanceof Error && 'code' in cause) return err('token.invalid')
        throw cause
      }
    },
  }
}

function documentId(terminal: TerminalId): string {
  return `refresh_${terminal}`
}

function newRefreshToken(): string {
  return randomBytes(32).toString('base64url')
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function sameHash(stored: string, shown: string): boolean {
  const a = Buffer.from(stored)
  const b = Buffer.from(hash(shown))
  return a.length === b.length && timingSafeEqual(a, b)
}

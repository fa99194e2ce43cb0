import { createHash, createHmac, randomBytes } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import * as z from 'zod'
import { err, idSchema, ok, type BranchId, type Result, type TerminalId } from '@orderez/core/kernel'
import type { Session } from '../../http/authenticate.ts'
import type { SiteDocuments } from './site-documents.ts'

const ALGORITHM = 'HS256'
const TYPE = 'at+jwt'
const AUDIENCE = 'orderez-terminal'
export const ACCESS_SECONDS = 15 * 60
/** Within this time the same token is answered in the same way: an answer was lost, or two windows asked at once. */
const GRACE_MS = 2 * 60_000
/** So many answers in a row may be lost for good before the oldest of the tokens in them is forgotten. */
const MAX_LOST = 20
const MARK_DIGITS = 22

const claimsSchema = z.object({ sub: idSchema('terminal'), branch: idSchema('branch'), exp: z.number() })
/** Refresh tokens by their hashes. */
const refreshSchema = z.strictObject({
  current: z.string(),
  /** The one that `current` was given for; good again until `current` is shown, because nobody may have got that. */
  former: z.string().nullable(),
  /** `current` follows from `former` and this. */
  nonce: z.string(),
  rotatedAt: z.number(),
  /** Given for `former` too, before `current`. */
  lost: z.array(z.string()),
  /** How many were given until `current`. */
  count: z.int().min(0).default(0),
})
type StoredTokens = z.infer<typeof refreshSchema>

export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresIn: number
}

export interface Tokens {
  issue(terminal: TerminalId): Promise<TokenPair>
  /**
   * Fails with `token.invalid` for every reason alike. A terminal that went offline with its answer lost may show the same token
   * hours later. Two holders of one token cannot both go on: the second to show what it got then ends the tokens of both. One that bears our
   * mark and a number not given yet says that a backup was put back, and is good.
   */
  refresh(terminal: TerminalId, refreshToken: string): Promise<Result<TokenPair, 'token.invalid'>>
  verify(accessToken: string): Promise<Result<Session, 'token.invalid'>>
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

  /** The same for the same, and nobody without the site's secret can tell it. */
  function follow(shown: string, nonce: string): string {
    return createHmac('sha256', secret).update(`refresh ${nonce} ${shown}`).digest('base64url')
  }

  /** Tells later, without the store, that the token is ours, whose it is and which of theirs. */
  function marked(terminal: TerminalId, count: number, text: string): string {
    const mark = createHmac('sha256', secret).update(`refresh mark ${terminal} ${count} ${text}`).digest('base64url')
    return `${count}.${text}.${mark.slice(0, MARK_DIGITS)}`
  }

  /** The number of a token that we gave this terminal; 0 where it has none, or it is not ours. */
  function numberOf(terminal: TerminalId, shown: string): number {
    const [, count, text] = /^([1-9]\d{0,8})\.([\w-]{43})\./.exec(shown) ?? []
    if (count === undefined || text === undefined) return 0
    return hash(marked(terminal, Number(count), text)) === hash(shown) ? Number(count) : 0
  }

  async function pair(terminal: TerminalId, refreshToken: string): Promise<TokenPair> {
    return { accessToken: await sign(terminal), refreshToken, expiresIn: ACCESS_SECONDS }
  }

  return {
    async issue(terminal) {
      const refreshToken = marked(terminal, 1, randomToken())
      const stored = { current: hash(refreshToken), former: null, nonce: '', rotatedAt: now(), lost: [], count: 1 }
      await documents.change(documentId(terminal), () => stored)
      return pair(terminal, refreshToken)
    },
    async refresh(terminal, shown) {
      const nonce = randomToken()
      let next: string | null = null
      await documents.change(documentId(terminal), (stored) => {
        const parsed = refreshSchema.safeParse(stored)
        const known = parsed.success ? parsed.data : null
        const number = numberOf(terminal, shown)
        const after =
          known && (rotated(known, hash(shown), nonce, now()) ?? resumed(known, hash(shown), number, nonce, now()))
        next = after && after.former !== null ? marked(terminal, after.count, follow(shown, after.nonce)) : null
        return after && (next === null ? after : { ...after, current: hash(next) })
      })
      return next === null ? err('token.invalid') : ok(await pair(terminal, next))
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
        if (!claims.success) return err('token.invalid')
        const { sub, branch: claimed, exp } = claims.data
        return ok({ actor: { terminal: sub, branch: claimed }, expiresAt: exp * 1000 })
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

function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** What is stored after a token was shown, `current` left to the caller; null where it is unknown. Without `former` all tokens have ended. */
function rotated(stored: StoredTokens, shown: string, nonce: string, now: number): StoredTokens | null {
  const { current, former, rotatedAt, lost } = stored
  const count = stored.count + 1
  if (shown === current) return { ...stored, former: current, nonce, rotatedAt: now, lost: [], count }
  if (shown === former && now - rotatedAt <= GRACE_MS) return stored
  if (shown === former) return { ...stored, nonce, rotatedAt: now, lost: [...lost, current].slice(-MAX_LOST), count }
  // The count stays: what was given to either holder is not taken for a token of a time to come.
  return lost.includes(shown) ? { ...stored, current: '', former: null, nonce: '', rotatedAt: now, lost: [] } : null
}

/** Our own token of a number that the store has not given yet: the store went back. Null for every other unknown one. */
function resumed(stored: StoredTokens, shown: string, number: number, nonce: string, now: number): StoredTokens | null {
  if (number <= stored.count) return null
  return { current: '', former: shown, nonce, rotatedAt: now, lost: [], count: number + 1 }
}

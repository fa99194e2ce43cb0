import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createIdSource, type BranchId, type TerminalId } from '@orderez/core/kernel'
import { MemoryDocumentStore } from '@orderez/core/testing'
import { spokenCodeSchema } from '../../site/spoken-code.ts'
import { createJoinCodes, type JoinCodes } from './join-codes.ts'
import { takeLetters } from './letters.ts'
import { createSiteDocuments, SITE_COLLECTION, type SiteDocuments } from './site-documents.ts'
import { ACCESS_SECONDS, createTokens, type Tokens } from './tokens.ts'

const MINUTE = 60_000
let now: number
let documents: SiteDocuments
let codes: JoinCodes
let tokens: Tokens
const ids = createIdSource({ now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })
const branch: BranchId = ids.next('branch')

beforeEach(() => {
  now = Date.UTC(2026, 0, 2)
  documents = createSiteDocuments(new MemoryDocumentStore({ collections: [{ name: SITE_COLLECTION, indexes: [] }] }))
  codes = createJoinCodes(documents, () => now)
  tokens = createTokens({ secret: new Uint8Array(32).fill(7), issuer: 'site', branch, documents, now: () => now })
})

describe('join codes', () => {
  it('let exactly one of two terminals in', async () => {
    const { code } = await codes.mint()
    const spent = await Promise.all([codes.spend(code), codes.spend(code), codes.spend(code)])
    expect(spent.filter((result) => result.ok)).toHaveLength(1)
  })

  it('end after ten minutes', async () => {
    const { code, expiresAt } = await codes.mint()
    expect(expiresAt - now).toBe(10 * MINUTE)
    now += 10 * MINUTE
    expect(await codes.spend(code)).toMatchObject({ ok: false, code: 'joinCode.wrong' })
  })

  it('are kept as a hash only', async () => {
    const { code } = await codes.mint()
    const stored = JSON.stringify(await documents.read('joinCodes'))
    expect(stored).toContain('expiresAt')
    expect(stored).not.toContain(code)
  })

  it('that are spent or too old are forgotten', async () => {
    const first = await codes.mint()
    await codes.mint()
    await codes.spend(first.code)
    expect((await documents.read('joinCodes'))?.['codes']).toHaveLength(1)
    now += 10 * MINUTE
    await codes.mint()
    expect((await documents.read('joinCodes'))?.['codes']).toHaveLength(1)
  })

  it('may be typed with spaces, dashes and small letters', () => {
    expect(spokenCodeSchema.parse(' ab2d-efgh ')).toBe('AB2DEFGH')
    expect(spokenCodeSchema.safeParse('AB2DEFG').success).toBe(false)
    expect(spokenCodeSchema.safeParse('AB2DEFG1').success).toBe(false)
  })
})

describe('letters', () => {
  it('are never given twice, also to terminals that come at once', async () => {
    const given = await Promise.all(Array.from({ length: 30 }, () => takeLetters(documents)))
    expect(new Set(given).size).toBe(30)
    expect(given.toSorted()[0]).toBe('AA')
  })
})

describe('tokens', () => {
  it('name the terminal and end after a quarter of an hour', async () => {
    const terminal = ids.next('terminal')
    const { accessToken, expiresIn } = await tokens.issue(terminal)
    expect(expiresIn).toBe(ACCESS_SECONDS)
    expect(await tokens.verify(accessToken)).toEqual({
      ok: true,
      value: { actor: { terminal, branch }, expiresAt: now + ACCESS_SECONDS * 1000 },
    })
    now += (ACCESS_SECONDS + 1) * 1000
    expect(await tokens.verify(accessToken)).toMatchObject({ ok: false, code: 'token.invalid' })
  })

  it('of another site, or tampered with, or no token at all are refused', async () => {
    const other = createTokens({
      secret: new Uint8Array(32).fill(8),
      issuer: 'site',
      branch,
      documents,
      now: () => now,
    })
    const { accessToken } = await other.issue(ids.next('terminal'))
    const mine = await tokens.issue(ids.next('terminal'))
    const [head, body, signature] = mine.accessToken.split('.')
    for (const shown of [accessToken, `${head}.${body}x.${signature}`, 'x', '', `${btoa('{"alg":"none"}')}.${body}.`]) {
      expect(await tokens.verify(shown)).toMatchObject({ ok: false, code: 'token.invalid' })
    }
  })

  async function refreshed(terminal: TerminalId, shown: string): Promise<string> {
    const pair = await tokens.refresh(terminal, shown)
    if (!pair.ok) throw new Error('expected a pair')
    return pair.value.refreshToken
  }

  it('rotate: the token before the last is no good any more', async () => {
    const terminal = ids.next('terminal')
    const first = await tokens.issue(terminal)
    const second = await refreshed(terminal, first.refreshToken)
    expect(second).not.toBe(first.refreshToken)
    await refreshed(terminal, second)
    expect(await tokens.refresh(terminal, first.refreshToken)).toMatchObject({ ok: false, code: 'token.invalid' })
  })

  it('are the same for two windows that ask at once, and for a lost answer', async () => {
    const terminal = ids.next('terminal')
    const { refreshToken } = await tokens.issue(terminal)
    const [one, other] = await Promise.all([refreshed(terminal, refreshToken), refreshed(terminal, refreshToken)])
    expect(one).toBe(other)
    now += MINUTE
    expect(await refreshed(terminal, refreshToken)).toBe(one)
    await refreshed(terminal, one)
  })

  it('let a terminal in that was away for hours after a lost answer', async () => {
    const terminal = ids.next('terminal')
    const { refreshToken } = await tokens.issue(terminal)
    await refreshed(terminal, refreshToken)
    now += 10 * 60 * MINUTE
    const again = await refreshed(terminal, refreshToken)
    await refreshed(terminal, await refreshed(terminal, again))
  })

  it('end altogether when two holders of one token both go on', async () => {
    const terminal = ids.next('terminal')
    const first = await tokens.issue(terminal)
    const second = await refreshed(terminal, first.refreshToken)
    now += 3 * MINUTE
    const copied = await refreshed(terminal, first.refreshToken)
    expect(copied).not.toBe(second)
    for (const shown of [second, copied, first.refreshToken]) {
      expect(await tokens.refresh(terminal, shown)).toMatchObject({ ok: false, code: 'token.invalid' })
    }
  })

  it('are good after a backup was put back, as long as they are newer than it; ended and old ones are not', async () => {
    const terminal = ids.next('terminal')
    const first = await tokens.issue(terminal)
    const id = `refresh_${terminal}`
    const backup = await documents.read(id)
    const second = await refreshed(terminal, first.refreshToken)
    const third = await refreshed(terminal, second)
    await documents.change(id, () => backup)
    expect(await tokens.refresh(ids.next('terminal'), third)).toMatchObject({ ok: false })
    expect(await tokens.refresh(terminal, `9${third}`)).toMatchObject({ ok: false })
    const fourth = await refreshed(terminal, third)
    await refreshed(terminal, fourth)
    for (const old of [first.refreshToken, second, third]) {
      expect(await tokens.refresh(terminal, old)).toMatchObject({ ok: false, code: 'token.invalid' })
    }
  })

  it('that were given before tokens had numbers go on', async () => {
    const terminal = ids.next('terminal')
    const shown = 'a'.repeat(43)
    const current = createHash('sha256').update(shown).digest('hex')
    const stored = { current, former: null, nonce: '', rotatedAt: now, lost: [] }
    await documents.change(`refresh_${terminal}`, () => stored)
    await refreshed(terminal, await refreshed(terminal, shown))
  })

  it('are not refreshed with a guess or for another terminal', async () => {
    const terminal = ids.next('terminal')
    const pair = await tokens.issue(terminal)
    expect(await tokens.refresh(terminal, 'x'.repeat(43))).toMatchObject({ ok: false })
    expect(await tokens.refresh(ids.next('terminal'), pair.refreshToken)).toMatchObject({ ok: false })
  })
})

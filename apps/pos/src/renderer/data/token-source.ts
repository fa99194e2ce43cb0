import * as z from 'zod'
import { err, ok, type Result } from '@orderez/core/kernel'
import type { LinkFailure } from '@orderez/core/sync'
import type { IdentityKeeper } from '../platform/identity-keeper.ts'
import { askJson, type TokenSource } from './api-call.ts'

const tokenAnswerSchema = z.object({ accessToken: z.string().min(1), refreshToken: z.string().min(1) })

/** The terminal's tokens. One renewal at a time over all tabs, because each refresh token may be shown only once. */
export function createTokenSource(keeper: IdentityKeeper, path = '/api/terminals/token'): TokenSource {
  let renewing: Promise<Result<string, LinkFailure>> | null = null
  /**
   * Each call shows a token, and to read it from the disk each time costs a Send some milliseconds twice. One that another tab has replaced is
   * taken until it expires, and then renewed like any stale one.
   */
  let known: string | null = null

  async function accessToken(): Promise<string> {
    known ??= (await keeper.read())?.accessToken ?? null
    return known ?? ''
  }

  async function renewAndKnow(stale: string): Promise<Result<string, LinkFailure>> {
    const renewed = await renewNow(stale)
    if (renewed.ok) known = renewed.value
    return renewed
  }

  async function renewNow(stale: string): Promise<Result<string, LinkFailure>> {
    const identity = await keeper.read()
    if (!identity) return err('link.unauthorised')
    if (identity.accessToken !== stale) return ok(identity.accessToken)
    const { terminal, refreshToken } = identity
    const answer = await askJson(path, { terminal, refreshToken }, tokenAnswerSchema)
    if (!answer.ok) return err(answer.failure, answer.code)
    const { accessToken, refreshToken: next } = answer.value
    await keeper.write({ ...identity, accessToken, refreshToken: next })
    return ok(accessToken)
  }

  return {
    accessToken,
    renew(stale) {
      renewing ??= exclusively(() => renewAndKnow(stale)).finally(() => {
        renewing = null
      })
      return renewing
    },
  }
}

/** Without Web Locks the page is not secure and works online only; two tabs may then renew at once, and the server's grace covers it. */
function exclusively<T>(task: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('orderez-token', task) : task()
}

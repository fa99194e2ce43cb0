import type * as z from 'zod'
import { err, ok, type Result } from '@orderez/core/kernel'
import type { LinkFailure } from '@orderez/core/sync'

const TIMEOUT_MS = 10_000

/** Who is asking: the token to show, and a fresh one when the server no longer takes it. */
export interface TokenSource {
  accessToken(): Promise<string>
  /** Fails with `link.unauthorised` when the terminal is no longer enrolled. `stale` is the token that was not taken; another tab may have renewed it already. */
  renew(stale: string): Promise<Result<string, LinkFailure>>
}

/** The failure and, where our server said so, its problem code. */
export interface CallFailure {
  readonly failure: LinkFailure
  readonly code?: string
}

export type CallResult<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & CallFailure)

export interface CallOptions {
  /** The header of that name. */
  readonly authorization?: string
  readonly timeoutMs?: number
}

/** Posts JSON to the site, or gets where there is no body, and parses the answer. An answer that is not JSON of our kind did not come from our server. */
export async function askJson<T>(
  path: string,
  body: unknown,
  answer: z.ZodType<T>,
  { authorization, timeoutMs = TIMEOUT_MS }: CallOptions = {},
): Promise<CallResult<T>> {
  let response: Response
  let text: string
  try {
    response = await fetch(path, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(authorization === undefined ? {} : { authorization }),
      },
      signal: AbortSignal.timeout(timeoutMs),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    })
    text = await response.text()
  } catch (cause) {
    // fetch rejects for the network's reasons alone: no connection, no trust, time-out, answer cut off.
    return { ok: false, failure: 'link.offline', ...(cause instanceof Error ? { code: cause.name } : {}) }
  }
  const isDone = response.status === 204
  if (!isDone && !isJson(response)) return { ok: false, failure: 'link.badAnswer' }
  const value = isDone ? {} : parsedJson(text)
  if (!response.ok) return { ok: false, ...failureOf(response.status, value) }
  const parsed = answer.safeParse(value)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, failure: 'link.badAnswer' }
}

/** The same with the terminal's token; renews it once when the server does not take it. */
export async function askAuthorised<T>(
  path: string,
  body: unknown,
  answer: z.ZodType<T>,
  tokens: TokenSource,
  options: Pick<CallOptions, 'timeoutMs'> = {},
): Promise<Result<T, LinkFailure>> {
  const token = await tokens.accessToken()
  const first = await askJson(path, body, answer, { ...options, authorization: `Bearer ${token}` })
  if (first.ok) return ok(first.value)
  if (first.failure !== 'link.unauthorised') return err(first.failure, first.code)
  const renewed = await tokens.renew(token)
  if (!renewed.ok) return renewed
  const second = await askJson(path, body, answer, { ...options, authorization: `Bearer ${renewed.value}` })
  return second.ok ? ok(second.value) : err(second.failure, second.code)
}

export function isJson(response: Response): boolean {
  const type = response.headers.get('content-type') ?? ''
  return /^application\/(problem\+|x-nd)?json\b/.test(type)
}

function failureOf(status: number, problem: unknown): CallFailure {
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined
  const named = typeof code === 'string' ? { code } : {}
  if (status === 401) return { failure: 'link.unauthorised', ...named }
  if (status === 429 || status >= 500) return { failure: 'link.unavailable', ...named }
  return { failure: 'link.rejected', ...named }
}

/** Null for what is no JSON; nothing of ours answers a bare null. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}

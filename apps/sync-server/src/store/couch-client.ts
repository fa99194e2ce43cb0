import nano from 'nano'
import { Agent } from 'undici'

export interface CouchAddress {
  /** Without credentials. */
  readonly url: string
  readonly authorization: string | null
  /** The embedded server's Unix socket; the host of `url` is then only a name. */
  readonly socketPath?: string
}

export interface CouchRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Null asks the server itself. */
  readonly database: string | null
  readonly path?: string
  /** nano writes `startkey` and `endkey` as JSON, everything else as text. */
  readonly query?: Readonly<Record<string, QueryValue>>
  /** JSON text. nano would stringify through a replacer, several times slower. */
  readonly json?: string
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

type QueryValue = string | number | boolean | readonly unknown[]

export type CouchAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  /** The request never reached the server. */
  | { readonly kind: 'unsent'; readonly reason: string }
  /** It may have been carried out. */
  | { readonly kind: 'lost'; readonly reason: string }

export interface CouchClient {
  request(request: CouchRequest): Promise<CouchAnswer>
  close(): Promise<void>
}

const ANSWER_TIMEOUT_MS = 60_000
/** A feed shows its heartbeat far more often than this. */
const SILENCE_TIMEOUT_MS = 90_000

/** Errors of `connect` itself, where not a byte of the request has left. Anything not known to be harmless counts as lost. */
const NEVER_CONNECTED =
  /ECONNREFUSED|ENOENT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ConnectTimeoutError|certificate|self[- ]signed/i

/**
 * CouchDB's HTTP API through nano. nano drops the status of a good answer, and 201 (stored) and 202 (accepted by less than a
 * quorum) then look alike; its log callback gets both the answer and the status, so the status is found by the answer's identity.
 */
export function createCouchClient(address: CouchAddress): CouchClient {
  const statuses = new WeakMap<object, number>()
  const agent = new Agent({
    connect: { timeout: 10_000, ...(address.socketPath === undefined ? {} : { socketPath: address.socketPath }) },
    headersTimeout: 5 * ANSWER_TIMEOUT_MS,
    bodyTimeout: SILENCE_TIMEOUT_MS,
  })
  // nano's types know neither an undici agent nor `parseUrl`, and describe another log callback: only `url` is shown to them.
  const config: { readonly url: string } = Object.assign(
    { url: address.url },
    {
      parseUrl: false,
      agentOptions: agent,
      headers: address.authorization === null ? {} : { Authorization: address.authorization },
      log: (entry: NanoLog): void => {
        if (isObject(entry.retval) && entry.headers) statuses.set(entry.retval, entry.headers.statusCode)
      },
    },
  )
  const server = nano(config)

  async function request(ask: CouchRequest): Promise<CouchAnswer> {
    const timeout = AbortSignal.timeout(ask.timeoutMs ?? ANSWER_TIMEOUT_MS)
    const options = {
      method: ask.method,
      ...(ask.database === null ? {} : { db: ask.database }),
      ...(ask.path === undefined ? {} : { path: ask.path }),
      ...(ask.query === undefined ? {} : { qs: ask.query }),
      ...(ask.json === undefined ? {} : { body: ask.json, dontStringify: true }),
      signal: ask.signal === undefined ? timeout : AbortSignal.any([ask.signal, timeout]),
    }
    try {
      const body: unknown = await server.request(options)
      const status = isObject(body) ? statuses.get(body) : undefined
      // nano answers '' when the text of the answer breaks off.
      return status === undefined ? { kind: 'lost', reason: 'the answer broke off' } : { kind: 'answer', status, body }
    } catch (error) {
      return answerOfError(error)
    }
  }

  return { request, close: () => agent.close() }
}

interface NanoLog {
  readonly retval?: unknown
  readonly headers?: { readonly statusCode: number }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Only status, error name and reason are taken over: nano's error object carries the request and with it the credentials. */
function answerOfError(error: unknown): CouchAnswer {
  if (!(error instanceof Error)) return { kind: 'lost', reason: 'no answer' }
  if ('statusCode' in error && typeof error.statusCode === 'number') {
    const named = 'error' in error && typeof error.error === 'string' ? error.error : ''
    return { kind: 'answer', status: error.statusCode, body: { error: named, reason: error.message } }
  }
  const reason = error.message.replace(/^error happened in your connection\. Reason: /, '')
  return { kind: NEVER_CONNECTED.test(reason) ? 'unsent' : 'lost', reason }
}

import {
  fetchResponseSchema,
  handshakeResponseSchema,
  pullResponseSchema,
  pushResponseSchema,
  streamMessageSchema,
  type ServerLink,
  type StreamMessage,
} from '@orderez/core/sync'
import { isJson, parsedJson, askAuthorised, type TokenSource } from './api-call.ts'

const CONNECT_TIMEOUT_MS = 10_000
const MAX_LINE = 10_000

/** The way to the sync-server over HTTP: four calls and one stream of signals. */
export function createHttpServerLink(tokens: TokenSource, base = '/api/sync'): ServerLink {
  return {
    handshake: (request) => askAuthorised(`${base}/handshake`, request, handshakeResponseSchema, tokens),
    push: (request) => askAuthorised(`${base}/push`, request, pushResponseSchema, tokens),
    pull: (request) => askAuthorised(`${base}/pull`, request, pullResponseSchema, tokens),
    fetch: (request) => askAuthorised(`${base}/fetch`, request, fetchResponseSchema, tokens),
    openStream: (on) => openStream(`${base}/stream`, tokens, on),
  }
}

interface StreamListener {
  message(message: StreamMessage): void
  end(): void
}

function openStream(path: string, tokens: TokenSource, on: StreamListener): { close(): void } {
  const abort = new AbortController()
  const deliver = (line: string) => {
    if (abort.signal.aborted) return
    const message = streamMessageSchema.safeParse(parsedJson(line))
    // A signal of a newer server that we do not know is no reason to part; silence is, and the engine watches for it.
    if (message.success) on.message(message.data)
  }
  void readStream(path, tokens, abort.signal, deliver)
    .catch(() => 'ended')
    .then(() => {
      if (!abort.signal.aborted) on.end()
    })
  return { close: () => abort.abort() }
}

async function readStream(
  path: string,
  tokens: TokenSource,
  closed: AbortSignal,
  deliver: (line: string) => void,
): Promise<void> {
  const token = await tokens.accessToken()
  let response = await connect(path, token, closed)
  if (response.status === 401) {
    const renewed = await tokens.renew(token)
    if (!renewed.ok) return
    response = await connect(path, renewed.value, closed)
  }
  if (!response.ok || !response.body || !isJson(response)) return
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > MAX_LINE) return
    for (const line of lines) if (line !== '') deliver(line)
  }
}

async function connect(path: string, token: string, closed: AbortSignal): Promise<Response> {
  const connecting = new AbortController()
  const timer = setTimeout(() => connecting.abort(), CONNECT_TIMEOUT_MS)
  try {
    return await fetch(path, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.any([closed, connecting.signal]),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    })
  } finally {
    clearTimeout(timer)
  }
}

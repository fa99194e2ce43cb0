import type { RequestHandler } from 'express'
import type { Actor, Authority } from '@orderez/core/authority'
import type { Result } from '@orderez/core/kernel'
import { sessionOf } from '../../http/authenticate.ts'
import { isProblemCode, Problem } from '../../http/problem.ts'
import type { SignalStreams } from './signal-streams.ts'

export interface SyncHandlers {
  readonly handshake: RequestHandler
  readonly push: RequestHandler
  readonly pull: RequestHandler
  readonly fetch: RequestHandler
  readonly stream: RequestHandler
}

/** Binds the four calls and the stream of `core/sync/wire.ts` to HTTP. The authority parses, decides and writes; nothing is decided here. */
export function syncHandlers(authority: Authority, streams: SignalStreams): SyncHandlers {
  return {
    handshake: answer((actor, body) => authority.handshake(actor, body)),
    push: answer((actor, body) => authority.push(actor, body)),
    pull: answer((actor, body) => authority.pull(actor, body)),
    fetch: answer((actor, body) => authority.fetch(actor, body)),
    stream(request, response) {
      if (request.method === 'HEAD') return void response.end()
      streams.open(response, sessionOf(response))
    },
  }
}

type Call = (actor: Actor, body: unknown) => Promise<Result<unknown, string>>

function answer(call: Call): RequestHandler {
  return async (request, response) => {
    const result = await call(sessionOf(response).actor, request.body)
    if (result.ok) {
      response.json(result.value)
      return
    }
    if (!isProblemCode(result.code)) throw new Error(`The authority answered ${result.code}, which has no HTTP status`)
    throw new Problem(result.code, result.detail)
  }
}

import { Router, type RequestHandler, type Response } from 'express'
import type { Actor, Authority } from '@orderez/core/authority'
import type { Result } from '@orderez/core/kernel'
import { actorOf } from '../../http/authenticate.ts'
import { itemsBody, jsonBody } from '../../http/json-body.ts'
import { isProblemCode, Problem } from '../../http/problem.ts'
import type { SignalStreams } from './signal-streams.ts'

/** Binds the four calls and the stream of `core/sync/wire.ts` to HTTP. The authority parses, decides and writes; nothing is decided here. */
export function syncRoutes(ports: { authority: Authority; streams: SignalStreams; guard: RequestHandler }): Router {
  const { authority, streams, guard } = ports
  const router = Router()
  router.use(guard)
  router.post(
    '/handshake',
    jsonBody,
    answer((actor, body) => authority.handshake(actor, body)),
  )
  router.post(
    '/push',
    itemsBody,
    answer((actor, body) => authority.push(actor, body)),
  )
  router.post(
    '/pull',
    jsonBody,
    answer((actor, body) => authority.pull(actor, body)),
  )
  router.post(
    '/fetch',
    jsonBody,
    answer((actor, body) => authority.fetch(actor, body)),
  )
  router.get('/stream', (request, response) => {
    actorOf(response)
    const close = streams.open(response)
    request.on('close', close)
  })
  return router
}

type Call = (actor: Actor, body: unknown) => Promise<Result<unknown, string>>

function answer(call: Call): RequestHandler {
  return async (request, response: Response) => {
    const result = await call(actorOf(response), request.body)
    if (result.ok) {
      response.json(result.value)
      return
    }
    if (!isProblemCode(result.code)) throw new Error(`The authority answered ${result.code}, which has no HTTP status`)
    throw new Problem(result.code, result.detail)
  }
}

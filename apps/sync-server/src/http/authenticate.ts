import type { RequestHandler, Response } from 'express'
import type { Actor, Tokens } from '../modules/terminals/tokens.ts'
import { Problem } from './problem.ts'

/** Lets a request through only with a terminal's access token; `actorOf` gives who it is. */
export function authenticate(tokens: Tokens): RequestHandler {
  return async (request, response, next) => {
    const header = request.headers.authorization
    if (!header?.startsWith('Bearer ')) throw new Problem('token.missing')
    const actor = await tokens.verify(header.slice('Bearer '.length))
    if (!actor.ok) throw new Problem(actor.code)
    response.locals['actor'] = actor.value
    next()
  }
}

export function actorOf(response: Response): Actor {
  const actor: unknown = response.locals['actor']
  if (!actor) throw new Problem('token.missing')
  return actor as Actor
}

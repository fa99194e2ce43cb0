import type { RequestHandler, Response } from 'express'
import type { Actor } from '@orderez/core/authority'
import type { Result } from '@orderez/core/kernel'
import { Problem, type ProblemCode } from './problem.ts'

/** Who speaks, and until when their token lets them. */
export interface Session {
  readonly actor: Actor
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** Fails where the token is not good, or its terminal may not speak any more. */
export type Identify = (accessToken: string) => Promise<Result<Session, ProblemCode>>

const sessions = new WeakMap<Response, Session>()

/** Lets a request through only with the access token of a terminal that may speak; `sessionOf` gives who it is. */
export function authenticate(identify: Identify): RequestHandler {
  return async (request, response, next) => {
    const header = request.headers.authorization
    if (!header?.startsWith('Bearer ')) throw new Problem('token.missing')
    const session = await identify(header.slice('Bearer '.length))
    if (!session.ok) throw new Problem(session.code)
    sessions.set(response, session.value)
    next()
  }
}

/** Of a request that came through `authenticate`. */
export function sessionOf(response: Response): Session {
  const session = sessions.get(response)
  if (!session) throw new Problem('token.missing')
  return session
}

import type { Request, RequestHandler } from 'express'
import { Problem } from '../../http/problem.ts'
import { spokenCodeSchema } from '../../site/spoken-code.ts'
import type { SetupCode } from './setup-code.ts'

const SCHEME = 'Setup '
const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/

/** Whether the person is at the server itself. What a proxy passes on comes from anywhere. */
export function isAtServer({ socket, headers }: Pick<Request, 'socket' | 'headers'>): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '')
}

/**
 * Lets through who shows the set-up code (`Authorization: Setup CODE`), and who is at the server and shows none. It stands before
 * the body is read. A wrong code is refused everywhere.
 */
export function maySetUp(code: SetupCode): RequestHandler {
  return (request, _response, next) => {
    const shown = request.headers.authorization
    if (shown === undefined && isAtServer(request)) return next()
    const typed = shown?.startsWith(SCHEME) ? spokenCodeSchema.safeParse(shown.slice(SCHEME.length)) : null
    if (!typed?.success || !code.isRight(typed.data)) throw new Problem('setupCode.wrong')
    next()
  }
}

import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { PROBLEMS, sendProblem } from './problem.ts'

/** How many wrong codes and PINs an address may try, and how long it is locked out then. */
const LIMIT = 5
const WINDOW_MS = 10 * 60_000

/** Stands before what can be guessed. Wrong codes and PINs count per address; right ones and broken requests do not. */
export function limitWrongTries(limit = LIMIT, windowMs = WINDOW_MS): RequestHandler {
  return rateLimit({
    limit,
    windowMs,
    // A try counts while it runs, so that many at once do not slip through, and is taken back unless it was wrong.
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== PROBLEMS['joinCode.wrong'],
    handler: (_request, response) => sendProblem(response, 'joinCode.locked'),
  })
}

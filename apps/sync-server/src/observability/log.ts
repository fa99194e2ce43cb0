import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { pino, type Logger } from 'pino'
import type { AuthorityEvent } from '@orderez/core/authority'

export type Log = Logger

/** Names of what must never be read in a log, wherever it turns up; nothing of ours logs it on purpose. */
const SECRETS = ['token', 'accessToken', 'refreshToken', 'pin', 'pinHash', 'authorization']

/** Structured logs on standard error; standard output is for the people who start the server. */
export function createLog(level: string): Log {
  const redact = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  return pino({ level, redact }, pino.destination(2))
}

const SEVERITY = {
  'epoch.minted': 'warn',
  'fact.forked': 'warn',
  'item.deadLettered': 'warn',
  'batch.retried': 'info',
  'batch.failed': 'error',
  'leaves.united': 'info',
} as const satisfies Record<AuthorityEvent['event'], string>

export function logEvent(log: Log, event: AuthorityEvent): void {
  log[SEVERITY[event.event]](event, event.event)
}

/** Gives each request an id (the caller's, where it sent a sane one) and logs its end. Queries and bodies are not logged. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const given = request.headers['x-request-id']
    const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
    request.headers['x-request-id'] = id
    response.setHeader('x-request-id', id)
    const from = performance.now()
    const { method, path } = request
    response.once('close', () => {
      const ms = Math.round((performance.now() - from) * 10) / 10
      const { statusCode: status, writableFinished } = response
      const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'debug'
      log[level]({ requestId: id, method, path, status, ms, ...(writableFinished ? {} : { cutOff: true }) }, 'request')
    })
    next()
  }
}

import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { pino, type Logger } from 'pino'

export type Log = Logger

/** Structured logs on standard error; standard output is for the people who start the server. Secrets are removed by path. */
export function createLog(level: string): Log {
  return pino({ level, redact: ['*.token', '*.code', '*.pin', 'headers.authorization'] }, pino.destination(2))
}

/** Gives each request an id (the caller's, where it sent a sane one) and logs its end. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const given = request.headers['x-request-id']
    const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
    request.headers['x-request-id'] = id
    response.setHeader('x-request-id', id)
    const from = performance.now()
    response.on('finish', () => {
      const ms = Math.round((performance.now() - from) * 10) / 10
      const level = response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'debug'
      log[level]({ requestId: id, method: request.method, path: request.path, status: response.statusCode, ms }, 'request')
    })
    next()
  }
}

import express, { type Express, type RequestHandler, type Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import { problemHandler, sendProblem } from './http/problem.ts'
import { requestLog, type Log } from './observability/log.ts'

const MINUTE_MS = 60_000
/** Generous for forty terminals behind one address at the peak of the evening, and an end for a loop that went wild. */
const REQUESTS_A_MINUTE = 12_000

export interface AppParts {
  readonly log: Log
  readonly health: Router
  readonly trust: Router
  readonly site: Router
  readonly terminals: Router
  readonly sync: Router
  readonly web: RequestHandler | null
}

/** Wires the modules to their paths. Every answer that is not a success is problem+json with a code. */
export function createApp(parts: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.use(requestLog(parts.log))
  app.use(helmet(securityHeaders))
  app.use(
    '/api',
    rateLimit({
      windowMs: MINUTE_MS,
      limit: REQUESTS_A_MINUTE,
      handler: (_request, response) => sendProblem(response, 'request.tooMany'),
    }),
  )
  app.use(parts.health)
  app.use('/trust', parts.trust)
  app.use('/api/site', parts.site)
  app.use('/api/terminals', parts.terminals)
  app.use('/api/sync', parts.sync)
  app.use('/api', (_request, response) => sendProblem(response, 'route.unknown'))
  if (parts.web) app.use(parts.web)
  app.use((_request, response) => sendProblem(response, 'route.unknown'))
  app.use(problemHandler((fault, requestId) => parts.log.error({ err: fault, requestId }, 'fault')))
  return app
}

const securityHeaders: Parameters<typeof helmet>[0] = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // A name of the local network is not ours to pin for a year.
  strictTransportSecurity: false,
}

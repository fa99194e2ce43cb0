import express, { type Express, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import { authenticate, type Identify } from './http/authenticate.ts'
import { problemHandler, sendProblem } from './http/problem.ts'
import { mountRoutes, type Route } from './http/route.ts'
import { requestLog, type Log } from './observability/log.ts'

const MINUTE_MS = 60_000
/** Generous for forty terminals behind one address at the peak of the evening, and an end for a loop that went wild. */
const REQUESTS_A_MINUTE = 12_000

export interface AppParts {
  readonly log: Log
  readonly routes: readonly Route[]
  readonly identify: Identify
  /** True from the first moment of a stop: what is under way is answered, nothing new is begun. */
  isStopping(): boolean
  readonly web: RequestHandler | null
  /** From one address, before it is told to wait. */
  readonly requestsAMinute?: number
}

/** The HTTPS side. Every answer that is not a success is problem+json with a code. */
export function createApp(parts: AppParts): Express {
  const app = bareApp(parts.log, contentSecurity)
  app.use('/api', stopGate(parts.isStopping), requestLimit(parts.requestsAMinute ?? REQUESTS_A_MINUTE))
  mountRoutes(app, parts.routes, authenticate(parts.identify))
  app.use('/api', (_request, response) => sendProblem(response, 'route.unknown'))
  if (parts.web) app.use(parts.web)
  return closed(app, parts.log)
}

/** The plain HTTP side: how to trust the site, nothing else. The root leads to it. */
export function createTrustApp({ log, routes }: Pick<AppParts, 'log' | 'routes'>): Express {
  const app = bareApp(log, { ...contentSecurity, scriptSrc: ["'none'"] })
  app.get('/', (_request, response) => {
    response.redirect('/trust')
  })
  mountRoutes(app, routes, (_request, response) => sendProblem(response, 'token.missing'))
  return closed(app, log)
}

function bareApp(log: Log, directives: ContentSecurity): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  app.use(requestLog(log))
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      xFrameOptions: { action: 'deny' },
      // A name of the local network is not ours to pin for a year.
      strictTransportSecurity: false,
    }),
  )
  return app
}

function closed(app: Express, log: Log): Express {
  app.use((_request, response) => sendProblem(response, 'route.unknown'))
  app.use(problemHandler((fault, requestId) => log.error({ err: fault, requestId }, 'fault')))
  return app
}

function stopGate(isStopping: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (!isStopping()) return next()
    response.setHeader('connection', 'close')
    sendProblem(response, 'server.stopping')
  }
}

function requestLimit(limit: number): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    limit,
    legacyHeaders: false,
    handler: (_request, response) => sendProblem(response, 'request.tooMany'),
  })
}

type ContentSecurity = Readonly<Record<string, readonly string[]>>

const contentSecurity: ContentSecurity = {
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
}

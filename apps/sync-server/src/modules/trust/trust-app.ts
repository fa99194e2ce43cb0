import express, { type Express, type Router } from 'express'
import helmet from 'helmet'
import { sendProblem } from '../../http/problem.ts'

/** The plain HTTP side: how to trust the site, nothing else. The root leads to it, and no other path answers. */
export function trustApp(trust: Router): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(
    helmet({
      strictTransportSecurity: false,
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'self'"] } },
    }),
  )
  app.get('/', (_request, response) => {
    response.redirect('/trust')
  })
  app.use('/trust', trust)
  app.use((_request, response) => sendProblem(response, 'route.unknown'))
  return app
}

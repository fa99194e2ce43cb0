import type { Express, RequestHandler } from 'express'
import { itemsBody, jsonBody, ledgerBody, restaurantBody, strangersBody } from './json-body.ts'
import { photoBody } from './photo-body.ts'
import { sendProblem } from './problem.ts'

/** One line of the table of routes: what a path takes, and from whom. */
export interface Route {
  readonly method: 'get' | 'post' | 'put'
  readonly path: string
  /** `terminal`: only with the access token of an enrolled terminal that is not revoked. */
  readonly access: 'anyone' | 'terminal'
  /** A guard of its own, after the limit and before the body. */
  readonly guard?: RequestHandler
  /** `items`: a body whose items are parsed one by one. `photo`: bytes of an image. `restaurant`: everything of a new one. `ledger`: documents, each judged alone. */
  readonly body?: 'json' | 'items' | 'photo' | 'restaurant' | 'ledger'
  /** Stands before everything else, so that refused requests count too. */
  readonly limit?: RequestHandler
  readonly handle: RequestHandler
}

const METHODS = { get: ['GET', 'HEAD'], post: ['POST'], put: ['PUT'] } as const

/** Mounts a table of routes. A path of the table answers another method with 405 and its list of methods. */
export function mountRoutes(app: Express, routes: readonly Route[], guard: RequestHandler): void {
  for (const route of routes) {
    app[route.method](route.path, ...steps(route, guard))
  }
  for (const [path, group] of Map.groupBy(routes, (route) => route.path)) {
    const methods = group.flatMap(({ method }) => METHODS[method])
    app.all(path, (request, response) => {
      response.setHeader('allow', [...methods, 'OPTIONS'].join(', '))
      if (request.method === 'OPTIONS') response.status(204).end()
      else sendProblem(response, 'method.unknown')
    })
  }
}

/** Who may not speak is not listened to: the body is read last. */
function steps({ limit, access, guard: own, body, handle }: Route, guard: RequestHandler): RequestHandler[] {
  const reader = readerOf(body, access === 'anyone' && own === undefined)
  const guards = [...(limit ? [limit] : []), ...(access === 'terminal' ? [guard] : []), ...(own ? [own] : [])]
  return [...guards, ...(body ? [reader] : []), handle]
}

function readerOf(body: Route['body'], isStranger: boolean): RequestHandler {
  switch (body) {
    case 'items':
      return itemsBody
    case 'ledger':
      return ledgerBody
    case 'photo':
      return photoBody
    case 'restaurant':
      return restaurantBody
    default:
      return isStranger ? strangersBody : jsonBody
  }
}

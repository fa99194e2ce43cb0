import { Router } from 'express'
import type { JsonObject } from '@orderez/core/kernel'

/** What a device may know of the site before it has joined: the restaurant's names, and, in the demo only, how to sign in. */
export interface SiteFacts {
  readonly names: JsonObject
  readonly demoSignIns: readonly { readonly signIn: string; readonly name: string; readonly pin: string }[]
}

export function siteRoutes(facts: () => Promise<SiteFacts>): Router {
  const router = Router()
  router.get('/', async (_request, response) => {
    response.setHeader('cache-control', 'no-store').json(await facts())
  })
  return router
}

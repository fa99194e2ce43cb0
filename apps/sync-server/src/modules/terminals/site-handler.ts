import type { RequestHandler } from 'express'
import type { JsonObject } from '@orderez/core/kernel'

/** What a device may know of the site before it has joined: the restaurant's names, and, in the demo only, how to sign in. */
export interface SiteFacts {
  readonly names: JsonObject
  readonly demoSignIns: readonly { readonly signIn: string; readonly name: string; readonly pin: string }[]
}

export function siteHandler(facts: () => Promise<SiteFacts>): RequestHandler {
  return async (_request, response) => {
    response.setHeader('cache-control', 'no-store').json(await facts())
  }
}

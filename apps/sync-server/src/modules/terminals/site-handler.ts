import type { Request, RequestHandler } from 'express'
import type { BranchId, JsonObject } from '@orderez/core/kernel'

/** What a device may know of the site before it has joined. */
export interface SiteFacts {
  readonly names: JsonObject
  /** In the demo only: how to sign in. */
  readonly demoSignIns: readonly { readonly signIn: string; readonly name: string; readonly pin: string }[]
  /** `open`: nothing is set up yet. */
  readonly setup: 'open' | 'demo' | 'done'
  /** Whether who asks would need the set-up code. */
  readonly needsCode: boolean
  /** By which a terminal sees that its server has become another one's. */
  readonly branch: BranchId | null
  /** When the newest backup was made, by the server's clock now; epoch milliseconds. */
  readonly backup: { readonly last: number | null; readonly now: number }
}

export function siteHandler(facts: (request: Request) => Promise<SiteFacts>): RequestHandler {
  return async (request, response) => {
    response.setHeader('cache-control', 'no-store').json(await facts(request))
  }
}

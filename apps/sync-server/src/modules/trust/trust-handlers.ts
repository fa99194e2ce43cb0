import type { RequestHandler } from 'express'
import { TRUST_CSS, trustPage, type TrustPageFacts } from './trust-page.ts'

export interface TrustHandlers {
  readonly page: RequestHandler
  readonly style: RequestHandler
  readonly authority: RequestHandler
}

/** The page and the certificate of the site authority. Also served over plain HTTP, where a device that does not trust us yet can reach it. */
export function trustHandlers(ports: { caPem: string; facts(): TrustPageFacts }): TrustHandlers {
  return {
    page(_request, response) {
      response.setHeader('cache-control', 'no-store').type('html').send(trustPage(ports.facts()))
    },
    style(_request, response) {
      response.type('css').send(TRUST_CSS)
    },
    authority(_request, response) {
      response.type('application/x-x509-ca-cert').send(ports.caPem)
    },
  }
}

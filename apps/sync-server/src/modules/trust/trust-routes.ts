import { Router } from 'express'
import { TRUST_CSS, trustPage, type TrustPageFacts } from './trust-page.ts'

/** The page and the certificate of the site authority. Also served over plain HTTP, where a device that does not trust us yet can reach it. */
export function trustRoutes(ports: { caPem: string; facts(): TrustPageFacts }): Router {
  const router = Router()
  router.get('/', (_request, response) => {
    response.type('html').send(trustPage(ports.facts()))
  })
  router.get('/trust.css', (_request, response) => {
    response.type('css').send(TRUST_CSS)
  })
  router.get('/ca.pem', (_request, response) => {
    response.type('application/x-x509-ca-cert').send(ports.caPem)
  })
  return router
}

import { Router } from 'express'

/** /health: the process answers. /ready: the store answers too and the server is not stopping. /api/time: the clock that terminals learn from. */
export function healthRoutes(ports: { now(): number; ready(): Promise<boolean>; version: string }): Router {
  const router = Router()
  router.get('/health', (_request, response) => {
    response.json({ status: 'up', version: ports.version })
  })
  router.get('/ready', async (_request, response) => {
    const ready = await ports.ready()
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' })
  })
  router.get('/api/time', (_request, response) => {
    response.setHeader('cache-control', 'no-store').json({ serverTime: ports.now() })
  })
  return router
}

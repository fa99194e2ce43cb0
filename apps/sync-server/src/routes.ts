import type { RequestHandler } from 'express'
import type { Route } from './http/route.ts'
import type { DemoHandlers } from './modules/demo/demo-handlers.ts'
import type { HealthHandlers } from './modules/health/health-handlers.ts'
import type { PictureHandlers } from './modules/pictures/index.ts'
import type { SyncHandlers } from './modules/sync/sync-handlers.ts'
import type { TerminalHandlers } from './modules/terminals/terminal-handlers.ts'
import type { TrustHandlers } from './modules/trust/trust-handlers.ts'

export interface Handlers {
  readonly health: HealthHandlers
  readonly trust: TrustHandlers
  readonly site: RequestHandler
  readonly terminals: TerminalHandlers
  readonly sync: SyncHandlers
  readonly demo: DemoHandlers
  readonly pictures: PictureHandlers
}

/** Every path that the server answers over HTTPS, beside the files of the web terminal. */
export function routeTable({ health, trust, site, terminals, sync, pictures, demo }: Handlers): readonly Route[] {
  const { wrongTries } = terminals
  return [
    { method: 'get', path: '/health', access: 'anyone', handle: health.health },
    { method: 'get', path: '/ready', access: 'anyone', handle: health.ready },
    { method: 'get', path: '/api/time', access: 'anyone', handle: health.time },
    { method: 'get', path: '/api/site', access: 'anyone', handle: site },
    ...trustTable(trust),
    {
      method: 'post',
      path: '/api/terminals/enrol',
      access: 'anyone',
      limit: wrongTries,
      body: 'json',
      handle: terminals.enrol,
    },
    { method: 'post', path: '/api/terminals/token', access: 'anyone', body: 'json', handle: terminals.refresh },
    {
      method: 'post',
      path: '/api/terminals/join-codes',
      access: 'terminal',
      limit: wrongTries,
      body: 'json',
      handle: terminals.mintJoinCode,
    },
    {
      method: 'post',
      path: '/api/terminals/revoke',
      access: 'terminal',
      limit: wrongTries,
      body: 'json',
      handle: terminals.revoke,
    },
    { method: 'post', path: '/api/sync/handshake', access: 'terminal', body: 'json', handle: sync.handshake },
    { method: 'post', path: '/api/sync/push', access: 'terminal', body: 'items', handle: sync.push },
    { method: 'post', path: '/api/sync/pull', access: 'terminal', body: 'json', handle: sync.pull },
    { method: 'post', path: '/api/sync/fetch', access: 'terminal', body: 'json', handle: sync.fetch },
    { method: 'get', path: '/api/sync/stream', access: 'terminal', handle: sync.stream },
    { method: 'get', path: '/api/demo/evening', access: 'terminal', handle: demo.state },
    { method: 'post', path: '/api/demo/evening', access: 'terminal', body: 'json', handle: demo.turn },
    { method: 'post', path: '/api/pictures', access: 'terminal', body: 'photo', handle: pictures.keep },
    { method: 'get', path: '/api/pictures/:name', access: 'anyone', handle: pictures.show },
  ]
}

/** What is also answered over plain HTTP, and nothing else is. */
export function trustTable(trust: TrustHandlers): readonly Route[] {
  return [
    { method: 'get', path: '/trust', access: 'anyone', handle: trust.page },
    { method: 'get', path: '/trust/trust.css', access: 'anyone', handle: trust.style },
    { method: 'get', path: '/trust/ca.pem', access: 'anyone', handle: trust.authority },
  ]
}

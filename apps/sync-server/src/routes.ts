import type { RequestHandler } from 'express'
import { Problem, type ProblemCode } from './http/problem.ts'
import type { Route } from './http/route.ts'
import type { DemoHandlers } from './modules/demo/demo-handlers.ts'
import type { HealthHandlers } from './modules/health/health-handlers.ts'
import type { LedgerHandlers } from './modules/ledger/index.ts'
import type { PictureHandlers } from './modules/pictures/index.ts'
import type { SetupHandlers } from './modules/setup/setup-handlers.ts'
import type { SyncHandlers } from './modules/sync/sync-handlers.ts'
import type { TerminalHandlers } from './modules/terminals/terminal-handlers.ts'
import type { TrustHandlers } from './modules/trust/trust-handlers.ts'

export interface ServerHandlers {
  readonly health: HealthHandlers
  readonly trust: TrustHandlers
  readonly site: RequestHandler
  readonly setup: SetupHandlers
}

/** What the server answers whatever site it holds. */
export function serverTable({ health, trust, site, setup }: ServerHandlers): readonly Route[] {
  const { wrongTries: limit, permit: guard } = setup
  return [
    { method: 'get', path: '/health', access: 'anyone', handle: health.health },
    { method: 'get', path: '/ready', access: 'anyone', handle: health.ready },
    { method: 'get', path: '/api/time', access: 'anyone', handle: health.time },
    { method: 'get', path: '/api/site', access: 'anyone', handle: site },
    { method: 'post', path: '/api/setup/demo', access: 'anyone', body: 'json', handle: setup.demo },
    { method: 'post', path: '/api/setup/may-i', access: 'anyone', limit, guard, handle: setup.mayI },
    {
      method: 'post',
      path: '/api/setup/restaurant',
      access: 'anyone',
      limit,
      guard,
      body: 'restaurant',
      handle: setup.restaurant,
    },
    { method: 'post', path: '/api/setup/delete-demo', access: 'terminal', handle: setup.deleteDemo },
    ...trustTable(trust),
  ]
}

export interface SiteHandlers {
  readonly terminals: TerminalHandlers
  readonly sync: SyncHandlers
  readonly demo: DemoHandlers
  readonly reports: RequestHandler
  readonly pictures: PictureHandlers
  readonly ledger: LedgerHandlers
}

/** What the open site answers, beside the files of the web terminal. */
export function siteTable({ terminals, sync, pictures, demo, reports, ledger }: SiteHandlers): readonly Route[] {
  const { wrongTries: limit } = terminals
  return [
    { method: 'post', path: '/api/terminals/enrol', access: 'anyone', limit, body: 'json', handle: terminals.enrol },
    { method: 'post', path: '/api/terminals/token', access: 'anyone', body: 'json', handle: terminals.refresh },
    {
      method: 'post',
      path: '/api/terminals/join-codes',
      access: 'terminal',
      limit,
      body: 'json',
      handle: terminals.mintJoinCode,
    },
    {
      method: 'post',
      path: '/api/terminals/revoke',
      access: 'terminal',
      limit,
      body: 'json',
      handle: terminals.revoke,
    },
    { method: 'post', path: '/api/sync/handshake', access: 'terminal', body: 'json', handle: sync.handshake },
    { method: 'post', path: '/api/sync/push', access: 'terminal', body: 'items', handle: sync.push },
    { method: 'post', path: '/api/sync/pull', access: 'terminal', body: 'json', handle: sync.pull },
    { method: 'post', path: '/api/sync/fetch', access: 'terminal', body: 'json', handle: sync.fetch },
    { method: 'get', path: '/api/sync/stream', access: 'terminal', handle: sync.stream },
    { method: 'get', path: '/api/reports', access: 'terminal', handle: reports },
    { method: 'get', path: '/api/demo/evening', access: 'terminal', handle: demo.state },
    { method: 'post', path: '/api/demo/evening', access: 'terminal', body: 'json', handle: demo.turn },
    { method: 'post', path: '/api/pictures', access: 'terminal', body: 'photo', handle: pictures.keep },
    { method: 'get', path: '/api/pictures/:name', access: 'anyone', handle: pictures.show },
    ...ledgerTable(ledger),
  ]
}

/** What PouchDB asks when it replicates to a server, and nothing else of CouchDB. */
function ledgerTable(ledger: LedgerHandlers): readonly Route[] {
  const path = '/api/ledger/:name'
  return [
    { method: 'get', path, access: 'terminal', handle: ledger.describe },
    { method: 'post', path: `${path}/_revs_diff`, access: 'terminal', body: 'items', handle: ledger.missing },
    { method: 'post', path: `${path}/_bulk_docs`, access: 'terminal', body: 'ledger', handle: ledger.keep },
    { method: 'get', path: `${path}/_local/:id`, access: 'terminal', handle: ledger.readLocal },
    { method: 'put', path: `${path}/_local/:id`, access: 'terminal', body: 'json', handle: ledger.writeLocal },
  ]
}

/** While there is no site, nobody is known: a terminal of a deleted one is told so and does not try for ever. */
export const NO_SITE_TABLE: readonly Route[] = [
  ...['token', 'join-codes', 'revoke'].map((call) => `/api/terminals/${call}`),
  ...['handshake', 'push', 'pull', 'fetch'].map((call) => `/api/sync/${call}`),
]
  .map((path): Route => ({ method: 'post', path, access: 'anyone', handle: refuse('terminal.unknown') }))
  .concat(
    { method: 'post', path: '/api/terminals/enrol', access: 'anyone', handle: refuse('joinCode.wrong') },
    { method: 'get', path: '/api/sync/stream', access: 'anyone', handle: refuse('terminal.unknown') },
  )

function refuse(code: ProblemCode): RequestHandler {
  return () => {
    throw new Problem(code)
  }
}

/** What is also answered over plain HTTP, and nothing else is. */
export function trustTable(trust: TrustHandlers): readonly Route[] {
  return [
    { method: 'get', path: '/trust', access: 'anyone', handle: trust.page },
    { method: 'get', path: '/trust/trust.css', access: 'anyone', handle: trust.style },
    { method: 'get', path: '/trust/ca.pem', access: 'anyone', handle: trust.authority },
  ]
}

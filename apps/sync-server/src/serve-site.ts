import type { Express } from 'express'
import { err } from '@orderez/core/kernel'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import type { Identify } from './http/authenticate.ts'
import type { Route } from './http/route.ts'
import { webTerminal } from './http/web-terminal.ts'
import { demoModule, type DemoModule } from './modules/demo/demo-module.ts'
import { createLedgerAudit, ledgerHandlers } from './modules/ledger/index.ts'
import { pictureHandlers } from './modules/pictures/index.ts'
import { reportsHandler } from './modules/reports/reports-handler.ts'
import { startLeafSweeper } from './modules/sweep/leaf-sweeper.ts'
import { createSignalStreams } from './modules/sync/signal-streams.ts'
import { syncHandlers } from './modules/sync/sync-handlers.ts'
import { takeLetters } from './modules/terminals/letters.ts'
import { createSiteDocuments } from './modules/terminals/site-documents.ts'
import type { Invitation } from './modules/terminals/terminal-handlers.ts'
import { terminalsModule, type TerminalsModule } from './modules/terminals/terminals-module.ts'
import type { Log } from './observability/log.ts'
import { NO_SITE_TABLE, siteTable } from './routes.ts'
import type { OpenSite } from './site/active-site.ts'
import { serverIds } from './site/open-site.ts'
import type { SiteAuthority } from './tls/site-authority.ts'

/** A site as terminals reach it, until it goes. */
export interface ServedSite {
  readonly site: OpenSite
  readonly app: Express
  readonly terminals: Pick<TerminalsModule, 'welcome' | 'joinCodes'>
  /** Ends what listens; the site's store is closed by whom opened it. */
  stop(): Promise<void>
}

export interface ServePorts {
  readonly config: Config
  readonly log: Log
  readonly tls: SiteAuthority
  now(): number
  /** What is answered whatever site there is. */
  readonly routes: readonly Route[]
  isStopping(): boolean
  invitation(): Invitation
  onEnrolled(terminal: { letters: string; name: string }): void
}

/** Gives each module of a site what it needs. */
export function serveSite(site: OpenSite, ports: ServePorts): ServedSite {
  const { log, tls, now } = ports
  const { authority, store, ledgers, branch } = site
  const streams = createSignalStreams({
    epoch: () => authority.epoch(),
    now,
    async mayListen({ actor }) {
      const admitted = await authority.admits(actor)
      return admitted.ok || admitted.code === 'authority.unavailable'
    },
    failed: (cause) => log.error({ err: cause }, 'the terminals that listen could not be checked'),
  })
  const terminals = terminalsModule({
    authority,
    store,
    branch,
    isDemo: site.kind === 'demo',
    ids: serverIds,
    tokenSecret: tls.tokenSecret,
    issuer: tls.fingerprint,
    now,
    invitation: ports.invitation,
    onEnrolled: ports.onEnrolled,
  })
  const sweeper = startLeafSweeper({
    authority,
    store,
    failed: (cause) => log.error({ err: cause }, 'what replication brought could not be folded'),
  })
  const unsubscribe = authority.subscribe((collections) => streams.changed(collections))
  const demo = wireDemo(site, ports)
  const audit = createLedgerAudit({
    authority,
    branch,
    ledgers,
    notes: createSiteDocuments(store),
    failed: (cause) => log.error({ err: cause }, 'the ledgers could not be compared with the orders'),
  })
  const routes = siteTable({
    terminals: terminals.handlers,
    sync: syncHandlers(authority, streams),
    demo: demo.handlers,
    reports: reportsHandler(authority, branch),
    pictures: pictureHandlers(site.pictures),
    ledger: ledgerHandlers({ ledgers, audit, now }),
  })
  demo.start()
  audit.start()
  let isGone = false
  return {
    site,
    terminals,
    app: appOf(ports, routes, terminals.identify, () => isGone),
    async stop() {
      isGone = true
      unsubscribe()
      streams.closeAll()
      await demo.stop()
      await sweeper.stop()
      await audit.stop()
    },
  }
}

function wireDemo({ authority, branch, store, kind }: OpenSite, { config, log, now }: ServePorts): DemoModule {
  const notes = createSiteDocuments(store)
  return demoModule({
    authority,
    branch,
    ids: serverIds,
    notes,
    now,
    isDemo: kind === 'demo',
    days: config.demoDays,
    takeLetters: () => takeLetters(notes),
    written: (days, ms) => log.info({ days, ms }, 'the past of the demo restaurant is written'),
    failed: (cause) => log.error({ err: cause }, 'something in the demo restaurant went wrong'),
  })
}

/** What is answered while nothing is set up. */
export function serveNoSite(ports: ServePorts): Express {
  return appOf(
    ports,
    NO_SITE_TABLE,
    () => Promise.resolve(err('terminal.unknown')),
    () => false,
  )
}

function appOf(ports: ServePorts, routes: readonly Route[], identify: Identify, isGone: () => boolean): Express {
  const { log, config } = ports
  return createApp({
    log,
    identify,
    routes: [...ports.routes, ...routes],
    isStopping: () => isGone() || ports.isStopping(),
    web: config.webRoot === null ? null : webTerminal(config.webRoot),
  })
}

import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { createAuthority, type Authority, type AuthorityEvent } from '@orderez/core/authority'
import { createIdSource, isJsonObject, type BranchId, type IdSource } from '@orderez/core/kernel'
import { StoreError, type DocumentStore } from '@orderez/core/sync'
import type { Announcement, AnnouncedServer } from './announcement.ts'
import { createApp } from './app.ts'
import { collectionSetups } from './collections.ts'
import type { Config } from './config.ts'
import { lanAddresses, listen, stopListening } from './http/listen.ts'
import { webTerminal } from './http/web-terminal.ts'
import { DEMO_PEOPLE } from './modules/demo/demo-people.ts'
import { seedDemo } from './modules/demo/seed-demo.ts'
import { healthRoutes } from './modules/health/health-routes.ts'
import { createSignalStreams } from './modules/sync/signal-streams.ts'
import { syncRoutes } from './modules/sync/sync-routes.ts'
import { siteRoutes } from './modules/terminals/site-routes.ts'
import { terminalsModule } from './modules/terminals/terminals-module.ts'
import { trustApp } from './modules/trust/trust-app.ts'
import { trustRoutes } from './modules/trust/trust-routes.ts'
import type { Log } from './observability/log.ts'
import { openBranchIdentity } from './site/branch-identity.ts'
import { fileEpochKeeper } from './site/epoch-file.ts'
import { openStore } from './store/open-store.ts'
import { createSealer, openSiteAuthority, type SiteAuthority } from './tls/site-authority.ts'

export interface RunningServer extends AnnouncedServer {
  readonly port: number
  readonly trustPort: number | null
  readonly caPem: string
  /** Takes no new work, answers what is running, and closes the store. Nothing acknowledged is lost without it either. */
  stop(): Promise<void>
}

const VERSION = '0.1.0'
const now = () => Date.now()

/** Starts one restaurant's server. Rejects with a typed error where the configuration, the site's files or the store cannot be used. */
export async function startServer(
  config: Config,
  log: Log,
  announcement: Pick<Announcement, 'enrolled'>,
): Promise<RunningServer> {
  await mkdir(config.dataDir, { recursive: true })
  const ids = createIdSource({ now, random: (bytes) => randomBytes(bytes) })
  const site = await openSiteAuthority({
    dataDir: config.dataDir,
    names: config.names,
    addresses: lanAddresses(),
    now: now(),
  })
  const branch = await openBranchIdentity(config.dataDir, ids)
  const store = await openBranchStore(config, branch, log)
  try {
    const authority = await openAuthority(store, branch, site, config, log)
    if (config.demo) await seedDemo(authority, branch, ids)
    return await serve({ config, log, announcement, ids, site, branch, store, authority })
  } catch (cause) {
    await store.close()
    throw cause
  }
}

function openBranchStore(config: Config, branch: BranchId, log: Log): Promise<DocumentStore> {
  return openStore({
    ...(config.couchdbUrl === null ? {} : { couchdbUrl: config.couchdbUrl }),
    dataDir: config.dataDir,
    prefix: `orderez-${branch.slice(branch.indexOf('_') + 1)}`,
    collections: collectionSetups(),
    onCrash: (reason) => log.error({ reason }, 'the embedded store ended and is started again'),
  })
}

function openAuthority(
  store: DocumentStore,
  branch: BranchId,
  site: SiteAuthority,
  config: Config,
  log: Log,
): Promise<Authority> {
  return createAuthority({
    store,
    branch,
    clock: { now },
    entropy: (bytes) => randomBytes(bytes),
    sealer: createSealer(site.siteSecret),
    epochs: fileEpochKeeper(config.dataDir),
    log: (event: AuthorityEvent) => log.info(event, event.event),
  })
}

interface Parts {
  readonly config: Config
  readonly log: Log
  readonly announcement: Pick<Announcement, 'enrolled'>
  readonly ids: IdSource
  readonly site: SiteAuthority
  readonly branch: BranchId
  readonly store: DocumentStore
  readonly authority: Authority
}

async function serve(parts: Parts): Promise<RunningServer> {
  const { config, log, site, store, authority } = parts
  const streams = createSignalStreams({ epoch: () => authority.epoch(), now })
  const unsubscribe = authority.subscribe((collections) => streams.changed(collections))
  const terminals = terminalsModule({
    ...parts,
    tokenSecret: site.tokenSecret,
    issuer: site.fingerprint,
    now,
    onEnrolled: parts.announcement.enrolled,
  })
  const addresses: string[] = []
  const trust = trustRoutes({ caPem: site.caPem, facts: () => ({ fingerprint: site.fingerprint, addresses }) })
  const app = createApp({
    log,
    health: healthRoutes({ now, version: VERSION, ready: () => answers(store) }),
    trust,
    site: siteRoutes(() => siteFacts(parts)),
    terminals: terminals.router,
    sync: syncRoutes({ authority, streams, guard: terminals.guard }),
    web: config.webRoot === null ? null : webTerminal(config.webRoot),
  })
  const secure = createHttpsServer(
    { cert: site.certChainPem, key: site.certKeyPem, headersTimeout: 10_000, requestTimeout: 30_000 },
    app,
  )
  const port = await listen(secure, config.port, config.host)
  const plain = config.trustPort === null ? null : createHttpServer(trustApp(trust))
  const trustPort = plain && config.trustPort !== null ? await listen(plain, config.trustPort, config.host) : null
  addresses.push(...['localhost', ...config.names, ...lanAddresses()].map((name) => `https://${name}:${port}`))

  return {
    port,
    trustPort,
    caPem: site.caPem,
    addresses,
    trustAddresses:
      trustPort === null ? [] : ['localhost', ...lanAddresses()].map((name) => `http://${name}:${trustPort}`),
    fingerprint: site.fingerprint,
    demo: config.demo,
    mintJoinCode: terminals.joinCodes.mint,
    async stop() {
      const closed = [secure, ...(plain ? [plain] : [])].map(stopListening)
      unsubscribe()
      streams.closeAll()
      await authority.drain()
      await Promise.all(closed)
      await store.close()
    },
  }
}

async function siteFacts({ authority, branch, config }: Parts) {
  const [document] = await authority.read('branch', [branch])
  const names = document?.['names']
  return { names: isJsonObject(names) ? names : {}, demoSignIns: config.demo ? DEMO_PEOPLE : [] }
}

async function answers(store: DocumentStore): Promise<boolean> {
  try {
    await store.seq('branch')
    return true
  } catch (cause) {
    if (cause instanceof StoreError) return false
    throw cause
  }
}

import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { randomBytes } from 'node:crypto'
import type { Express } from 'express'
import { createAuthority, type Authority } from '@orderez/core/authority'
import { createIdSource, isJsonObject, type BranchId, type IdSource } from '@orderez/core/kernel'
import { StoreError, type DocumentStore } from '@orderez/core/sync'
import type { Announcement, AnnouncedServer } from './announcement.ts'
import { createApp, createTrustApp } from './app.ts'
import { collectionSetups } from './collections.ts'
import type { Config } from './config.ts'
import { lanAddresses, listen, SERVER_LIMITS, type Listener } from './http/listen.ts'
import { webTerminal } from './http/web-terminal.ts'
import { demoModule, type DemoModule } from './modules/demo/demo-module.ts'
import { openDemo, type DemoSignIn } from './modules/demo/open-demo.ts'
import { healthHandlers } from './modules/health/health-handlers.ts'
import { createPictures, mayEditDishes, pictureHandlers, type Pictures } from './modules/pictures/index.ts'
import { createSignalStreams, type SignalStreams } from './modules/sync/signal-streams.ts'
import { syncHandlers } from './modules/sync/sync-handlers.ts'
import { takeLetters } from './modules/terminals/letters.ts'
import { createSiteDocuments } from './modules/terminals/site-documents.ts'
import { siteHandler } from './modules/terminals/site-handler.ts'
import { terminalsModule } from './modules/terminals/terminals-module.ts'
import { trustHandlers } from './modules/trust/trust-handlers.ts'
import { logEvent, type Log } from './observability/log.ts'
import { routeTable, trustTable } from './routes.ts'
import { openBranchIdentity } from './site/branch-identity.ts'
import { keepCertificateFresh } from './site/certificate-renewal.ts'
import { openDataDirectory } from './site/data-directory.ts'
import { fileEpochKeeper } from './site/epoch-file.ts'
import { siteAddresses, type SiteAddresses } from './site/site-addresses.ts'
import { openStore } from './store/open-store.ts'
import { createSealer, openSiteAuthority, type SiteAuthority } from './tls/site-authority.ts'

export interface RunningServer extends AnnouncedServer {
  /** Takes no new work, answers what is running, and closes the store. Nothing acknowledged is lost without it either. */
  stop(): Promise<void>
}

const VERSION = '0.1.0'
/** Requests under way have this long to be answered when the server stops. */
const ANSWER_MS = 3_000
const HANDSHAKE_MS = 10_000
const now = () => Date.now()

/** Starts one restaurant's server. Rejects with a typed error where the configuration, the site's files or the store cannot be used. */
export async function startServer(
  config: Config,
  log: Log,
  announcement: Pick<Announcement, 'enrolled'>,
): Promise<RunningServer> {
  await openDataDirectory(config.dataDir)
  const ids = createIdSource({ now, random: (bytes) => randomBytes(bytes) })
  const site = await openSite(config, lanAddresses())
  const branch = await openBranchIdentity(config.dataDir, ids)
  const store = await openBranchStore(config, branch, log)
  try {
    const authority = await openAuthority(store, branch, site, config, log)
    const pictures = createPictures(store, mayEditDishes(authority))
    const demoSignIns = config.demo ? await openDemo(authority, branch, pictures) : []
    return await serve({ config, log, announcement, ids, site, branch, store, authority, pictures, demoSignIns })
  } catch (cause) {
    await store.close()
    throw cause
  }
}

function openSite({ dataDir, names }: Config, addresses: readonly string[]): Promise<SiteAuthority> {
  return openSiteAuthority({ dataDir, names, addresses, now: now() })
}

async function openBranchStore(config: Config, branch: BranchId, log: Log): Promise<DocumentStore> {
  try {
    return await openStore({
      ...(config.couchdbUrl === null ? {} : { couchdbUrl: config.couchdbUrl }),
      dataDir: config.dataDir,
      prefix: `orderez-${branch.slice(branch.indexOf('_') + 1)}`,
      collections: collectionSetups(),
      onCrash: (reason) => log.error({ reason }, 'the embedded store ended and is started again'),
    })
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause
    const which = config.couchdbUrl === null ? 'The embedded store' : 'The CouchDB of COUCHDB_URL'
    throw new StoreError(cause.code, `${which} cannot be used: ${cause.message}`)
  }
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
    log: (event) => logEvent(log, event),
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
  readonly pictures: Pictures
  readonly demoSignIns: readonly DemoSignIn[]
}

async function serve(parts: Parts): Promise<RunningServer> {
  const { config, log, site, store, authority } = parts
  let stopped: Promise<void> | null = null
  const addresses = siteAddresses(config, lanAddresses)
  const demo = wireDemo(parts)
  const { app, trustApp, streams, mintJoinCode } = wire(parts, demo, addresses, () => stopped !== null)
  const unsubscribe = authority.subscribe((collections) => streams.changed(collections))
  const secure = createHttpsServer(
    { ...SERVER_LIMITS, handshakeTimeout: HANDSHAKE_MS, cert: site.certChainPem, key: site.certKeyPem },
    app,
  )
  const listeners = await listenBoth(secure, createHttpServer(SERVER_LIMITS, trustApp), config)
  addresses.listening(listeners.map(({ port }) => port))
  const renewal = keepCertificateFresh({
    open: (found) => openSite(config, found),
    apply: ({ certChainPem, certKeyPem }) => secure.setSecureContext({ cert: certChainPem, key: certKeyPem }),
    addresses: lanAddresses,
    now,
    failed: (cause) => log.error({ err: cause }, 'the certificate could not be renewed'),
  })
  demo.start()

  async function stop(): Promise<void> {
    renewal.stop()
    unsubscribe()
    streams.closeAll()
    await Promise.all([demo.stop(), ...listeners.map((listener) => listener.stop(ANSWER_MS))])
    await authority.drain()
    await store.close()
  }

  return {
    addresses: addresses.secure(),
    trustAddresses: addresses.plain(),
    fingerprint: site.fingerprint,
    demoSignIns: parts.demoSignIns,
    mintJoinCode,
    stop: () => (stopped ??= stop()),
  }
}

function wireDemo({ authority, branch, store, ids, config, log, demoSignIns }: Parts): DemoModule {
  const notes = createSiteDocuments(store)
  return demoModule({
    authority,
    branch,
    ids,
    notes,
    now,
    isDemo: demoSignIns.length > 0,
    days: config.demoDays,
    takeLetters: () => takeLetters(notes),
    written: (days, ms) => log.info({ days, ms }, 'the past of the demo restaurant is written'),
    failed: (cause) => log.error({ err: cause }, 'something in the demo restaurant went wrong'),
  })
}

interface Wired {
  readonly app: Express
  readonly trustApp: Express
  readonly streams: SignalStreams
  mintJoinCode(): Promise<{ code: string; expiresAt: number }>
}

/** Gives each module what it needs, and their handlers to the table of routes. */
function wire(parts: Parts, demo: DemoModule, addresses: SiteAddresses, isStopping: () => boolean): Wired {
  const { config, log, site, store, authority } = parts
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
    ...parts,
    tokenSecret: site.tokenSecret,
    issuer: site.fingerprint,
    now,
    onEnrolled: parts.announcement.enrolled,
  })
  const trust = trustHandlers({
    caPem: site.caPem,
    facts: () => ({ fingerprint: site.fingerprint, addresses: addresses.secure() }),
  })
  const routes = routeTable({
    health: healthHandlers({ now, version: VERSION, isStopping, ready: () => answers(store) }),
    trust,
    site: siteHandler(() => siteFacts(parts)),
    terminals: terminals.handlers,
    sync: syncHandlers(authority, streams),
    demo: demo.handlers,
    pictures: pictureHandlers(parts.pictures),
  })
  const web = config.webRoot === null ? null : webTerminal(config.webRoot)
  return {
    app: createApp({ log, routes, identify: terminals.identify, isStopping, web }),
    trustApp: createTrustApp({ log, routes: trustTable(trust) }),
    streams,
    mintJoinCode: terminals.joinCodes.mint,
  }
}

/** The HTTPS port first, then the plain one where there is to be one; none is left open when one cannot be had. */
async function listenBoth(secure: Server, plain: Server, config: Config): Promise<Listener[]> {
  const first = await listen(secure, config.port, config.host)
  if (config.trustPort === null) return [first]
  try {
    return [first, await listen(plain, config.trustPort, config.host)]
  } catch (cause) {
    await first.stop(0)
    throw cause
  }
}

async function siteFacts({ authority, branch, demoSignIns }: Parts) {
  const [document] = await authority.read('branch', [branch])
  const names = document?.['names']
  return { names: isJsonObject(names) ? names : {}, demoSignIns }
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

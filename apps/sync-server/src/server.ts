import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Request } from 'express'
import { isJsonObject, ok } from '@orderez/core/kernel'
import type { SetupRequest } from '@orderez/core/setup'
import { StoreError } from '@orderez/core/sync'
import type { Announcement, AnnouncedServer } from './announcement.ts'
import { createTrustApp } from './app.ts'
import type { Config } from './config.ts'
import { lanAddresses, listen, SERVER_LIMITS, type Listener } from './http/listen.ts'
import { healthHandlers } from './modules/health/health-handlers.ts'
import { isAtServer } from './modules/setup/may-set-up.ts'
import { fillRestaurant } from './modules/setup/fill-restaurant.ts'
import { createSetupCode } from './modules/setup/setup-code.ts'
import { setupHandlers, type SetupHandlers } from './modules/setup/setup-handlers.ts'
import { siteHandler, type SiteFacts } from './modules/terminals/site-handler.ts'
import type { Invitation } from './modules/terminals/terminal-handlers.ts'
import { trustHandlers } from './modules/trust/trust-handlers.ts'
import type { Log } from './observability/log.ts'
import { serverTable, trustTable } from './routes.ts'
import { serveNoSite, serveSite, type ServedSite, type ServePorts } from './serve-site.ts'
import { openActiveSite, type ActiveSite, type OpenSite } from './site/active-site.ts'
import { keepCertificateFresh } from './site/certificate-renewal.ts'
import { openDataDirectory } from './site/data-directory.ts'
import { serverIds, siteStores } from './site/open-site.ts'
import { siteAddresses, type SiteAddresses } from './site/site-addresses.ts'
import { openSiteAuthority, type SiteAuthority } from './tls/site-authority.ts'

export interface RunningServer extends AnnouncedServer {
  /** Takes no new work, answers what is running, and closes the store. Nothing acknowledged is lost without it either. */
  stop(): Promise<void>
}

const VERSION = '0.1.0'
/** Requests under way have this long to be answered when the server stops. */
const ANSWER_MS = 3_000
const HANDSHAKE_MS = 10_000
const now = () => Date.now()

/** Starts the server of one place. Rejects with a typed error where the configuration, the site's files or the store cannot be used. */
export async function startServer(config: Config, log: Log, announcement: Announcement): Promise<RunningServer> {
  const unlock = await openDataDirectory(config.dataDir)
  try {
    const tls = await openTls(config, lanAddresses())
    const server = new RestaurantServer(config, log, tls, announcement)
    return await server.start(unlock)
  } catch (cause) {
    await unlock()
    throw cause
  }
}

function openTls({ dataDir, names }: Config, addresses: readonly string[]): Promise<SiteAuthority> {
  return openSiteAuthority({ dataDir, names, addresses, now: now() })
}

/** One process, its ports, and the site that is behind them just now. */
class RestaurantServer {
  readonly #config: Config
  readonly #log: Log
  readonly #tls: SiteAuthority
  readonly #announcement: Announcement
  readonly #addresses: SiteAddresses
  readonly #setupCode = createSetupCode()
  readonly #ports: ServePorts
  readonly #trust: ReturnType<typeof trustHandlers>
  #active: ActiveSite | null = null
  #served: ServedSite | null = null
  #stopped: Promise<void> | null = null

  constructor(config: Config, log: Log, tls: SiteAuthority, announcement: Announcement) {
    this.#config = config
    this.#log = log
    this.#tls = tls
    this.#announcement = announcement
    this.#addresses = siteAddresses(config, lanAddresses)
    const isStopping = () => this.#stopped !== null
    this.#trust = trustHandlers({
      caPem: tls.caPem,
      facts: () => ({ fingerprint: tls.fingerprint, addresses: this.#addresses.secure() }),
    })
    const routes = serverTable({
      health: healthHandlers({
        now,
        version: VERSION,
        isStopping,
        ready: () => this.#answers(),
        lastBackup: () => this.#lastBackup(),
      }),
      trust: this.#trust,
      site: siteHandler((request) => this.#siteFacts(request)),
      setup: this.#setup(),
    })
    this.#ports = {
      config,
      log,
      tls,
      now,
      routes,
      isStopping,
      invitation: () => this.#invitation(),
      onEnrolled: announcement.enrolled,
    }
  }

  async start(unlock: () => Promise<void>): Promise<RunningServer> {
    const { dataDir, demo } = this.#config
    const stores = siteStores(this.#config, this.#tls.siteSecret, this.#log)
    const changed = (site: OpenSite | null) => this.#changed(site)
    const active = await openActiveSite({ dataDir, stores, ids: serverIds, changed }, { demo })
    this.#active = active
    try {
      return await this.#listen(async () => {
        await this.#served?.stop()
        await active.close()
        await unlock()
      })
    } catch (cause) {
      await active.close()
      throw cause
    }
  }

  async #listen(closed: () => Promise<void>): Promise<RunningServer> {
    const empty = serveNoSite(this.#ports)
    const secure = createHttpsServer(
      { ...SERVER_LIMITS, handshakeTimeout: HANDSHAKE_MS, cert: this.#tls.certChainPem, key: this.#tls.certKeyPem },
      (request, response) => void (this.#served?.app ?? empty)(request, response),
    )
    const plain = createHttpServer(SERVER_LIMITS, createTrustApp({ log: this.#log, routes: trustTable(this.#trust) }))
    const listeners = await listenBoth(secure, plain, this.#config)
    this.#addresses.listening(listeners.map(({ port }) => port))
    const renewal = keepCertificateFresh({
      open: (found) => openTls(this.#config, found),
      apply: ({ certChainPem, certKeyPem }) => secure.setSecureContext({ cert: certChainPem, key: certKeyPem }),
      addresses: lanAddresses,
      now,
      failed: (cause) => this.#log.error({ err: cause }, 'the certificate could not be renewed'),
    })
    const stop = async () => {
      renewal.stop()
      await this.#served?.stop()
      await Promise.all(listeners.map((listener) => listener.stop(ANSWER_MS)))
      await closed()
    }
    return {
      addresses: this.#addresses.secure(),
      trustAddresses: this.#addresses.plain(),
      fingerprint: this.#tls.fingerprint,
      site: () => this.#served && announced(this.#served),
      newSetupCode: () => this.#setupCode.renew(),
      stop: () => (this.#stopped ??= stop()),
    }
  }

  async #changed(site: OpenSite | null): Promise<void> {
    const former = this.#served
    this.#served = site && serveSite(site, this.#ports)
    await former?.stop()
    this.#announcement.changed()
  }

  #setup(): SetupHandlers {
    return setupHandlers({
      code: this.#setupCode,
      isOpen: () => this.#served === null,
      stepIntoDemo: async (name) => {
        const opened = await this.#activeSite().openDemo()
        return opened.ok ? ok(await this.#welcome(name)) : opened
      },
      setUp: (request) => this.#setUp(request),
      deleteDemo: () => this.#activeSite().deleteDemo(),
    })
  }

  async #setUp(request: SetupRequest) {
    const owner = await this.#activeSite().setUp((made) => fillRestaurant(made, request, serverIds))
    return owner.ok ? ok({ ...(await this.#welcome(request.terminal)), owner: owner.value }) : owner
  }

  #activeSite(): ActiveSite {
    if (!this.#active) throw new StoreError('store.unavailable', 'the server is starting')
    return this.#active
  }

  #welcome(name: string) {
    if (!this.#served) throw new StoreError('store.unavailable', 'the site has gone')
    return this.#served.terminals.welcome(name)
  }

  #invitation(): Invitation {
    const isElsewhere = (address: string) => !address.includes('//localhost')
    const [secure, plain] = [this.#addresses.secure(), this.#addresses.plain()]
    return {
      address: secure.find(isElsewhere) ?? secure[0] ?? '',
      trustAddress: plain.find(isElsewhere) ?? plain[0] ?? null,
      fingerprint: this.#tls.fingerprint,
    }
  }

  async #siteFacts(request: Request): Promise<SiteFacts> {
    const site = this.#served?.site
    const needsCode = !isAtServer(request)
    if (!site)
      return { names: {}, demoSignIns: [], setup: 'open', needsCode, branch: null, backup: { last: null, now: now() } }
    const { authority, branch, demoSignIns, kind } = site
    const [document] = await authority.read('branch', [branch])
    const names = document?.['names']
    const setup = kind === 'demo' ? 'demo' : 'done'
    return {
      names: isJsonObject(names) ? names : {},
      demoSignIns,
      setup,
      needsCode,
      branch,
      backup: { last: await this.#lastBackup(), now: now() },
    }
  }

  async #lastBackup(): Promise<number | null> {
    return (await this.#served?.site.lastBackup()) ?? null
  }

  /** A server without a site waits for one, and is well. */
  async #answers(): Promise<boolean> {
    try {
      await this.#served?.site.store.seq('branch')
      return true
    } catch (cause) {
      if (cause instanceof StoreError) return false
      throw cause
    }
  }
}

function announced({ site, terminals }: ServedSite) {
  return { demoSignIns: site.demoSignIns, lastBackup: site.lastBackup, mintJoinCode: terminals.joinCodes.mint }
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

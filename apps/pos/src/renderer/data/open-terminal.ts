import { createIdSource, type DayRule } from '@orderez/core/kernel'
import type { FactLog } from '@orderez/core/sync'
import { createTerminalEngine, type EngineStatus } from '@orderez/core/sync-engine'
import type { HostApi, Identity } from '../../shared/host-api.ts'
import { entropy, platformClock, timers } from '../platform/browser-ports.ts'
import { openHostFactLog } from '../platform/host-fact-log.ts'
import type { IdentityKeeper } from '../platform/identity-keeper.ts'
import { aloneAmongWindows, createCartChanges } from './cart-changes.ts'
import { databaseName } from './database-name.ts'
import { openTerminalDatabase } from './database.ts'
import { createHttpServerLink } from './http-server-link.ts'
import type { LedgerKeeper } from './ledger/keep-ledger.ts'
import { openLedgerLater } from './ledger/ledger-later.ts'
import type { OpenLedgerParts } from './ledger/open-ledger.ts'
import { openIndexedDbFactLog } from './indexeddb-fact-log.ts'
import { createCuttableLink, type NetworkCut } from './network-cut.ts'
import { createPictureLink } from './picture-link.ts'
import { openPictures } from './pictures.ts'
import { OPENED_LOG } from './opened-log.ts'
import { createQueries } from './queries.ts'
import { createRxTerminalStore } from './rx-terminal-store.ts'
import { createSiteCalls } from './site-calls.ts'
import { createSwitchedLink } from './switched-link.ts'
import type { Terminal } from './terminal.ts'
import { shareAmongWindows } from './terminal-windows.ts'
import { tidyDaily } from './tidy-daily.ts'
import { createTokenSource } from './token-source.ts'

interface OpenRequest {
  readonly identity: Identity
  readonly keeper: IdentityKeeper
  readonly host: HostApi | null
  readonly cable: NetworkCut
}

/** Puts the parts of this terminal together: log, local database, link, engine. Works without a network. */
export async function openTerminal({ identity, keeper, host, cable }: OpenRequest): Promise<Terminal> {
  const { terminal, branch } = identity
  if (!host) askToKeep()
  const name = databaseName(terminal)
  const [log, database] = await Promise.all([openLog(identity, host), openTerminalDatabase(name)])
  const store = createRxTerminalStore(database, terminal)
  const tokens = createTokenSource(keeper)
  const network = createSwitchedLink(createCuttableLink(createHttpServerLink(tokens), cable))
  const engine = createTerminalEngine(
    { log, store, link: network.link, clock: platformClock, timers, entropy },
    { terminal, branch },
  )
  const windows = shareAmongWindows(engine, network, name)
  const ids = createIdSource({ now: () => engine.time.now(), random: entropy })
  const stored = createQueries(database, terminal)
  const carts = createCartChanges({
    ids,
    read: stored.readCarts,
    live: stored.cartsOf,
    edit: (next, person) => windows.edit('carts', next, person),
    alone: (order, task) => aloneAmongWindows(`${name}-cart-${order}`, task),
  })
  const queries = { ...stored, cartsOf: carts.shown }
  const shelf = openPictures({
    terminal,
    link: createPictureLink(tokens),
    dishes: queries.documents('dish'),
    isOnline: () => windows.status().link === 'online',
    onConnection: (listener) => onLinkChange(windows, listener),
    now: () => platformClock.wall(),
  })
  const rule = () => queries.branch.get()?.branch ?? null
  const stopTidying = tidyDaily(engine, rule)
  const ledger = openLedgerBeside(windows, { terminal, log, tokens, cable, rule, now: () => engine.time.now() })
  const stopHearing = hearPlatform(cable, () => {
    engine.nudge()
    ledger.wake()
  })
  return {
    ...windows,
    identity,
    ids,
    queries,
    site: createSiteCalls(tokens, cable),
    network: cable,
    changeCart: carts.change,
    cartsSettled: carts.settled,
    pictures: shelf.pictures,
    now: () => engine.time.now(),
    nextTime: () => engine.time.next(),
    async record(drafts) {
      const facts = await windows.record(drafts)
      ledger.wake()
      return facts
    },
    async close() {
      stopTidying()
      await ledger.stop()
      cable.close()
      shelf.close()
      stopHearing()
      await windows.close()
      await log.close()
      await database.close()
    },
  }
}

/** Calls when the network may be back or somebody looks at this window again. Returns the way to stop. */
function hearPlatform(cable: NetworkCut, nudge: () => void): () => void {
  const stop = cable.listen(nudge)
  window.addEventListener('online', nudge)
  document.addEventListener('visibilitychange', nudge)
  return () => {
    stop()
    window.removeEventListener('online', nudge)
    document.removeEventListener('visibilitychange', nudge)
  }
}

interface LedgerParts extends Pick<OpenLedgerParts, 'terminal' | 'log' | 'tokens' | 'cable' | 'now'> {
  /** Null until the branch's record has arrived. */
  rule(): DayRule | null
}

function openLedgerBeside({ status }: Pick<Terminal, 'status'>, { rule, ...parts }: LedgerParts): LedgerKeeper {
  return openLedgerLater({
    ...parts,
    rule: () => rule() ?? LOCAL_DAY,
    isAllDecided: () => isAllDecided(status()),
    epoch: () => status().epoch,
    failed: (cause) => console.info('ledger', cause),
  })
}

/** Before the branch's record has arrived; a fact that was filed under another day is there twice, which changes nothing. */
const LOCAL_DAY: DayRule = { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, dayStartsAt: '05:00' }

/** Only what the engine knows while it is connected: before, it has not counted yet. */
function isAllDecided({ link, undecided }: EngineStatus): boolean {
  return link === 'online' && undecided === 0
}

/** Tells of a change of the connection alone; the status changes with every fact. */
function onLinkChange(windows: Pick<Terminal, 'status' | 'onStatus'>, listener: () => void): () => void {
  let { link } = windows.status()
  return windows.onStatus((status) => {
    if (status.link === link) return
    link = status.link
    listener()
  })
}

async function openLog({ terminal }: Identity, host: HostApi | null): Promise<FactLog> {
  const ids = createIdSource({ now: () => platformClock.wall(), random: entropy })
  const newIncarnation = () => ids.next('incarnation')
  if (host) return openHostFactLog(host, { terminal, newIncarnation })
  const openedBefore = localStorage.getItem(OPENED_LOG) === terminal
  const log = await openIndexedDbFactLog({ terminal, newIncarnation, openedBefore })
  localStorage.setItem(OPENED_LOG, terminal)
  return log
}

/** A browser that is short of space then asks, instead of emptying us. Whether it says yes is its own affair. */
function askToKeep(): void {
  if (!window.isSecureContext) return
  navigator.storage.persist().catch((cause: unknown) => console.info('persist', cause))
}

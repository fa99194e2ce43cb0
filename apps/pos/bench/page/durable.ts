import PouchDB from 'pouchdb-core'
import idb from 'pouchdb-adapter-idb'
import { createIdSource, err } from '@orderez/core/kernel'
import { createTerminalEngine } from '@orderez/core/sync-engine'
import type { ServerLink } from '@orderez/core/sync'
import type { FactDraft } from '@orderez/core/orders'
import { openTerminalDatabase } from '../../src/renderer/data/database.ts'
import { openIndexedDbFactLog } from '../../src/renderer/data/indexeddb-fact-log.ts'
import { createRxTerminalStore } from '../../src/renderer/data/rx-terminal-store.ts'
import { entropy, platformClock, timers } from '../../src/renderer/platform/browser-ports.ts'
import { openIndexedDb, transactionDone } from '../../src/renderer/platform/indexeddb-request.ts'
import { openPeerRows } from './peer-database.ts'
import { openKitchen } from './sample-orders.ts'

PouchDB.plugin(idb)

/** Keeps one sent round; resolves when that is kept. */
type Keep = (draft: FactDraft) => Promise<unknown>

const noServer: ServerLink = {
  handshake: async () => err('link.offline'),
  push: async () => err('link.offline'),
  pull: async () => err('link.offline'),
  fetch: async () => err('link.offline'),
  openStream(on) {
    const timer = setTimeout(() => on.end(), 0)
    return { close: () => clearTimeout(timer) }
  },
}

/**
 * The same rounds of four lines, kept by each subject in turn: by the terminal's engine (log, strict; then the projection), and by what people
 * use instead. Milliseconds of each round, by subject.
 */
export async function saveRounds(rounds: number): Promise<Record<string, number[]>> {
  const kitchen = await openKitchen()
  const subjects: Record<string, Keep> = {
    orderez: await ours(),
    'raw IndexedDB, strict': await rawPut(),
    'RxDB insert': await rxInsert(),
    'PouchDB put': await pouchPut(),
  }
  const names = Object.keys(subjects)
  const taken: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = -10; round < rounds; round += 1) {
    for (const name of names) {
      const lines = Array.from({ length: 4 }, () => kitchen.site.line())
      const order = kitchen.site.ids.next('order')
      const body = { round: kitchen.site.ids.next('round'), lines }
      const draft = kitchen.terminal.draft(order, 'roundSent', body)
      const from = performance.now()
      await subjects[name]?.(draft)
      if (round >= 0) taken[name]?.push(performance.now() - from)
    }
  }
  return taken
}

async function ours(): Promise<Keep> {
  const ids = createIdSource({ now: () => Date.now(), random: entropy })
  const terminal = ids.next('terminal')
  const newIncarnation = () => ids.next('incarnation')
  const log = await openIndexedDbFactLog({ terminal, newIncarnation, openedBefore: false })
  const store = createRxTerminalStore(await openTerminalDatabase(`bench-${terminal}`), terminal)
  const engine = createTerminalEngine(
    { log, store, link: noServer, clock: platformClock, timers, entropy },
    { terminal, branch: ids.next('branch') },
  )
  await engine.start()
  return (draft) => engine.record([draft])
}

async function rawPut(): Promise<Keep> {
  const database = await openIndexedDb(`bench-raw-${performance.timeOrigin}`, (created) => {
    created.createObjectStore('rounds')
  })
  return (draft) => {
    const transaction = database.transaction('rounds', 'readwrite', { durability: 'strict' })
    transaction.objectStore('rounds').put(draft, draft.id)
    return transactionDone(transaction)
  }
}

async function rxInsert(): Promise<Keep> {
  const rows = await openPeerRows(`bench-rx-${performance.timeOrigin}`)
  return (draft) => rows.insert({ id: draft.id, body: draft })
}

async function pouchPut(): Promise<Keep> {
  const database = new PouchDB(`bench-pouch-${performance.timeOrigin}`, { adapter: 'idb' })
  return (draft) => database.put({ _id: draft.id, ...draft })
}

import PouchDB, { type Replication, type WindowDatabase } from 'pouchdb-core'
import http from 'pouchdb-adapter-http'
import idb from 'pouchdb-adapter-idb'
import replication from 'pouchdb-replication'
import * as z from 'zod'
import { idSchema, type BusinessDay, type TerminalId } from '@orderez/core/kernel'
import { ledgerEntryOf, ledgerNameOf, parseLedgerName } from '@orderez/core/ledger'
import type { Fact } from '@orderez/core/orders'
import type { LogPlace } from '@orderez/core/sync'

PouchDB.plugin(idb).plugin(http).plugin(replication)

/** The ledger as it lies on this device: one database a business day. Nothing in it is ever changed. */
export interface LedgerShelf {
  /** The days that are kept, oldest first. */
  days(): Promise<readonly BusinessDay[]>
  /** Up to where the log has been copied; null where that is not known, and then everything is copied again, which changes nothing. */
  copiedThrough(): Promise<LogPlace | null>
  /** Copies facts of one day, in the order of the log. Resolves when they and the place are kept. */
  copy(day: BusinessDay, facts: readonly Fact[]): Promise<void>
  /** How much a day has grown; another value means that there is something to replicate. */
  size(day: BusinessDay): Promise<string>
  /** Sends what the server does not have. Rejects when not all of it arrived; what did is not sent again. */
  replicate(day: BusinessDay, batchSize: number): Promise<void>
  /** Ends what is under way. */
  cancel(): void
  destroy(day: BusinessDay): Promise<void>
  close(): Promise<void>
}

const PREFIX = 'orderez-ledger-'
/** By which PouchDB's adapter names its databases. */
const IDB_PREFIX = `_pouch_${PREFIX}`
const MARK = '_local/copied'
const BATCHES = 2
const markSchema = z.object({ count: z.int(), incarnation: idSchema('incarnation'), n: z.int().min(1) })
type Mark = z.infer<typeof markSchema>

export interface LedgerShelfOptions {
  readonly terminal: TerminalId
  /** Where the ledgers are on the server, as an address with its origin. */
  readonly base: string
  readonly fetch: typeof fetch
}

export function openLedgerShelf({ terminal, base, fetch: ask }: LedgerShelfOptions): LedgerShelf {
  const opened = new Map<BusinessDay, WindowDatabase>()
  let sending: Replication | null = null
  let count: number | null = null

  function at(day: BusinessDay): WindowDatabase {
    const name = `${PREFIX}${ledgerNameOf({ terminal, day })}`
    const database = opened.get(day) ?? new PouchDB(name, { adapter: 'idb', revs_limit: 1, auto_compaction: false })
    opened.set(day, database)
    return database
  }

  async function days(): Promise<readonly BusinessDay[]> {
    const databases = await indexedDB.databases()
    const names = databases.flatMap(({ name = '' }) =>
      name.startsWith(IDB_PREFIX) ? name.slice(IDB_PREFIX.length) : [],
    )
    const own = names.flatMap((name) => parseLedgerName(name) ?? []).filter((name) => name.terminal === terminal)
    return own.map(({ day }) => day).toSorted()
  }

  async function newestMark(): Promise<Mark | null> {
    const marks = await Promise.all((await days()).map(async (day) => readMark(at(day))))
    return marks.reduce((newest, mark) => (mark && mark.count > (newest?.count ?? 0) ? mark : newest), null)
  }

  return {
    days,
    async copiedThrough() {
      const mark = await newestMark()
      count = mark?.count ?? 0
      return mark && { incarnation: mark.incarnation, n: mark.n }
    },
    async copy(day, facts) {
      const last = facts.at(-1)
      if (!last) return
      count ??= (await newestMark())?.count ?? 0
      const database = at(day)
      const failed = await database.bulkDocs(facts.map(ledgerEntryOf), { new_edits: false })
      // With revisions of their own, rows are answered only for what went wrong.
      if (failed.length > 0) throw new Error('the ledger did not take every fact')
      count += 1
      await writeMark(database, { count, incarnation: last.incarnation, n: last.n })
    },
    async size(day) {
      return String((await at(day).info()).update_seq)
    },
    async replicate(day, batchSize) {
      const address = `${base}/${ledgerNameOf({ terminal, day })}`
      const target = new PouchDB(address, { adapter: 'http', skip_setup: true, fetch: ask })
      sending = at(day).replicate.to(target, { batch_size: batchSize, batches_limit: BATCHES })
      try {
        const { ok, doc_write_failures: failures } = await sending
        if (!ok || failures > 0) throw new Error('not all of the ledger arrived')
      } finally {
        sending = null
        await target.close()
      }
    },
    cancel: () => sending?.cancel(),
    async destroy(day) {
      await at(day).destroy()
      opened.delete(day)
    },
    async close() {
      sending?.cancel()
      await Promise.all([...opened.values()].map((database) => database.close()))
      opened.clear()
    },
  }
}

async function readMark(database: WindowDatabase): Promise<Mark | null> {
  const parsed = markSchema.safeParse(await readLocal(database))
  return parsed.success ? parsed.data : null
}

async function writeMark(database: WindowDatabase, mark: Mark): Promise<void> {
  const { _rev } = (await readLocal(database)) ?? {}
  await database.put({ _id: MARK, ...mark, ...(_rev === undefined ? {} : { _rev }) })
}

async function readLocal(database: WindowDatabase): Promise<{ readonly [key: string]: unknown } | null> {
  try {
    return await database.get(MARK)
  } catch (cause) {
    if (cause instanceof Object && 'status' in cause && cause.status === 404) return null
    throw cause
  }
}

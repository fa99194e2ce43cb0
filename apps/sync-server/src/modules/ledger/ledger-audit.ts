import type { Authority } from '@orderez/core/authority'
import { isJsonObject, type BranchId, type JsonObject } from '@orderez/core/kernel'
import type { LedgerChanges, LedgerDatabases } from '../../store/ledger-databases.ts'
import { createLedgerCheck } from './check-ledger.ts'

/**
 * Compares ledgers with orders: what only a ledger has goes through the authority's door, and what is wrong with a ledger into the inbox. It
 * lags behind what arrives, so that a push has the first word, and remembers in each database how far it has come.
 */
export interface LedgerAudit {
  /** A database is about to be written; from now on it is looked at after every start. */
  announce(month: string): Promise<void>
  /** Something was written there. */
  arrived(month: string): void
  start(): void
  /** Resolves when nothing is being compared any more. */
  stop(): Promise<void>
}

/** Where the server notes which databases there are. */
export interface LedgerNotes {
  read(id: string): Promise<JsonObject | null>
  change(id: string, change: (current: JsonObject | null) => JsonObject | null): Promise<void>
}

export interface LedgerAuditPorts {
  readonly ledgers: LedgerDatabases
  readonly authority: Authority
  readonly branch: BranchId
  readonly notes: LedgerNotes
  failed(cause: unknown): void
  readonly pauseMs?: number
}

const PAUSE_MS = 5_000
const PAGE = 2_000
const NOTE = 'ledger-months'
const MARK = 'compared'

export function createLedgerAudit(ports: LedgerAuditPorts): LedgerAudit {
  const { notes, pauseMs = PAUSE_MS } = ports
  /** By month, what was read the last time and is looked at the next time; null where there is nothing known to be new. */
  const waiting = new Map<string, LedgerChanges | null>()
  const known = new Set<string>()
  const check = createLedgerCheck(ports, () => [...known])
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let isOpen = false

  async function open(): Promise<void> {
    for (const month of monthsIn(await notes.read(NOTE))) {
      known.add(month)
      waiting.set(month, null)
    }
    await check.open()
    isOpen = true
  }

  async function look(): Promise<void> {
    if (!isOpen) await open()
    // What comes meanwhile waits for the next time. A month that cannot be read does not hold up the others.
    const round = Array.from(waiting)
    for (const [month, page] of round) {
      await lookAt(month, page).catch((cause: unknown) => {
        ports.failed(cause)
        if (!waiting.has(month)) waiting.set(month, null)
      })
    }
  }

  async function lookAt(month: string, page: LedgerChanges | null): Promise<void> {
    if (page) {
      await check.compare(page.documents)
      await writeMark(ports, month, page.last)
    }
    waiting.delete(month)
    const next = await ports.ledgers.changes(month, await readMark(ports, month), PAGE)
    if (next.documents.length > 0) waiting.set(month, next)
  }

  function tick(): void {
    running = look()
      .catch(ports.failed)
      .finally(() => {
        if (timer) timer = setTimeout(tick, pauseMs)
      })
  }

  return {
    async announce(month) {
      if (known.has(month)) return
      await notes.change(NOTE, (current) => ({ months: [...new Set([...monthsIn(current), month])] }))
      known.add(month)
    },
    arrived(month) {
      if (!waiting.has(month)) waiting.set(month, null)
    },
    start() {
      timer = setTimeout(tick, pauseMs)
    },
    async stop() {
      if (timer) clearTimeout(timer)
      timer = null
      await running
    },
  }
}

function monthsIn(note: unknown): readonly string[] {
  const months = isJsonObject(note) ? note['months'] : []
  return Array.isArray(months) ? months.filter((month): month is string => typeof month === 'string') : []
}

type MarkPorts = Pick<LedgerAuditPorts, 'ledgers' | 'authority'>

/** A place belongs to an epoch: what the orders had before it began is compared anew. */
async function readMark({ ledgers, authority }: MarkPorts, month: string): Promise<string | null> {
  const mark = await ledgers.readLocal(month, MARK)
  const { last, epoch } = mark ?? {}
  return epoch === authority.epoch() && typeof last === 'string' ? last : null
}

async function writeMark({ ledgers, authority }: MarkPorts, month: string, last: string): Promise<void> {
  const { _rev } = (await ledgers.readLocal(month, MARK)) ?? {}
  const body = { last, epoch: authority.epoch(), ...(_rev === undefined ? {} : { _rev }) }
  // Where somebody else was quicker the same is compared again, which changes nothing.
  await ledgers.writeLocal(month, MARK, body)
}

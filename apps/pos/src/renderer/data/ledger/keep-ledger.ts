import { businessDayOf, type BusinessDay, type DayRule } from '@orderez/core/kernel'
import type { Fact } from '@orderez/core/orders'
import type { FactLog, LogPlace } from '@orderez/core/sync'
import type { LedgerShelf } from './ledger-shelf.ts'

/** Copies the log into the ledger and the ledger to the server, for ever, beside everything else. */
export interface LedgerKeeper {
  /** A fact was saved, the network is back, or somebody asks: soon. */
  wake(): void
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>
}

export interface LedgerKeeperPorts {
  readonly log: Pick<FactLog, 'read' | 'tail'>
  readonly shelf: LedgerShelf
  /** When a business day begins. */
  rule(): DayRule
  now(): number
  /** Whether the server has decided everything that this terminal ever said, and that is known for sure. */
  isAllDecided(): boolean
  /** The server's incarnation; null while none is known. */
  epoch(): string | null
  failed(cause: unknown): void
  readonly pauses?: Partial<Pauses>
}

/** In ms. */
interface Pauses {
  /** Behind the last fact: a Send has the device for itself. */
  readonly quiet: number
  /** Behind the first one at the latest. */
  readonly busy: number
  /** Other windows write to the log too. */
  readonly look: number
  readonly retry: number
  readonly longestRetry: number
}

/** The server is in the house: asking again is cheap. */
const PAUSES: Pauses = { quiet: 2_000, busy: 10_000, look: 20_000, retry: 1_000, longestRetry: 5_000 }
const PAGE = 200
const BATCH = 100
const DAY_MS = 86_400_000
const KEPT_DAYS = 8

export function keepLedger(ports: LedgerKeeperPorts): LedgerKeeper {
  const pauses = { ...PAUSES, ...ports.pauses }
  const sent = createSentDays(ports)
  let copied: LogPlace | null | undefined
  let retry = pauses.retry
  let timer: ReturnType<typeof setTimeout> | null = null
  let running: Promise<void> | null = null
  let isStopped = false
  /** When somebody first asked for the next round; null while nobody has. */
  let wokenAt: number | null = null

  async function round(): Promise<void> {
    copied = await copyLog(ports, copied === undefined ? await ports.shelf.copiedThrough() : copied, () => isStopped)
    for (const day of await ports.shelf.days()) if (!isStopped) await sent.send(day)
    if (!isStopped) await dropOld(ports, sent.isSent)
  }

  function wakeIn(ms: number): void {
    if (timer) clearTimeout(timer)
    timer = isStopped ? null : setTimeout(run, ms)
  }

  function wakeSoon(): void {
    wokenAt ??= performance.now()
    wakeIn(Math.max(0, Math.min(pauses.quiet, wokenAt + pauses.busy - performance.now())))
  }

  function run(): void {
    wokenAt = null
    running = round().then(
      () => {
        running = null
        retry = pauses.retry
        if (wokenAt === null) wakeIn(pauses.look)
        else wakeSoon()
      },
      (cause: unknown) => {
        running = null
        // What was copied is read again from the ledger itself.
        copied = undefined
        if (!isStopped) ports.failed(cause)
        wakeIn(retry)
        retry = Math.min(retry * 2, pauses.longestRetry)
      },
    )
  }

  wakeIn(pauses.quiet)
  return {
    wake() {
      if (running) wokenAt ??= performance.now()
      else wakeSoon()
    },
    async stop() {
      isStopped = true
      if (timer) clearTimeout(timer)
      ports.shelf.cancel()
      await running
      await ports.shelf.close()
    },
  }
}

/** From where it ended to the end of the log. */
async function copyLog(
  { log, shelf, rule }: LedgerKeeperPorts,
  from: LogPlace | null,
  isStopped: () => boolean,
): Promise<LogPlace | null> {
  for (let place = from; !isStopped();) {
    const facts = await log.read(place, PAGE)
    for (const [day, some] of runsByDay(facts, rule())) await shelf.copy(day, some)
    const last = facts.at(-1)
    if (last) place = { incarnation: last.incarnation, n: last.n }
    if (facts.length < PAGE) return place
  }
  return from
}

/** Neighbours of one day together; the order of the log stays. */
function runsByDay(facts: readonly Fact[], rule: DayRule): readonly (readonly [BusinessDay, readonly Fact[]])[] {
  const runs: [BusinessDay, Fact[]][] = []
  for (const fact of facts) {
    const day = businessDayOf(fact.at.ms, rule)
    const run = runs.at(-1)
    if (run?.[0] === day) run[1].push(fact)
    else runs.push([day, [fact]])
  }
  return runs
}

interface SentDays {
  send(day: BusinessDay): Promise<void>
  /** Whether the server has all of it, as it is now. */
  isSent(day: BusinessDay): Promise<boolean>
}

function createSentDays({ shelf, epoch }: LedgerKeeperPorts): SentDays {
  const sizes = new Map<BusinessDay, string>()
  let known = epoch()
  let batch = BATCH

  /** Another server, or one that was put back, may lack what the former had. */
  function forgetOtherEpoch(): void {
    if (epoch() === known) return
    known = epoch()
    sizes.clear()
  }

  const isSent = async (day: BusinessDay) => {
    forgetOtherEpoch()
    return sizes.has(day) && sizes.get(day) === (await shelf.size(day))
  }

  return {
    isSent,
    async send(day) {
      if (await isSent(day)) return
      const size = await shelf.size(day)
      try {
        await shelf.replicate(day, batch)
      } catch (cause) {
        if (cause instanceof Object && 'status' in cause && cause.status === 413) batch = Math.max(1, batch >> 1)
        throw cause
      }
      sizes.set(day, size)
    },
  }
}

/** A day goes when it is a week old, wholly at the server, and everything in it is decided; never before. */
async function dropOld(
  { shelf, rule, now, isAllDecided }: LedgerKeeperPorts,
  isSent: SentDays['isSent'],
): Promise<void> {
  const oldest = businessDayOf(now() - KEPT_DAYS * DAY_MS, rule())
  for (const day of await shelf.days()) {
    if (day < oldest && isAllDecided() && (await isSent(day))) await shelf.destroy(day)
  }
}

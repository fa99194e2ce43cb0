import type { Authority, LedgerFlawSeen } from '@orderez/core/authority'
import { ledgerFindingSchema } from '@orderez/core/inbox'
import { idSchema, type BranchId, type TerminalId } from '@orderez/core/kernel'
import { ledgerIdOf, parseLedgerEntry, verifyLedger, type LedgerPlace } from '@orderez/core/ledger'
import type { Fact } from '@orderez/core/orders'
import { StoreError } from '@orderez/core/sync'
import * as z from 'zod'
import type { LedgerDatabases, LedgerDocument } from '../../store/ledger-databases.ts'
import { heldIn, itemOf, type HeldDocument } from './sort-document.ts'

export interface LedgerCheck {
  /** Reads which gaps are open. */
  open(): Promise<void>
  /** Judges what the orders lack, and looks at the places around. Rejects where it has to be done again; that changes nothing twice. */
  compare(documents: readonly LedgerDocument[]): Promise<void>
}

interface CheckPorts {
  readonly ledgers: LedgerDatabases
  readonly authority: Authority
  readonly branch: BranchId
}

const BATCH = 500

export function createLedgerCheck(ports: CheckPorts, months: () => readonly string[]): LedgerCheck {
  const { authority, branch } = ports
  const gaps = new Map<string, LedgerFlawSeen>()

  async function judge(terminal: TerminalId, items: readonly unknown[]): Promise<void> {
    for (let at = 0; at < items.length; at += BATCH) {
      const taken = await authority.takeLedger({ terminal, branch }, items.slice(at, at + BATCH))
      if (!taken.ok) throw new StoreError('store.unavailable', `the ledger's facts were not decided: ${taken.code}`)
    }
  }

  async function note(flaws: readonly LedgerFlawSeen[]): Promise<void> {
    if (flaws.length === 0) return
    const noted = await authority.noteFlaws(flaws)
    if (!noted.ok) throw new StoreError('store.unavailable', 'the findings were not kept')
    for (const flaw of flaws) {
      if (flaw.flaw !== 'gap') continue
      if (flaw.isMended) gaps.delete(logOf(flaw))
      else gaps.set(logOf(flaw), flaw)
    }
  }

  async function compareOf(terminal: TerminalId, brought: readonly Brought[]): Promise<void> {
    const facts = brought.flatMap(({ fact }) => fact ?? [])
    const held = brought.flatMap((each) => each.held ?? [])
    await judge(terminal, [...facts, ...held.map(itemOf)])
    const flaws = held.flatMap((each) => foreignIn(terminal, each))
    for (const log of Map.groupBy(facts, ({ incarnation }) => incarnation).values()) {
      flaws.push(...(await flawsAround(ports.ledgers, months(), log, gaps)))
    }
    await note(flaws)
  }

  return {
    async open() {
      for (const document of await authority.list('inbox', 'ledgerFinding')) {
        const { data: finding } = ledgerFindingSchema.safeParse(document)
        if (finding?.flaw === 'gap' && finding.mendedAt === undefined) gaps.set(logOf(finding), finding)
      }
    },
    async compare(documents) {
      const brought = Map.groupBy(documents.flatMap(readBrought), ({ terminal }) => terminal)
      // What stops at one terminal is tried again, and holds up no other.
      const done = await Promise.allSettled([...brought].map(([terminal, all]) => compareOf(terminal, all)))
      const failed = done.find(({ status }) => status === 'rejected')
      if (failed?.status === 'rejected') throw failed.reason
    },
  }
}

function logOf({ terminal, incarnation }: Omit<LedgerPlace, 'n'>): string {
  return `${terminal}.${incarnation}`
}

interface Brought {
  readonly terminal: TerminalId
  readonly fact: Fact | null
  readonly held: HeldDocument | null
}

/** Nothing for what is not of a ledger: a design document, or what another program put there. */
function readBrought(document: LedgerDocument): Brought[] {
  const held = heldIn(document)
  const { data: terminal } = idSchema('terminal').safeParse(held ? held.terminal : document._id.split('.')[0])
  if (terminal === undefined) return []
  const entry = parseLedgerEntry(terminal, document)
  return [{ terminal, held, fact: entry.ok ? entry.value.fact : null }]
}

const foreignSchema = z.object({ incarnation: idSchema('incarnation'), n: z.int().min(1) })

function foreignIn(terminal: TerminalId, held: HeldDocument): LedgerFlawSeen[] {
  if (held.code !== 'ledger.foreign') return []
  const place = foreignSchema.safeParse(itemOf(held))
  if (!place.success) return []
  const { incarnation, n } = place.data
  return [{ terminal, incarnation, flaw: 'foreign', n, last: n }]
}

/** The flaws of one log in the places where `facts` stand and next to them; and whether a gap is none any more. */
async function flawsAround(
  ledgers: LedgerDatabases,
  months: readonly string[],
  facts: readonly Fact[],
  gaps: ReadonlyMap<string, LedgerFlawSeen>,
): Promise<LedgerFlawSeen[]> {
  const numbers = facts.map(({ n }) => n)
  const [first] = facts
  if (!first) return []
  const { terminal, incarnation } = first
  const log = { terminal, incarnation }
  const from = Math.min(...numbers)
  const to = Math.max(...numbers)
  const seen = await readLog(ledgers, months, log, { from: Math.max(1, from - 1), to: to + 1 })
  const before = from > 1 && seen.every(({ n }) => n >= from) ? await lastBefore(ledgers, months, log, from) : null
  const flaws: LedgerFlawSeen[] = [...verifyLedger(before === null ? seen : [before, ...seen])]
  const gap = gaps.get(logOf(log))
  if (!gap || flaws.some(({ flaw }) => flaw === 'gap')) return flaws
  const filled = await readLog(ledgers, months, log, { from: gap.n, to: gap.last })
  const isMended = new Set(filled.map(({ n }) => n)).size === gap.last - gap.n + 1
  return isMended ? [...flaws, { ...gap, isMended }] : flaws
}

type Log = Omit<LedgerPlace, 'n'>

async function readLog(
  ledgers: LedgerDatabases,
  months: readonly string[],
  log: Log,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Fact[]> {
  const found: Fact[] = []
  for (const month of months) {
    const range = [ledgerIdOf({ ...log, n: from }), ledgerIdOf({ ...log, n: to })] as const
    const documents = await ledgers.range(month, ...range, { limit: to - from + 1 })
    found.push(...factsIn(log, documents))
  }
  return found
}

async function lastBefore(
  ledgers: LedgerDatabases,
  months: readonly string[],
  log: Log,
  n: number,
): Promise<Fact | null> {
  let last: Fact | null = null
  for (const month of months) {
    const range = [ledgerIdOf({ ...log, n: 1 }), ledgerIdOf({ ...log, n: n - 1 })] as const
    const [fact] = factsIn(log, await ledgers.range(month, ...range, { limit: 1, newestFirst: true }))
    if (fact && fact.n > (last?.n ?? 0)) last = fact
  }
  return last
}

function factsIn({ terminal }: Log, documents: readonly LedgerDocument[]): Fact[] {
  return documents.flatMap((document) => {
    const entry = parseLedgerEntry(terminal, document)
    return entry.ok ? [entry.value.fact] : []
  })
}

import * as z from 'zod'
import { digestOf, err, idSchema, ok, type IncarnationId, type Result, type TerminalId } from '../kernel/index.ts'
import { factSchema, type Fact } from '../orders/index.ts'

/** A fact's place in the logs of all terminals. */
export interface LedgerPlace {
  readonly terminal: TerminalId
  readonly incarnation: IncarnationId
  readonly n: number
}

/** One fact as it left the log, as CouchDB's protocol carries it. */
export interface LedgerEntry {
  readonly _id: string
  readonly _rev: string
  readonly _revisions: { readonly start: 1; readonly ids: readonly [string] }
  readonly fact: Fact
}

/** Why a document is not what its sender's log says; it is kept all the same (L3). */
export type LedgerDoubt = 'ledger.malformed' | 'ledger.foreign' | 'ledger.misplaced'

const NUMBER_DIGITS = 12
const REV_DIGITS = 32

/** L1: ids of one log sort as its numbers do, and logs of one terminal by the time at which they began, as its clock told it. */
export function ledgerIdOf({ terminal, incarnation, n }: LedgerPlace): string {
  return `${terminal}.${incarnation}.${String(n).padStart(NUMBER_DIGITS, '0')}`
}

const idParts = z.tuple([idSchema('terminal'), idSchema('incarnation'), z.string().regex(/^\d{12}$/)])

/** Null for what is no id of a ledger. */
export function ledgerPlaceOf(id: string): LedgerPlace | null {
  const parts = idParts.safeParse(id.split('.'))
  if (!parts.success) return null
  const [terminal, incarnation, number] = parts.data
  const n = Number(number)
  return n === 0 ? null : { terminal, incarnation, n }
}

/** L2: the revision follows from what the fact says, so that the same fact is one revision, however often it is written and by whom. */
export function ledgerEntryOf(fact: Fact): LedgerEntry {
  const hash = digestOf(fact).slice(0, REV_DIGITS)
  return { _id: ledgerIdOf(fact), _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] }, fact }
}

const documentSchema = z.object({ _id: z.string(), _rev: z.string(), fact: factSchema })

/**
 * L3: reads a document that `sender` brought. Fails with `ledger.malformed` (no fact in it), `ledger.foreign` (another terminal's) or
 * `ledger.misplaced` (its id or revision is not that of its fact).
 */
export function parseLedgerEntry(sender: TerminalId, document: unknown): Result<LedgerEntry, LedgerDoubt> {
  const parsed = documentSchema.safeParse(document)
  if (!parsed.success) return err('ledger.malformed')
  const { _id, _rev, fact } = parsed.data
  if (fact.terminal !== sender) return err('ledger.foreign')
  const entry = ledgerEntryOf(fact)
  return entry._id === _id && entry._rev === _rev ? ok(entry) : err('ledger.misplaced')
}

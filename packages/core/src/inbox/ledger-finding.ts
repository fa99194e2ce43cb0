import * as z from 'zod'
import { envelope, idSchema, MAX_EPOCH_MS, sha256Hex, type LedgerFindingId } from '../kernel/index.ts'

/** What the ledger of a terminal shows about it (ledger/SPEC.md). `foreign`: it brought facts of another terminal. */
export const ledgerFindingSchema = z.strictObject({
  ...envelope('ledgerFinding'),
  /** When it was found first. */
  at: z.int().min(0).max(MAX_EPOCH_MS),
  terminal: idSchema('terminal'),
  incarnation: idSchema('incarnation'),
  flaw: z.enum(['gap', 'broken', 'forked', 'cloned', 'rewritten', 'foreign']),
  /** The first number at which it shows, and the last one so far. */
  n: z.int().min(1),
  last: z.int().min(1),
  /** A gap that was filled later. */
  mendedAt: z.int().min(0).max(MAX_EPOCH_MS).optional(),
})
export type LedgerFinding = z.infer<typeof ledgerFindingSchema>

/** One finding of each kind a log, however often it is looked at. Such an id says no time. */
export function ledgerFindingIdOf({
  terminal,
  incarnation,
  flaw,
}: Pick<LedgerFinding, 'terminal' | 'incarnation' | 'flaw'>): LedgerFindingId {
  const hex = sha256Hex(`${terminal} ${incarnation} ${flaw}`)
  return `lfd_${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as LedgerFindingId
}

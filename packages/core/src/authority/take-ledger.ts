import { err, ok, type IncarnationId, type Result, type TerminalId } from '../kernel/index.ts'
import { ledgerFindingIdOf, type LedgerFinding } from '../inbox/index.ts'
import { missingFacts } from '../ledger/index.ts'
import type { Actor, AuthorityPorts } from './authority-ports.ts'
import type { CommitQueue } from './commit-queue.ts'
import { parsePushedFact } from './pushed-fact.ts'
import { pushFacts, type PushFactsPorts } from './push-facts.ts'
import { changeTask, type RecordWork } from './record-desk.ts'

/**
 * A21: what stands in a ledger and not in the orders goes through the door of a push, in the order of the log; what is there already costs
 * nothing. Returns how many facts the orders did not have. Fails when one of them could not be decided now.
 */
export async function takeLedger(
  ports: PushFactsPorts,
  actor: Actor,
  items: readonly unknown[],
): Promise<Result<{ readonly missing: number }, 'authority.unavailable'>> {
  const parsed = items.map((item) => parsePushedFact(item))
  const readable = parsed.flatMap((each) => (each.ok ? [each.value.fact] : []))
  const missing = missingFacts(readable, (fact) => ports.logs.holds(fact))
  const unreadable = items.filter((_item, index) => parsed[index]?.ok === false)
  const outcomes = await pushFacts(ports, actor, [...missing, ...unreadable])
  if (outcomes.some(({ outcome }) => outcome === 'retry')) return err('authority.unavailable')
  return ok({ missing: missing.length })
}

/** Something about a ledger that a manager has to see. */
export interface LedgerFlawSeen {
  readonly terminal: TerminalId
  readonly incarnation: IncarnationId
  readonly flaw: LedgerFinding['flaw']
  readonly n: number
  readonly last: number
  /** A gap that is none any more. */
  readonly isMended?: boolean
}

/** A22: one finding of each kind a log in the inbox: the first and the last number where it shows. Fails when the store did not take them. */
export async function noteFlaws(
  { clock, inbox }: Pick<AuthorityPorts, 'clock'> & { readonly inbox: CommitQueue<RecordWork> },
  flaws: readonly LedgerFlawSeen[],
): Promise<Result<null, 'authority.unavailable'>> {
  const tasks = flaws.map((seen) =>
    changeTask(ledgerFindingIdOf(seen), (current) => {
      const known = current as LedgerFinding | null
      return known ? grown(known, seen, clock.now()) : newFinding(seen, clock.now())
    }),
  )
  const settled = await inbox.submit(tasks)
  return settled.every(({ state }) => state === 'done') ? ok(null) : err('authority.unavailable')
}

function newFinding({ isMended, ...seen }: LedgerFlawSeen, at: number): LedgerFinding | null {
  return isMended ? null : { id: ledgerFindingIdOf(seen), kind: 'ledgerFinding', v: 1, at, ...seen }
}

/** Null where it says nothing new. */
function grown(known: LedgerFinding, { n, last, isMended }: LedgerFlawSeen, at: number): LedgerFinding | null {
  if (isMended) return known.mendedAt === undefined ? { ...known, mendedAt: at } : null
  if (known.mendedAt === undefined && n >= known.n && last <= known.last) return null
  const { mendedAt: _mended, ...open } = known
  return { ...open, n: Math.min(known.n, n), last: Math.max(known.last, last) }
}

import { compareHybrid, type FactId, type HybridTime, type TerminalId } from '../../kernel/index.ts'
import type { FactKind } from '../fact-bodies.ts'
import { knownFact, type Fact, type KnownFact } from '../fact.ts'
import type { OrderDocument } from '../order-document.ts'
import type { SetAsideFact } from '../order-state.ts'
import type { Flag, Verdict } from '../verdict.ts'

/** A fact that counts, with the time that registers compare. */
export interface Counted<K extends FactKind = FactKind> {
  readonly fact: KnownFact<K>
  readonly at: HybridTime
}

export interface Sorting {
  /** In the order of (effective time, id), which is the order of registers. */
  readonly counted: readonly Counted[]
  readonly undecided: readonly FactId[]
  readonly setAside: readonly SetAsideFact[]
  readonly rewritten: readonly FactId[]
  readonly unread: readonly Fact[]
  readonly flags: ReadonlyMap<FactId, readonly Flag[]>
}

/**
 * F4, V1, V2: which facts of the document count for a viewer. Accepted ones, those that a manager ruled accepted, and on their own terminal
 * undecided ones. Refused, held, rewritten, and others' undecided facts are told apart, never dropped.
 */
export function sortFacts(document: OrderDocument, viewer: TerminalId | null): Sorting {
  const rulings = rulingsOf(document, viewer)
  const counted: Counted[] = []
  const undecided: FactId[] = []
  const setAside: SetAsideFact[] = []
  const unread: Fact[] = []
  const flags = new Map<FactId, readonly Flag[]>()
  for (const fact of Object.values(document.facts)) {
    if (isRewritten(document, fact.id)) continue
    const verdict = document.verdicts[fact.id]
    if (!verdict) undecided.push(fact.id)
    if (verdict?.flags?.length) flags.set(fact.id, verdict.flags)
    const decision = decide(fact, verdict, rulings)
    if (decision === 'refused' || decision === 'held') {
      setAside.push({ fact, decision, code: verdict?.code ?? null })
      continue
    }
    const known = knownFact(fact)
    if (!known) unread.push(fact)
    else if (decision === 'accepted' || fact.terminal === viewer) counted.push(count(known, verdict))
  }
  counted.sort(byEffectiveTime)
  undecided.sort()
  setAside.sort((a, b) => compareText(a.fact.id, b.fact.id))
  unread.sort((a, b) => compareText(a.id, b.id))
  return { counted, undecided, setAside, rewritten: rewrittenIds(document), unread, flags }
}

type Decision = Verdict['decision'] | 'undecided'

/** V2: a ruling speaks only about what the server refused or held; what was accepted is undone by its own kind of fact. */
function decide(
  fact: Fact,
  verdict: Verdict | undefined,
  rulings: ReadonlyMap<FactId, 'accepted' | 'refused'>,
): Decision {
  if (!verdict) return 'undecided'
  if (verdict.decision === 'accepted' || fact.kind === 'ruled') return verdict.decision
  return rulings.get(fact.id) ?? verdict.decision
}

function rulingsOf(document: OrderDocument, viewer: TerminalId | null): ReadonlyMap<FactId, 'accepted' | 'refused'> {
  const rulings: Counted<'ruled'>[] = []
  for (const fact of Object.values(document.facts)) {
    if (fact.kind !== 'ruled' || isRewritten(document, fact.id)) continue
    const known = knownFact(fact)
    if (known?.kind !== 'ruled') continue
    const verdict = document.verdicts[fact.id]
    if (verdict ? verdict.decision === 'accepted' : fact.terminal === viewer)
      rulings.push({ fact: known, at: effectiveTime(fact, verdict) })
  }
  rulings.sort(byEffectiveTime)
  return new Map(rulings.map(({ fact }) => [fact.body.of, fact.body.decision]))
}

function count(fact: KnownFact, verdict: Verdict | undefined): Counted {
  return { fact, at: effectiveTime(fact, verdict) }
}

/** F5: min(the maker's time, the server's time of receipt), so that a clock that runs ahead cannot win registers for ever. */
function effectiveTime(fact: Pick<Fact, 'at'>, verdict: Verdict | undefined): HybridTime {
  return verdict && verdict.receivedAt < fact.at.ms ? { ms: verdict.receivedAt, tick: 0 } : fact.at
}

function byEffectiveTime(a: Counted, b: Counted): number {
  return compareHybrid(a.at, b.at) || compareText(a.fact.id, b.fact.id)
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isRewritten(document: OrderDocument, id: FactId): boolean {
  return document.rewritten !== undefined && Object.hasOwn(document.rewritten, id)
}

function rewrittenIds(document: OrderDocument): readonly FactId[] {
  return document.rewritten ? (Object.keys(document.rewritten) as FactId[]).sort() : []
}

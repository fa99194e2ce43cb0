import { compareHybrid, type FactId, type IncarnationId, type OrderId, type TerminalId } from '../kernel/index.ts'
import { knownFact, type Fact, type LogTail, type OrderDocument, type Verdict } from '../orders/index.ts'

/**
 * E1: what this terminal wrote and how the server judged it. Computed at start from the log and the stored verdicts, never stored.
 * A fact leaves the undecided ones only by a verdict or a dead letter that is in the store.
 */
export interface OwnFacts {
  /** Facts of the log (decided or not) in the order they were read; those without a word from the server are undecided. */
  add(facts: readonly Fact[]): void
  /** Own facts of a stored order that have no verdict, wherever they came from. */
  addUnjudged(order: OrderDocument): void
  /** These have the server's word, and that is stored. Returns how many were undecided. */
  decide(facts: readonly FactId[]): number
  /** Decides every own fact that has a verdict in these orders, and weighs them. */
  judge(orders: readonly OrderDocument[]): number
  /** Counts refused and held facts anew in orders as they are stored, with the managers' rulings. */
  weigh(orders: readonly OrderDocument[]): void
  /** Everything added from now on is undecided again (E8). */
  reopen(): void
  isDecided(fact: FactId): boolean
  undecidedOrders(): ReadonlySet<OrderId>
  /** Undecided facts in the order of the log. */
  undecided(): readonly Fact[]
  /** The highest n of the log's incarnation up to which everything is decided; 0 where no decided fact of it is at hand. */
  decidedThrough(tail: LogTail): number
  counts(): { readonly undecided: number; readonly refused: number; readonly held: number }
}

interface Kept {
  readonly rank: number
  first: number
}

export function createOwnFacts(terminal: TerminalId): OwnFacts {
  const waiting = new Map<FactId, Fact>()
  const decided = new Set<FactId>()
  const refused = new Set<FactId>()
  const held = new Set<FactId>()
  const incarnations = new Map<IncarnationId, Kept>()
  let inOrder = true
  let newest: Fact | null = null

  const rankOf = (fact: Fact) => incarnations.get(fact.incarnation)?.rank ?? 0
  const byPlace = (a: Fact, b: Fact) => rankOf(a) - rankOf(b) || a.n - b.n

  function see(fact: Fact): void {
    const kept = incarnations.get(fact.incarnation)
    if (!kept) incarnations.set(fact.incarnation, { rank: incarnations.size, first: fact.n })
    else kept.first = Math.min(kept.first, fact.n)
  }

  function decide(id: FactId): number {
    decided.add(id)
    return waiting.delete(id) ? 1 : 0
  }

  function ownVerdicts(order: OrderDocument): Verdict[] {
    return Object.values(order.verdicts).filter((verdict) => order.facts[verdict.of]?.terminal === terminal)
  }

  function weigh(order: OrderDocument, verdict: Verdict): void {
    const decision = decisionOn(order, verdict)
    if (decision === 'refused') refused.add(verdict.of)
    else refused.delete(verdict.of)
    if (decision === 'held') held.add(verdict.of)
    else held.delete(verdict.of)
  }

  function add(facts: readonly Fact[]): void {
    for (const fact of facts) {
      see(fact)
      if (decided.has(fact.id) || waiting.has(fact.id)) continue
      if (newest && byPlace(newest, fact) > 0) inOrder = false
      newest = fact
      waiting.set(fact.id, fact)
    }
  }

  return {
    add,
    addUnjudged(order) {
      const facts = Object.values(order.facts).filter((fact) => fact.terminal === terminal && !order.verdicts[fact.id])
      add(facts.toSorted(byPlace))
    },
    decide: (facts) => facts.reduce((count, fact) => count + decide(fact), 0),
    judge(orders) {
      let count = 0
      for (const order of orders) {
        for (const verdict of ownVerdicts(order)) {
          count += decide(verdict.of)
          weigh(order, verdict)
        }
      }
      return count
    },
    weigh(orders) {
      for (const order of orders) for (const verdict of ownVerdicts(order)) weigh(order, verdict)
    },
    reopen() {
      decided.clear()
      inOrder = false
    },
    isDecided: (fact) => decided.has(fact),
    undecidedOrders: () => new Set([...waiting.values()].map((fact) => fact.order)),
    undecided() {
      const facts = [...waiting.values()]
      return inOrder ? facts : facts.toSorted(byPlace)
    },
    decidedThrough(tail) {
      const first = incarnations.get(tail.incarnation)?.first
      if (first === undefined) return 0
      let lowest = tail.n + 1
      for (const fact of waiting.values()) {
        if (fact.incarnation === tail.incarnation) lowest = Math.min(lowest, fact.n)
      }
      return lowest === first ? 0 : lowest - 1
    },
    counts: () => ({ undecided: waiting.size, refused: refused.size, held: held.size }),
  }
}

/** V2: a manager's accepted ruling, the latest one, takes the place of the verdict. */
function decisionOn(order: OrderDocument, verdict: Verdict): Verdict['decision'] {
  if (verdict.decision === 'accepted') return 'accepted'
  let latest: Fact | null = null
  let decision: Verdict['decision'] = verdict.decision
  for (const fact of Object.values(order.facts)) {
    const known = knownFact(fact)
    if (known?.kind !== 'ruled' || known.body.of !== verdict.of) continue
    if (order.verdicts[fact.id]?.decision !== 'accepted') continue
    if (latest && compareHybrid(latest.at, fact.at) > 0) continue
    latest = fact
    decision = known.body.decision
  }
  return decision
}

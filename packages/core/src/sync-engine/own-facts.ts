import type { FactId, IncarnationId, OrderId, TerminalId } from '../kernel/index.ts'
import { foldOrder, type Fact, type LogTail, type OrderDocument, type Verdict } from '../orders/index.ts'

interface Kept {
  readonly rank: number
  first: number
}

/**
 * E1: what this terminal wrote and how the server judged it. Computed at start from the log and the stored verdicts, never stored.
 * A fact leaves the undecided ones only by a verdict or a dead letter that is in the store.
 */
export class OwnFacts {
  readonly #terminal: TerminalId
  readonly #waiting = new Map<FactId, Fact>()
  readonly #decided = new Set<FactId>()
  readonly #refused = new Set<FactId>()
  readonly #held = new Set<FactId>()
  readonly #incarnations = new Map<IncarnationId, Kept>()
  #inOrder = true
  #newest: Fact | null = null

  constructor(terminal: TerminalId) {
    this.#terminal = terminal
  }

  /** Facts of the log (decided or not) in the order they were read; those without a word from the server are undecided. */
  add(facts: readonly Fact[]): void {
    for (const fact of facts) {
      this.#see(fact)
      if (this.#decided.has(fact.id) || this.#waiting.has(fact.id)) continue
      if (this.#newest && this.#byPlace(this.#newest, fact) > 0) this.#inOrder = false
      this.#newest = fact
      this.#waiting.set(fact.id, fact)
    }
  }

  /** Own facts of a stored order, wherever they came from: those without a verdict, or all. */
  addKept(order: OrderDocument, isJudgedToo: boolean): void {
    const facts = Object.values(order.facts).filter(
      (fact) => fact.terminal === this.#terminal && (isJudgedToo || !order.verdicts[fact.id]),
    )
    this.add(facts.toSorted((a, b) => this.#byPlace(a, b)))
  }

  /** These have the server's word, and that is stored. */
  decide(facts: readonly FactId[]): void {
    for (const fact of facts) {
      this.#decided.add(fact)
      this.#waiting.delete(fact)
    }
  }

  /** Decides every own fact that has a verdict in these orders, and weighs them. */
  judge(orders: readonly OrderDocument[]): void {
    for (const order of orders) this.decide(this.#ownVerdicts(order).map((verdict) => verdict.of))
    this.weigh(orders)
  }

  /** Counts refused and held facts anew in orders as they are stored, with the managers' rulings. */
  weigh(orders: readonly OrderDocument[]): void {
    for (const order of orders) {
      const aside = setAside(order)
      for (const verdict of this.#ownVerdicts(order)) {
        include(this.#refused, verdict.of, aside.get(verdict.of) === 'refused')
        include(this.#held, verdict.of, aside.get(verdict.of) === 'held')
      }
    }
  }

  /** Everything added from now on is undecided again (E8). */
  reopen(): void {
    this.#decided.clear()
    this.#inOrder = false
  }

  isDecided(fact: FactId): boolean {
    return this.#decided.has(fact)
  }

  undecidedOrders(): ReadonlySet<OrderId> {
    return new Set([...this.#waiting.values()].map((fact) => fact.order))
  }

  /** Undecided facts in the order of the log. */
  undecided(): readonly Fact[] {
    const facts = [...this.#waiting.values()]
    return this.#inOrder ? facts : facts.sort((a, b) => this.#byPlace(a, b))
  }

  /** The highest n of the log's incarnation up to which everything is decided; 0 where no decided fact of it is at hand. */
  decidedThrough(tail: LogTail): number {
    const first = this.#incarnations.get(tail.incarnation)?.first
    if (first === undefined) return 0
    let lowest = tail.n + 1
    for (const fact of this.#waiting.values()) {
      if (fact.incarnation === tail.incarnation) lowest = Math.min(lowest, fact.n)
    }
    return lowest === first ? 0 : lowest - 1
  }

  counts(): { readonly undecided: number; readonly refused: number; readonly held: number } {
    return { undecided: this.#waiting.size, refused: this.#refused.size, held: this.#held.size }
  }

  #see(fact: Fact): void {
    const kept = this.#incarnations.get(fact.incarnation)
    if (kept) kept.first = Math.min(kept.first, fact.n)
    else this.#incarnations.set(fact.incarnation, { rank: this.#incarnations.size, first: fact.n })
  }

  #byPlace(a: Fact, b: Fact): number {
    const rank = (fact: Fact) => this.#incarnations.get(fact.incarnation)?.rank ?? Number.MAX_SAFE_INTEGER
    return rank(a) - rank(b) || a.n - b.n
  }

  #ownVerdicts(order: OrderDocument): Verdict[] {
    return Object.values(order.verdicts).filter((verdict) => order.facts[verdict.of]?.terminal === this.#terminal)
  }
}

function include(set: Set<FactId>, fact: FactId, isIn: boolean): void {
  if (isIn) set.add(fact)
  else set.delete(fact)
}

/** Facts that count for nothing as the order stands, rulings included (V2). Nearly every order has none, and is not folded for it. */
function setAside(order: OrderDocument): ReadonlyMap<FactId, 'refused' | 'held'> {
  if (Object.values(order.verdicts).every((verdict) => verdict.decision === 'accepted')) return new Map()
  return new Map(foldOrder(order, null).setAside.map(({ fact, decision }) => [fact.id, decision]))
}

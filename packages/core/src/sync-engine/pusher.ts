import { assertNever, type BranchId, type FactId, type IncarnationId } from '../kernel/index.ts'
import type { Fact, Verdict } from '../orders/index.ts'
import type { FactOutcome, PushResponse, ServerLink, TerminalStore } from '../sync/index.ts'
import type { EngineMistakes } from './engine-ports.ts'
import type { EngineState } from './engine-state.ts'
import type { DeadLetteredFact } from './engine-status.ts'
import type { Life } from './life.ts'
import type { OrderProjection } from './order-projection.ts'
import type { OwnFacts } from './own-facts.ts'
import { BATCH_ITEMS, takeBatch } from './push-batch.ts'
import type { ExchangeFailure, Session } from './session.ts'
import type { StepEnd } from './worker.ts'

/** What is not over before nothing is undecided: a full answer after a new epoch, and facts that only the store has. */
export interface Owed {
  resend: boolean
  orphans: boolean
}

export interface PusherParts {
  readonly branch: BranchId
  readonly life: Life
  readonly link: ServerLink
  readonly store: TerminalStore
  readonly session: Session
  readonly own: OwnFacts
  readonly state: EngineState
  readonly projection: OrderProjection
  readonly owed: Owed
  /** The server holds another fact under a number of ours: this log was copied or restored. */
  forked(incarnation: IncarnationId): Promise<void>
  lettersChanged(letters: readonly DeadLetteredFact[]): void
  changed(): void
  /** Tests only: the fact under another id. */
  renamed(fact: Fact): Fact
  readonly mistakes?: EngineMistakes | undefined
}

type PushItem = Fact | { readonly fact: Fact; readonly verdict: Verdict }

interface Answered {
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly letters: readonly DeadLetteredFact[]
}

/** E1, E4, E5: sends what is undecided, oldest first, until the server has given its word on everything. */
export class Pusher {
  readonly #parts: PusherParts
  #most = BATCH_ITEMS
  #isRepeat = false
  /** Facts that the server refused to look at even alone; the others go first (E6). */
  readonly #awkward = new Set<FactId>()

  constructor(parts: PusherParts) {
    this.#parts = parts
  }

  async step(): Promise<StepEnd> {
    const { life, session, branch, link } = this.#parts
    const { epoch, generation } = session
    if (!session.settled || epoch === null) return 'idle'
    const batch = this.#nextBatch()
    if (batch.length === 0) return this.#settleUp()
    const sent = this.#disguised(batch)
    const facts = await this.#withVerdicts(sent)
    const answer = await session.exchange(() => link.push({ branch, epoch, facts, edits: [] }))
    if (!life.alive) return 'idle'
    this.#isRepeat = !answer.ok
    if (!answer.ok) return this.#failed(answer.code, batch)
    if (generation !== session.generation) return 'again'
    return life.local(() => this.#apply(sent, answer.value))
  }

  #nextBatch(): readonly Fact[] {
    const facts = this.#parts.own.undecided()
    const ready = this.#awkward.size === 0 ? facts : facts.filter((fact) => !this.#awkward.has(fact.id))
    if (ready.length > 0) return takeBatch(ready, this.#most)
    for (const id of this.#awkward) {
      const next = facts.find((fact) => fact.id === id)
      if (next) return [next]
      // The server's word on it came with a pull.
      this.#awkward.delete(id)
    }
    return []
  }

  /** E8: what was judged in an earlier epoch comes with its verdict, so that a server that lost it can say the same again. */
  async #withVerdicts(batch: readonly Fact[]): Promise<PushItem[]> {
    const { life, store, owed } = this.#parts
    if (!owed.resend) return [...batch]
    const orders = await life.local(() => store.readOrders([...new Set(batch.map(({ order }) => order))]))
    const verdicts = new Map(orders.flatMap((order) => Object.entries(order.verdicts)))
    return batch.map((fact) => {
      const verdict = verdicts.get(fact.id)
      return verdict ? { fact, verdict } : fact
    })
  }

  #disguised(batch: readonly Fact[]): readonly Fact[] {
    const { mistakes, renamed } = this.#parts
    return this.#isRepeat && mistakes?.has('retry-with-new-id') ? batch.map(renamed) : batch
  }

  #failed(code: ExchangeFailure, batch: readonly Fact[]): StepEnd {
    const { mistakes } = this.#parts
    switch (code) {
      case 'link.stale':
        return 'again'
      case 'link.unauthorised':
        return 'idle'
      case 'link.rejected':
        if (mistakes?.has('drop-on-refused')) this.#forget(batch)
        return this.#isolate(batch)
      case 'link.unavailable':
        if (mistakes?.has('log-cleared-on-5xx')) this.#forget(batch)
        return 'retry'
      case 'link.offline':
      case 'link.badAnswer':
        return 'retry'
      default:
        return assertNever(code)
    }
  }

  /** Only for mistakes: nothing that works leaves a fact without the server's word. */
  #forget(batch: readonly Fact[]): void {
    this.#parts.own.decide(batch.map(({ id }) => id))
    this.#parts.changed()
  }

  /**
   * E6: halves what is refused as a whole until the guilty fact is found, so that it holds up nobody. Where it is not the facts that are
   * refused but the terminal, each of them is tried alone at the pace of the pauses.
   */
  #isolate(batch: readonly Fact[]): StepEnd {
    this.#most = Math.max(1, Math.floor(batch.length / 2))
    if (batch.length > 1) return 'again'
    let isKnown = false
    for (const { id } of batch) {
      isKnown = this.#awkward.delete(id)
      this.#awkward.add(id)
    }
    return isKnown ? 'slow' : 'retry'
  }

  async #apply(batch: readonly Fact[], answer: PushResponse): Promise<StepEnd> {
    const { session, own, projection, changed, mistakes } = this.#parts
    const { generation } = session
    const { verdicts, letters } = sort(batch, answer.facts)
    const judged = batch.filter((fact) => verdicts.has(fact.id))
    if (mistakes?.has('decided-before-verdict-stored')) this.#forget(judged)
    if (judged.length > 0) await projection.applyOwn(judged, verdicts)
    if (letters.length > 0) await this.#keep(letters)
    // A new epoch was met while this was being stored: the answer is of the former one and says nothing (E8).
    if (generation !== session.generation) return 'again'
    const answered = [...judged.map(({ id }) => id), ...letters.map(({ fact }) => fact)]
    own.decide(answered)
    for (const id of answered) this.#awkward.delete(id)
    await this.#weigh(judged, verdicts)
    changed()
    if (answered.length === 0) return 'retry'
    this.#most = Math.min(this.#most * 2, BATCH_ITEMS)
    return 'again'
  }

  async #keep(letters: readonly DeadLetteredFact[]): Promise<void> {
    const { state, lettersChanged } = this.#parts
    const known = await state.deadLetters()
    const fresh = letters.filter(({ fact }) => !known.some((letter) => letter.fact === fact))
    const all = [...known, ...fresh]
    await state.saveDeadLetters(all)
    lettersChanged(all)
  }

  /** Only orders where something does not count, or is ruled to, are worth reading again. */
  async #weigh(judged: readonly Fact[], verdicts: Answered['verdicts']): Promise<void> {
    const { own, store, forked } = this.#parts
    const doubtful = judged.filter((fact) => fact.kind === 'ruled' || verdicts.get(fact.id)?.decision !== 'accepted')
    if (doubtful.length === 0) return
    own.weigh(await store.readOrders([...new Set(doubtful.map(({ order }) => order))]))
    const fork = doubtful.find((fact) => verdicts.get(fact.id)?.code === 'fact.forked')
    if (fork) await forked(fork.incarnation)
  }

  /** Nothing is undecided: what was to be sent again after a new epoch has been answered (E8), and what only the store had. */
  async #settleUp(): Promise<StepEnd> {
    const { session, own, owed, life, state } = this.#parts
    await session.ready()
    const { epoch } = session
    if (own.counts().undecided > 0) return 'again'
    if (owed.resend && epoch !== null) {
      owed.resend = false
      await life.local(() => state.saveEpoch({ epoch, resend: false }))
    }
    if (owed.orphans) {
      owed.orphans = false
      await life.local(() => state.saveOrphans(false))
    }
    return 'idle'
  }
}

function sort(batch: readonly Fact[], outcomes: readonly FactOutcome[]): Answered {
  const ids = new Set<string>(batch.map(({ id }) => id))
  const verdicts = new Map<string, Verdict>()
  const letters: DeadLetteredFact[] = []
  for (const outcome of outcomes) {
    switch (outcome.outcome) {
      case 'decided':
        if (ids.has(outcome.verdict.of)) verdicts.set(outcome.verdict.of, outcome.verdict)
        break
      case 'deadLetter': {
        const fact = batch[outcome.index]
        if (fact) letters.push({ fact: fact.id, code: outcome.code })
        break
      }
      case 'retry':
        break
      default:
        assertNever(outcome)
    }
  }
  return { verdicts, letters }
}

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
  renamed?(fact: Fact): Fact
  readonly mistakes?: EngineMistakes | undefined
}

interface Answered {
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly letters: readonly DeadLetteredFact[]
}

/** E1, E4, E5: sends what is undecided, oldest first, until the server has given its word on everything. */
export function createPusher(parts: PusherParts): { step(): Promise<StepEnd> } {
  const { life, session, own, mistakes } = parts
  let most = BATCH_ITEMS
  let tried = false
  /** Facts that the server refused to look at even alone; the others go first (E6). */
  const awkward = new Set<FactId>()

  async function step(): Promise<StepEnd> {
    const { epoch, generation } = session
    if (!session.settled || epoch === null) return 'idle'
    const batch = nextBatch()
    if (batch.length === 0) return settleUp()
    const sent = tried && mistakes?.has('retry-with-new-id') && parts.renamed ? batch.map(parts.renamed) : batch
    const answer = await session.exchange(() =>
      parts.link.push({ branch: parts.branch, epoch, facts: [...sent], edits: [] }),
    )
    if (!life.alive) return 'idle'
    tried = !answer.ok
    if (!answer.ok) return failed(answer.code, batch)
    if (generation !== session.generation) return 'again'
    return life.local(() => apply(sent, answer.value))
  }

  function nextBatch(): readonly Fact[] {
    const facts = own.undecided()
    const ready = awkward.size === 0 ? facts : facts.filter((fact) => !awkward.has(fact.id))
    if (ready.length > 0) return takeBatch(ready, most)
    const [next] = awkward
    return facts.filter((fact) => fact.id === next)
  }

  function failed(code: ExchangeFailure, batch: readonly Fact[]): StepEnd {
    switch (code) {
      case 'link.stale':
        return 'again'
      case 'link.unauthorised':
        return 'idle'
      case 'link.rejected':
        if (mistakes?.has('drop-on-refused')) own.decide(batch.map(({ id }) => id))
        return isolate(batch)
      case 'link.unavailable':
        if (mistakes?.has('log-cleared-on-5xx')) own.decide(batch.map(({ id }) => id))
        return 'retry'
      case 'link.offline':
      case 'link.badAnswer':
        return 'retry'
      default:
        return assertNever(code)
    }
  }

  /**
   * E6: halves what is refused as a whole until the guilty fact is found, so that it holds up nobody. Where it is not the facts that are
   * refused but the terminal, each of them is tried alone at the pace of the pauses.
   */
  function isolate(batch: readonly Fact[]): StepEnd {
    most = Math.max(1, Math.floor(batch.length / 2))
    if (batch.length > 1) return 'again'
    let known = false
    for (const { id } of batch) {
      known = awkward.delete(id)
      awkward.add(id)
    }
    return known ? 'slow' : 'retry'
  }

  async function apply(batch: readonly Fact[], answer: PushResponse): Promise<StepEnd> {
    const asked = session.generation
    const { verdicts, letters } = sort(batch, answer.facts)
    const judged = batch.filter((fact) => verdicts.has(fact.id))
    if (mistakes?.has('decided-before-verdict-stored')) own.decide(judged.map(({ id }) => id))
    if (judged.length > 0) await parts.projection.applyOwn(judged, verdicts)
    if (letters.length > 0) await keep(letters)
    // A new epoch was met while this was being stored: the answer is of the former one and says nothing (E8).
    if (asked !== session.generation) return 'again'
    const answered = [...judged.map(({ id }) => id), ...letters.map(({ fact }) => fact)]
    own.decide(answered)
    for (const id of answered) awkward.delete(id)
    await weigh(judged, verdicts)
    parts.changed()
    if (answered.length === 0) return 'retry'
    most = Math.min(most * 2, BATCH_ITEMS)
    return 'again'
  }

  async function keep(letters: readonly DeadLetteredFact[]): Promise<void> {
    const known = await parts.state.deadLetters()
    const fresh = letters.filter(({ fact }) => !known.some((letter) => letter.fact === fact))
    const all = [...known, ...fresh]
    await parts.state.saveDeadLetters(all)
    parts.lettersChanged(all)
  }

  /** Only orders where something does not count, or is ruled to, are worth reading again. */
  async function weigh(judged: readonly Fact[], verdicts: Answered['verdicts']): Promise<void> {
    const doubtful = judged.filter((fact) => fact.kind === 'ruled' || verdicts.get(fact.id)?.decision !== 'accepted')
    if (doubtful.length === 0) return
    own.weigh(await parts.store.readOrders([...new Set(doubtful.map(({ order }) => order))]))
    const fork = doubtful.find((fact) => verdicts.get(fact.id)?.code === 'fact.forked')
    if (fork) await parts.forked(fork.incarnation)
  }

  /** Nothing is undecided: what was to be sent again after a new epoch has been answered (E8), and what only the store had. */
  async function settleUp(): Promise<StepEnd> {
    await session.ready()
    const { epoch } = session
    if (own.counts().undecided > 0) return 'again'
    if (parts.owed.resend && epoch !== null) {
      parts.owed.resend = false
      await life.local(() => parts.state.saveEpoch({ epoch, resend: false }))
    }
    if (parts.owed.orphans) {
      parts.owed.orphans = false
      await life.local(() => parts.state.saveOrphans(false))
    }
    return 'idle'
  }

  return { step }
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

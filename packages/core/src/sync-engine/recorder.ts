import type { Fact, FactDraft } from '../orders/index.ts'
import type { FactLog, LogPlace } from '../sync/index.ts'
import type { EngineState } from './engine-state.ts'
import type { Life } from './life.ts'
import type { OrderProjection } from './order-projection.ts'
import type { OwnFacts } from './own-facts.ts'
import type { StepEnd } from './worker.ts'

/** The log did not take the facts: nothing of them exists, and the person has to know. */
export class RecordError extends Error {
  override readonly name = 'RecordError'
  readonly code = 'record.notSaved'
}

export interface RecorderParts {
  readonly life: Life
  readonly log: FactLog
  readonly own: OwnFacts
  readonly state: EngineState
  readonly projection: OrderProjection
  /** Resolves when the log may be written to: no number would be given twice. */
  readonly ready: Promise<void>
  /** There is something to send. */
  recorded(): void
  /** There is something to do for `step`. */
  waken(): void
  logWorked(): void
  logFailed(error: unknown): void
}

/** E2: log first, then the store, then done; the network has no part in it. */
export interface Recorder {
  record(drafts: readonly FactDraft[]): Promise<readonly Fact[]>
  /** Somebody else may have written to the log (another window): take over what is new. */
  catchUp(): void
  /** Puts waiting facts into the store. */
  step(): Promise<StepEnd>
  /** The place up to which the store has the log, as found at the start. */
  restore(applied: LogPlace | null): void
  /** What is waiting is saved; it will be visible at the next start. */
  release(): void
}

interface Waiting {
  readonly facts: readonly Fact[]
  done(): void
}

/** Facts that one step reads from the log. */
const PAGE = 500

export function createRecorder(parts: RecorderParts): Recorder {
  const { life, log, own, state, projection } = parts
  let waiting: Waiting[] = []
  let applied: LogPlace | null = null
  let behind = false

  async function applyWaiting(taken: readonly Waiting[]): Promise<void> {
    await projection.applyOwn(taken.flatMap(({ facts }) => facts))
    for (const { done } of taken) done()
    waiting = waiting.filter((entry) => !taken.includes(entry))
    const reached = taken.flatMap(({ facts }) => facts).reduce(follow, applied)
    if (reached === null) behind = true
    else await moveTo(reached)
  }

  /** Facts that another window wrote in between have to be read from the log; the mark never skips one (S14). */
  function follow(place: LogPlace | null, fact: Fact): LogPlace | null {
    if (place === null || place.incarnation !== fact.incarnation) return null
    if (fact.n <= place.n) return place
    return fact.n === place.n + 1 ? { incarnation: fact.incarnation, n: fact.n } : null
  }

  async function moveTo(place: LogPlace): Promise<void> {
    applied = place
    await state.saveApplied(place)
  }

  async function readOn(): Promise<StepEnd> {
    const tail = await log.tail()
    const facts = await log.read(applied, PAGE)
    const last = facts.at(-1)
    if (last) {
      await projection.applyOwn(facts)
      own.add(facts)
      parts.recorded()
      await moveTo({ incarnation: last.incarnation, n: last.n })
    }
    if (facts.length === PAGE) return 'again'
    behind = false
    if (!last && (applied?.incarnation !== tail.incarnation || applied.n < tail.n)) {
      await moveTo({ incarnation: tail.incarnation, n: tail.n })
    }
    return waiting.length > 0 ? 'again' : 'idle'
  }

  return {
    async record(drafts) {
      await parts.ready
      if (!life.alive) throw new RecordError('the engine is stopped')
      let facts: readonly Fact[]
      try {
        facts = await life.local(() => log.append(drafts))
      } catch (error) {
        if (life.alive) parts.logFailed(error)
        throw new RecordError('the log did not take the facts', { cause: error })
      }
      parts.logWorked()
      own.add(facts)
      parts.recorded()
      if (facts.length === 0 || !life.alive) return facts
      await new Promise<void>((done) => {
        waiting.push({ facts, done })
        parts.waken()
      })
      return facts
    },
    catchUp() {
      behind = true
      parts.waken()
    },
    async step() {
      const taken = waiting
      if (taken.length > 0) await life.local(() => applyWaiting(taken.slice()))
      if (behind) return life.local(readOn)
      return waiting.length > 0 ? 'again' : 'idle'
    },
    restore(place) {
      applied = place
      behind = true
    },
    release() {
      for (const { done } of waiting) done()
      waiting = []
    },
  }
}

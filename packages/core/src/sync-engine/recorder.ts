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

interface Waiting {
  readonly facts: readonly Fact[]
  done(): void
}

/** Facts that one step reads from the log. */
const PAGE = 500

/** E2: log first, then the store, then done; the network has no part in it. */
export class Recorder {
  readonly #parts: RecorderParts
  #waiting: Waiting[] = []
  /** Up to where the store has the log. */
  #applied: LogPlace | null = null
  /** The log may have more behind `#applied` than is waiting here. */
  #isBehind = false

  constructor(parts: RecorderParts) {
    this.#parts = parts
  }

  async record(drafts: readonly FactDraft[]): Promise<readonly Fact[]> {
    const { ready, life, own, recorded, waken } = this.#parts
    await ready
    if (!life.alive) throw new RecordError('the engine is stopped')
    const facts = await this.#append(drafts)
    own.add(facts)
    recorded()
    if (facts.length === 0 || !life.alive) return facts
    await new Promise<void>((done) => {
      this.#waiting.push({ facts, done })
      waken()
    })
    return facts
  }

  /** Somebody else may have written to the log (another window): take over what is new. */
  catchUp(): void {
    this.#isBehind = true
    this.#parts.waken()
  }

  /** The place up to which the store has the log, as found at the start. */
  restore(applied: LogPlace | null): void {
    this.#applied = applied
    this.catchUp()
  }

  /** Puts waiting facts into the store. */
  async step(): Promise<StepEnd> {
    const { life } = this.#parts
    const taken = this.#waiting.slice()
    if (taken.length > 0) await life.local(() => this.#apply(taken))
    if (this.#isBehind) return life.local(() => this.#readOn())
    return this.#waiting.length > 0 ? 'again' : 'idle'
  }

  /** What is waiting is saved; it will be visible at the next start. */
  release(): void {
    for (const { done } of this.#waiting) done()
    this.#waiting = []
  }

  async #append(drafts: readonly FactDraft[]): Promise<readonly Fact[]> {
    const { life, log, logWorked, logFailed } = this.#parts
    try {
      const facts = await life.local(() => log.append(drafts))
      logWorked()
      return facts
    } catch (error) {
      if (life.alive) logFailed(error)
      throw new RecordError('the log did not take the facts', { cause: error })
    }
  }

  async #apply(taken: readonly Waiting[]): Promise<void> {
    const facts = taken.flatMap((entry) => entry.facts)
    await this.#parts.projection.applyOwn(facts)
    for (const { done } of taken) done()
    this.#waiting = this.#waiting.filter((entry) => !taken.includes(entry))
    const reached = facts.reduce(follow, this.#applied)
    if (reached === null) this.#isBehind = true
    else await this.#moveTo(reached)
  }

  async #readOn(): Promise<StepEnd> {
    const { log, own, projection, recorded } = this.#parts
    const tail = await log.tail()
    const facts = await log.read(this.#applied, PAGE)
    const last = facts.at(-1)
    if (last) {
      await projection.applyOwn(facts)
      own.add(facts)
      recorded()
      await this.#moveTo({ incarnation: last.incarnation, n: last.n })
    }
    if (facts.length === PAGE) return 'again'
    this.#isBehind = false
    if (!last && isBefore(this.#applied, tail)) await this.#moveTo({ incarnation: tail.incarnation, n: tail.n })
    return this.#waiting.length > 0 ? 'again' : 'idle'
  }

  async #moveTo(place: LogPlace): Promise<void> {
    this.#applied = place
    await this.#parts.state.saveApplied(place)
  }
}

/** Null where another window wrote in between: the place never skips a fact, which is then read from the log (S14). */
function follow(place: LogPlace | null, fact: Fact): LogPlace | null {
  if (place === null || place.incarnation !== fact.incarnation) return null
  if (fact.n <= place.n) return place
  return fact.n === place.n + 1 ? { incarnation: fact.incarnation, n: fact.n } : null
}

function isBefore(place: LogPlace | null, tail: LogPlace): boolean {
  return place?.incarnation !== tail.incarnation || place.n < tail.n
}

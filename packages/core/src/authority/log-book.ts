import { digestOf, type FactId, type IncarnationId, type OrderId, type TerminalId } from '../kernel/index.ts'
import type { Fact } from '../orders/index.ts'

/** One place of one log: the n-th statement of one life of a terminal. */
export interface LogPlaceOf {
  readonly terminal: TerminalId
  readonly incarnation: IncarnationId
  readonly n: number
}

export interface KnownLog {
  /** The highest number that is stored, as a fact or as a dead letter; 0 where nothing is known. */
  readonly n: number
  /**
   * The highest number up to which none is missing: what the store had at the start, and what has come behind it without a gap. A store that
   * was put back may be told number 18 before anybody notices that it has lost 17.
   */
  readonly whole: number
  /** The hash of the fact there; null where that is not known. */
  readonly hash: string | null
  /** Two facts claimed one number: a cloned or restored profile. */
  readonly forked: boolean
}

/**
 * What the server knows of the terminals' logs, in memory: learnt from stored facts at start, kept up with each commit, never stored (A14).
 * A claim is made when a fact is judged, so that two facts with one number cannot pass in one batch; it is learnt when it is stored.
 */
export interface LogBook {
  occupant(place: LogPlaceOf): { readonly fact: FactId; readonly order: OrderId } | null
  hashBefore(place: LogPlaceOf): string | null
  claim(fact: Fact, hash: string): void
  /** Stored before this life of the server. */
  learn(fact: Fact): void
  learnLetter(place: LogPlaceOf): void
  /** Stored in this life. */
  hear(fact: Fact): void
  hearLetter(place: LogPlaceOf): void
  known(terminal: TerminalId, incarnation: IncarnationId): KnownLog
}

interface Log {
  readonly occupants: Map<number, { readonly fact: FactId; readonly order: OrderId }>
  /** Of the last few facts: enough to compare each new fact with the one before. */
  readonly hashes: Map<number, string>
  /** Numbers that came in this life, beyond a gap. */
  readonly beyond: Set<number>
  n: number
  whole: number
  tail: Fact | null
  forked: boolean
}

const HASHES_KEPT = 64
/** A letter's number is a claim in a text that nobody could read; one far beyond what is stored is not believed. */
const MAX_LETTER_LEAP = 1_000

export function createLogBook(): LogBook {
  const logs = new Map<string, Log>()

  function logOf({ terminal, incarnation }: Omit<LogPlaceOf, 'n'>): Log {
    const key = `${terminal} ${incarnation}`
    const log = logs.get(key) ?? newLog()
    logs.set(key, log)
    return log
  }

  function occupy(log: Log, fact: Fact): void {
    const occupant = log.occupants.get(fact.n)
    if (!occupant) log.occupants.set(fact.n, { fact: fact.id, order: fact.order })
    else if (occupant.fact !== fact.id) log.forked = true
  }

  function noteFact(log: Log, fact: Fact): void {
    occupy(log, fact)
    if (fact.n < log.n || log.occupants.get(fact.n)?.fact !== fact.id) return
    log.n = fact.n
    log.tail = fact
  }

  /** Whether the letter's number is believed. */
  function noteLetter(log: Log, { n }: LogPlaceOf): boolean {
    if (n > log.n + MAX_LETTER_LEAP) return false
    if (n > log.n) Object.assign(log, { n, tail: null })
    return true
  }

  return {
    occupant: (place) => logOf(place).occupants.get(place.n) ?? null,
    hashBefore(place) {
      const log = logOf(place)
      if (log.tail?.n === place.n - 1) return tailHash(log)
      return log.hashes.get(place.n - 1) ?? null
    },
    claim(fact, hash) {
      const log = logOf(fact)
      occupy(log, fact)
      if (log.occupants.get(fact.n)?.fact !== fact.id) return
      log.hashes.set(fact.n, hash)
      for (const n of log.hashes.keys()) {
        if (log.hashes.size <= HASHES_KEPT) break
        log.hashes.delete(n)
      }
    },
    learn(fact) {
      const log = logOf(fact)
      noteFact(log, fact)
      stoodBefore(log, fact.n)
    },
    learnLetter(place) {
      const log = logOf(place)
      if (noteLetter(log, place)) stoodBefore(log, place.n)
    },
    hear(fact) {
      const log = logOf(fact)
      noteFact(log, fact)
      came(log, fact.n)
    },
    hearLetter(place) {
      const log = logOf(place)
      if (noteLetter(log, place)) came(log, place.n)
    },
    known(terminal, incarnation) {
      const log = logs.get(`${terminal} ${incarnation}`)
      if (!log) return { n: 0, whole: 0, hash: null, forked: false }
      return { n: log.n, whole: log.whole, hash: tailHash(log), forked: log.forked }
    },
  }
}

function newLog(): Log {
  return { occupants: new Map(), hashes: new Map(), beyond: new Set(), n: 0, whole: 0, tail: null, forked: false }
}

function stoodBefore(log: Log, n: number): void {
  // What came in this life is found in the store too, and says nothing about what was there before it.
  if (!log.beyond.has(n)) log.whole = Math.max(log.whole, n)
  closeGap(log)
}

function came(log: Log, n: number): void {
  if (n > log.whole) log.beyond.add(n)
  closeGap(log)
}

function closeGap(log: Log): void {
  while (log.beyond.delete(log.whole + 1)) log.whole += 1
}

function tailHash(log: Log): string | null {
  if (!log.tail) return null
  const hash = log.hashes.get(log.tail.n) ?? digestOf(log.tail)
  log.hashes.set(log.tail.n, hash)
  return hash
}

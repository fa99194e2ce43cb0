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
  /** Whether this very fact is known to be stored; of one from before what has been read that is not known. */
  holds(fact: Fact): boolean
  claim(fact: Fact, hash: string): void
  learn(fact: Fact): void
  learnLetter(place: LogPlaceOf): void
  /** Numbers below this place were stored before what has been read, and are taken as known until everything has been. */
  trustBelow(place: LogPlaceOf): void
  /** From now on a number that was not learnt is not stored. */
  trustNothing(): void
  /**
   * The first number above `above` and up to `upTo` that is not stored, or null. A store that was put back may be told number 18 before anybody
   * notices that it has lost 17 (A19).
   */
  gap(log: Omit<LogPlaceOf, 'n'>, above: number, upTo: number): number | null
  known(terminal: TerminalId, incarnation: IncarnationId): KnownLog
}

interface Log {
  readonly occupants: Map<number, { readonly fact: FactId; readonly order: OrderId }>
  /** Of the last few facts: enough to compare each new fact with the one before. */
  readonly hashes: Map<number, string>
  /** Numbers of stored facts and letters. */
  readonly stored: Set<number>
  /** The lowest place that was told to be trusted below; 0 where there is none. */
  floor: number
  n: number
  tail: Fact | null
  forked: boolean
}

const HASHES_KEPT = 64
/** A letter's number is a claim in a text that nobody could read; one far beyond what is stored is not believed. */
const MAX_LETTER_LEAP = 1_000

export function createLogBook(): LogBook {
  const logs = new Map<TerminalId, Map<IncarnationId, Log>>()

  function logOf({ terminal, incarnation }: Omit<LogPlaceOf, 'n'>): Log {
    const lives = logs.get(terminal) ?? new Map<IncarnationId, Log>()
    const log = lives.get(incarnation) ?? newLog()
    logs.set(terminal, lives.set(incarnation, log))
    return log
  }

  function occupy(log: Log, fact: Fact): void {
    const occupant = log.occupants.get(fact.n)
    if (!occupant) log.occupants.set(fact.n, { fact: fact.id, order: fact.order })
    else if (occupant.fact !== fact.id) log.forked = true
  }

  return {
    occupant: (place) => logOf(place).occupants.get(place.n) ?? null,
    hashBefore(place) {
      const log = logOf(place)
      if (log.tail?.n === place.n - 1) return tailHash(log)
      return log.hashes.get(place.n - 1) ?? null
    },
    holds(fact) {
      const log = logOf(fact)
      return log.stored.has(fact.n) && log.occupants.get(fact.n)?.fact === fact.id
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
      occupy(log, fact)
      log.stored.add(fact.n)
      if (fact.n < log.n || log.occupants.get(fact.n)?.fact !== fact.id) return
      log.n = fact.n
      log.tail = fact
    },
    learnLetter(place) {
      const log = logOf(place)
      if (place.n > log.n + MAX_LETTER_LEAP) return
      log.stored.add(place.n)
      if (place.n <= log.n) return
      log.n = place.n
      log.tail = null
    },
    trustBelow(place) {
      const log = logOf(place)
      log.floor = log.floor === 0 ? place.n : Math.min(log.floor, place.n)
    },
    trustNothing() {
      for (const lives of logs.values()) for (const log of lives.values()) log.floor = 0
    },
    gap(place, above, upTo) {
      const { stored, floor } = logOf(place)
      // Ends at the first number that is missing, so it never takes longer than there are stored ones.
      for (let n = Math.max(above, floor) + 1; n <= upTo; n += 1) if (!stored.has(n)) return n
      return null
    },
    known(terminal, incarnation) {
      const log = logs.get(terminal)?.get(incarnation)
      if (!log) return { n: 0, hash: null, forked: false }
      return { n: log.n, hash: tailHash(log), forked: log.forked }
    },
  }
}

function newLog(): Log {
  return { occupants: new Map(), hashes: new Map(), stored: new Set(), floor: 0, n: 0, tail: null, forked: false }
}

function tailHash(log: Log): string | null {
  if (!log.tail) return null
  const hash = log.hashes.get(log.tail.n) ?? digestOf(log.tail)
  log.hashes.set(log.tail.n, hash)
  return hash
}

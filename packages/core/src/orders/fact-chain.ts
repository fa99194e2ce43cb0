import { digestOf, type IncarnationId, type TerminalId } from '../kernel/index.ts'
import { GENESIS, type Fact, type FactDraft } from './fact.ts'

/** The end of a terminal's log: the next fact gets n + 1 and carries `hash` as its `prev`. */
export interface LogTail {
  readonly terminal: TerminalId
  readonly incarnation: IncarnationId
  readonly n: number
  readonly hash: string
}

/** A log that starts: numbers begin at 1. `after` is the hash of the last fact known of the former incarnation, where one is known. */
export function startLog(terminal: TerminalId, incarnation: IncarnationId, after: string = GENESIS): LogTail {
  return { terminal, incarnation, n: 0, hash: after }
}

/** F2: numbers and links drafts behind `tail`. Only the one writer of a log calls it, in the same step that makes them durable. */
export function chainFacts(
  tail: LogTail,
  drafts: readonly FactDraft[],
): { readonly facts: Fact[]; readonly tail: LogTail } {
  let { n, hash } = tail
  const facts = drafts.map((draft) => {
    const fact: Fact = { ...draft, terminal: tail.terminal, incarnation: tail.incarnation, n: n + 1, prev: hash }
    n += 1
    hash = digestOf(fact)
    return fact
  })
  return { facts, tail: { ...tail, n, hash } }
}

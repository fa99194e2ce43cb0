import { digestOf, type IncarnationId, type TerminalId } from '../kernel/index.ts'
import type { Fact } from '../orders/index.ts'

/**
 * What can be wrong with a log. `gap`: a number is missing below one that is there. `broken`: a fact does not carry the hash of the one before.
 * `forked`: two facts have one number (a restored profile). `cloned`: both sides of a fork went on. `rewritten`: one fact says two things.
 */
export type LedgerFlaw = 'gap' | 'broken' | 'forked' | 'cloned' | 'rewritten'

/** From the first number at which it shows to the last. */
export interface LedgerFlawFound {
  readonly terminal: TerminalId
  readonly incarnation: IncarnationId
  readonly flaw: LedgerFlaw
  readonly n: number
  readonly last: number
}

/**
 * L4 to L8: every flaw of the logs that these facts are from, each with the first and the last number where it shows, by log and then by number.
 * The lowest fact of each log is taken as it is: what was before it may have been dropped. Facts may come in any order and more than once.
 */
export function verifyLedger(facts: readonly Fact[]): readonly LedgerFlawFound[] {
  const logs = Map.groupBy(facts, ({ terminal, incarnation }) => `${terminal}.${incarnation}`)
  return [...logs].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, log]) => flawsOfLog(log))
}

interface Claim {
  readonly fact: Fact
  readonly hash: string
}

function flawsOfLog(facts: readonly Fact[]): LedgerFlawFound[] {
  const [first] = facts
  if (!first) return []
  const { terminal, incarnation } = first
  const found = new Map<LedgerFlaw, { n: number; last: number }>()
  const note = (flaw: LedgerFlaw, n: number, last = n) => {
    const known = found.get(flaw)
    found.set(flaw, { n: known?.n ?? n, last })
  }
  const places = [...Map.groupBy(facts, ({ n }) => n)].toSorted(([a], [b]) => a - b)
  let before: { readonly n: number; readonly claims: readonly Claim[] } | null = null
  for (const [n, said] of places) {
    const claims = distinct(said)
    if (before && before.n < n - 1) note('gap', before.n + 1, n - 1)
    const previous: readonly Claim[] | null = before?.n === n - 1 ? before.claims : null
    for (const flaw of flawsOfPlace(claims, previous)) note(flaw, n)
    before = { n, claims }
  }
  return [...found]
    .map(([flaw, place]): LedgerFlawFound => ({ terminal, incarnation, flaw, ...place }))
    .toSorted((a, b) => a.n - b.n || (a.flaw < b.flaw ? -1 : 1))
}

function distinct(facts: readonly Fact[]): readonly Claim[] {
  return [...new Map(facts.map((fact) => [digestOf(fact), fact]))].map(([hash, fact]) => ({ hash, fact }))
}

function flawsOfPlace(claims: readonly Claim[], previous: readonly Claim[] | null): readonly LedgerFlaw[] {
  const flaws: LedgerFlaw[] = []
  const ids = new Set(claims.map(({ fact }) => fact.id))
  if (ids.size > 1) flaws.push('forked')
  if (ids.size < claims.length) flaws.push('rewritten')
  if (!previous) return flaws
  const followed = new Set(claims.flatMap(({ fact }) => previous.filter(({ hash }) => hash === fact.prev)))
  if (claims.some(({ fact }) => previous.every(({ hash }) => hash !== fact.prev))) flaws.push('broken')
  if (new Set([...followed].map(({ fact }) => fact.id)).size > 1) flaws.push('cloned')
  return flaws
}

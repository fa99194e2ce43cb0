import type { Fact } from '../orders/index.ts'

/** L9: what stands in a ledger and nowhere in the orders, in the order of the log. `holds` tells whether the orders have a fact. */
export function missingFacts(ledger: readonly Fact[], holds: (fact: Fact) => boolean): readonly Fact[] {
  return ledger.filter((fact) => !holds(fact)).toSorted(byPlace)
}

function byPlace(a: Fact, b: Fact): number {
  if (a.incarnation !== b.incarnation) return a.incarnation < b.incarnation ? -1 : 1
  return a.n - b.n
}

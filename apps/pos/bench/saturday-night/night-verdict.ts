import type { JsonObject } from '@orderez/core/kernel'
import { knownFact, type OrderDocument } from '@orderez/core/orders'
import type { CrewTerminal } from './crew-terminal.ts'

export interface NightVerdict {
  /** Rounds on the server. */
  readonly rounds: number
  /** Rounds that were sent and are not on the server, or do not count there. */
  readonly lost: readonly string[]
  /** Rounds or lines that are there twice. */
  readonly doubled: readonly string[]
  /** Replicas whose facts are others than the server's. */
  readonly apart: readonly string[]
}

/** Compares what was sent and what every replica holds with what the server holds. */
export async function judgeNight(
  stored: readonly JsonObject[],
  sent: readonly string[],
  crew: readonly CrewTerminal[],
): Promise<NightVerdict> {
  const orders = stored as readonly JsonObject[] as readonly OrderDocument[]
  const seen = new Map<string, number>()
  const accepted = new Set<string>()
  for (const { facts, verdicts } of orders) {
    for (const fact of Object.values(facts)) {
      const known = knownFact(fact)
      if (known?.kind !== 'roundSent') continue
      const { round, lines } = known.body
      for (const id of [round, ...lines.map((line) => line.id)]) seen.set(id, (seen.get(id) ?? 0) + 1)
      if (verdicts[fact.id]?.decision === 'accepted') accepted.add(round)
    }
  }
  const truth = digest(orders)
  const apart: string[] = []
  for (const terminal of crew) {
    if (digest(await terminal.store.listOrders(null, 10_000)) !== truth) apart.push(terminal.name)
  }
  return {
    rounds: accepted.size,
    lost: sent.filter((round) => !accepted.has(round)),
    doubled: [...seen].filter(([, times]) => times > 1).map(([id]) => id),
    apart,
  }
}

/** Which facts each order has, and how each was decided. */
function digest(orders: readonly OrderDocument[]): string {
  const texts = orders.map(({ id, facts, verdicts }) => {
    const decided = Object.keys(facts).map(
      (fact) => `${fact} ${verdicts[fact as keyof typeof verdicts]?.decision ?? ''}`,
    )
    return `${id}: ${decided.toSorted((a, b) => (a < b ? -1 : 1)).join(' ')}`
  })
  return texts.toSorted((a, b) => (a < b ? -1 : 1)).join('\n')
}

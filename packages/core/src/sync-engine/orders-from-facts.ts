import type { OrderId } from '../kernel/index.ts'
import { emptyOrder, type Fact, type OrderDocument, type Verdict } from '../orders/index.ts'

/** The facts and what the server said about them as order documents, to be united with what is stored. */
export function ordersFromFacts(
  facts: readonly Fact[],
  verdicts: ReadonlyMap<string, Verdict> = new Map(),
): OrderDocument[] {
  const orders = new Map<OrderId, { facts: Record<string, Fact>; verdicts: Record<string, Verdict> }>()
  for (const fact of facts) {
    const order = orders.get(fact.order) ?? { facts: {}, verdicts: {} }
    order.facts[fact.id] = fact
    const verdict = verdicts.get(fact.id)
    if (verdict) order.verdicts[fact.id] = verdict
    orders.set(fact.order, order)
  }
  return [...orders].map(([id, content]) => ({ ...emptyOrder(id), ...content }))
}

import type { JsonObject, OrderId } from '../kernel/index.ts'
import type { Fact, OrderDocument, Verdict } from '../orders/index.ts'
import type { TerminalStore } from '../sync/index.ts'
import { ordersFromFacts } from './orders-from-facts.ts'
import type { OwnFacts } from './own-facts.ts'
import type { TerminalClock } from './terminal-clock.ts'

export interface ProjectionParts {
  readonly store: TerminalStore
  readonly own: OwnFacts
  readonly time: TerminalClock
  /** E9: orders that are here without their beginning. */
  fetch(orders: readonly OrderId[]): void
}

/** How orders get into the store, by whichever door. Returns only when what was given is visible there. */
export interface OrderProjection {
  /** This terminal's facts with the server's verdicts, where it has given them (E4). */
  applyOwn(facts: readonly Fact[], verdicts?: ReadonlyMap<string, Verdict>): Promise<void>
  /** What the server has; its verdicts on own facts count as answers while `isCurrent`: not those of an epoch that is over (E8). */
  applyServed(documents: readonly JsonObject[], isCurrent: () => boolean): Promise<void>
}

export function createOrderProjection({ store, own, time, fetch }: ProjectionParts): OrderProjection {
  const complete = new Set<OrderId>()

  /** An order whose opening is neither here nor known to be stored is asked for once, each time something new of it appears. */
  async function fetchPartial(orders: readonly OrderDocument[]): Promise<void> {
    const doubtful: OrderId[] = []
    for (const order of orders) {
      if (complete.has(order.id)) continue
      if (isComplete(order)) complete.add(order.id)
      else doubtful.push(order.id)
    }
    if (doubtful.length === 0) return
    for (const order of await store.readOrders(doubtful)) if (isComplete(order)) complete.add(order.id)
    const partial = doubtful.filter((order) => !complete.has(order))
    if (partial.length > 0) fetch(partial)
  }

  return {
    async applyOwn(facts, verdicts) {
      const orders = ordersFromFacts(facts, verdicts)
      await store.mergeOrders(orders)
      if (!verdicts) await fetchPartial(orders)
    },
    async applyServed(documents, isCurrent) {
      const orders = documents.filter(isOrder)
      if (orders.length === 0) return
      await store.mergeOrders(orders)
      if (isCurrent()) own.judge(orders)
      for (const order of orders) for (const fact of Object.values(order.facts)) time.receive(fact.at)
      await fetchPartial(orders)
    },
  }
}

function isComplete(order: OrderDocument): boolean {
  return Object.values(order.facts).some((fact) => fact.kind === 'opened')
}

/** A server of a newer version may keep things among the orders that this one cannot read; they hold up nothing (C4). */
function isOrder(document: JsonObject): document is JsonObject & OrderDocument {
  return (
    document['kind'] === 'order' && document['v'] === 1 && isRecord(document['facts']) && isRecord(document['verdicts'])
  )
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

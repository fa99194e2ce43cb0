import { err, type FactId, type OrderId, type StationId } from '../kernel/index.ts'
import { sayEach, type CommandContext, type Drafts, type OrderState } from '../orders/index.ts'

export interface AcknowledgeRequest {
  readonly station: StationId
  /** The voids, amendments, further rounds of a line and rushes that the cook has taken note of. */
  readonly of: readonly FactId[]
}

/** K6: a station has taken note of changes. Those it knew already are left out. Fails with `fact.unknown`, `nothing.toDo`. */
export function acknowledge(
  orders: Iterable<OrderState>,
  { station, of }: AcknowledgeRequest,
  context: CommandContext,
): Drafts<'fact.unknown' | 'nothing.toDo'> {
  const all = [...orders]
  const byOrder = new Map<OrderId, FactId[]>()
  for (const fact of new Set(of)) {
    const home = all.find((state) => state.document.facts[fact])
    if (!home) return err('fact.unknown', fact)
    if (home.acknowledged.get(station)?.has(fact)) continue
    byOrder.set(home.id, [...(byOrder.get(home.id) ?? []), fact])
  }
  if (byOrder.size === 0) return err('nothing.toDo')
  const bodies = [...byOrder].map(([home, facts]) => [home, { station, of: facts }] as const)
  return sayEach(context, 'acknowledged', bodies)
}

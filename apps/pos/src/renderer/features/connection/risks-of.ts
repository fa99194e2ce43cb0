import type { OrderState } from '@orderez/core/orders'
import type { EngineStatus } from '@orderez/core/sync-engine'
import { undeliveredFacts } from '../order/index.ts'

type Counts = Pick<EngineStatus, 'refused' | 'held' | 'breaks' | 'deadLetters' | 'refusedEdits'>

export interface Risks {
  readonly setAside: number
  readonly undelivered: number
  readonly refusedEdits: number
  readonly breaks: number
}

/** What went wrong for good and needs a person. */
export function risksOf({ refused, held, breaks, deadLetters, refusedEdits }: Counts): Risks {
  return {
    setAside: refused + held,
    undelivered: deadLetters.length,
    refusedEdits: refusedEdits.length,
    breaks: breaks.length,
  }
}

export function riskCount({ setAside, undelivered, refusedEdits, breaks }: Risks): number {
  return setAside + undelivered + refusedEdits + breaks
}

type Concerned = Pick<OrderState, 'id' | 'undecided'>

/** The orders among `orders` with something that did not reach the server or that it did not take over. */
export function ordersAtRisk<O extends Concerned>(
  status: Pick<EngineStatus, 'deadLetters' | 'refusedEdits'>,
  orders: readonly O[],
): readonly O[] {
  const edited = new Set(status.refusedEdits.map(({ mine }) => mine['order']))
  return orders.filter((order) => undeliveredFacts(order, status).size > 0 || edited.has(order.id))
}

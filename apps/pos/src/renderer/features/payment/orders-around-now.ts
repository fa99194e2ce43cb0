import type { OrderId } from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'
import type { Terminal } from '../../data/index.ts'
import { relatedOrders } from '../order/index.ts'

/** The orders that have a say on a bill as they are stored now; what is on the screen may not show one's own last tap yet. */
export async function ordersAroundNow(
  queries: Pick<Terminal['queries'], 'readOrder' | 'readOpenOrders'>,
  id: OrderId,
): Promise<readonly OrderState[]> {
  const [state, open] = await Promise.all([queries.readOrder(id), queries.readOpenOrders()])
  if (!state) return []
  return relatedOrders([state, ...open.filter((other) => other.id !== id)]).get(id) ?? [state]
}

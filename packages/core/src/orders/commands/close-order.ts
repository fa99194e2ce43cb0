import { err, type OrderId, type PersonId } from '../../kernel/index.ts'
import { basisOf } from '../bill/basis-of.ts'
import { billOf } from '../bill/bill-of.ts'
import { nothingWanted } from '../bill/nothing-wanted.ts'
import { orderClosed } from '../order-phase.ts'
import type { OrderState } from '../order-state.ts'
import { say, sayEach, type CommandContext, type Drafts } from './command.ts'

type CloseCode = 'order.unknown' | 'order.loading' | 'order.closed' | 'bill.open' | 'price.pending' | 'payment.pending'

/**
 * M11: closes an order whose every share is settled, or on which nothing was ever ordered and paid (M8: what the branch charges by itself is
 * then not owed). The close says what it saw; what comes later is an open remainder.
 */
export function closeOrder(orders: Iterable<OrderState>, order: OrderId, context: CommandContext): Drafts<CloseCode> {
  const all = [...orders]
  const state = all.find((one) => one.id === order)
  if (!state) return err('order.unknown')
  if (!state.complete) return err('order.loading')
  if (orderClosed(state)) return err('order.closed')
  const bill = billOf(order, all)
  if (bill.pendingPrices.length > 0) return err('price.pending')
  if (bill.pending > 0) return err('payment.pending')
  if (bill.shares.some((share) => share.open !== 0) && !nothingWanted(state, bill)) return err('bill.open')
  return say(context, order, 'closed', { basis: basisOf(bill, state) })
}

/** M11, F6: opens a closed order again by naming every close that stands. Fails with `order.notClosed`. */
export function reopenOrder(
  state: OrderState,
  request: { readonly reason: string; readonly approver?: PersonId },
  context: CommandContext,
): Drafts<'order.notClosed'> {
  const closes = state.closes.filter((close) => !close.undone)
  if (closes.length === 0) return err('order.notClosed')
  const { reason, approver } = request
  const bodies = closes.map((close) => [state.id, { of: close.fact, reason, approver }] as const)
  return sayEach(context, 'reopened', bodies)
}

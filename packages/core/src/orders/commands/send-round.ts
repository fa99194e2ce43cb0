import { err, type RoundId } from '../../kernel/index.ts'
import type { Line } from '../line.ts'
import { orderClosed, orderMerged } from '../order-phase.ts'
import type { OrderState } from '../order-state.ts'
import { say, type CommandContext, type Drafts } from './command.ts'

export interface RoundRequest {
  readonly lines: readonly Line[]
  /** The id that the cart minted for this Send; without it a new one. */
  readonly round?: RoundId
}

/**
 * O5: sends the lines of a cart as one round. Lines already sent are left out, so ten taps on Send are one round. An order just made may be
 * sent to before its opening is stored. Fails with `round.empty`, `round.alreadySent`, `order.closed`, `order.merged`.
 */
export function sendRound(
  state: OrderState,
  request: RoundRequest,
  context: CommandContext,
): Drafts<'round.empty' | 'round.alreadySent' | 'order.closed' | 'order.merged'> {
  if (request.lines.length === 0) return err('round.empty')
  const lines = request.lines.filter((line) => !state.lines.has(line.id))
  if (lines.length === 0) return err('round.alreadySent')
  if (orderClosed(state)) return err('order.closed')
  if (orderMerged(state)) return err('order.merged')
  return say(context, state.id, 'roundSent', { round: request.round ?? context.ids.next('round'), lines })
}

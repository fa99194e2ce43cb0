import { err, quantityFits } from '../../kernel/index.ts'
import type { FactBody } from '../fact-bodies.ts'
import type { OrderState } from '../order-state.ts'
import { say, type CommandContext, type Drafts } from './command.ts'

/** M1, S7: sets a line's price by an authorised person, or the price of the day. Fails with `line.unknown`. */
export function setPrice(
  state: OrderState,
  request: FactBody<'priceSet'>,
  context: CommandContext,
): Drafts<'line.unknown'> {
  return state.lines.has(request.line) ? say(context, state.id, 'priceSet', request) : err('line.unknown')
}

/** M1: sets what a measured line weighs. Fails with `line.unknown`, or `quantity.unfit` for a line that is counted in pieces. */
export function setWeight(
  state: OrderState,
  request: FactBody<'weightSet'>,
  context: CommandContext,
): Drafts<'line.unknown' | 'quantity.unfit'> {
  const line = state.lines.get(request.line)
  if (!line) return err('line.unknown')
  const { unit } = line.content
  if (unit === 'piece' || !quantityFits(request.quantity, unit)) return err('quantity.unfit')
  return say(context, state.id, 'weightSet', request)
}

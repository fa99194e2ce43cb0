import type { OrderId, PersonId } from '../../kernel/index.ts'
import type { FactBody } from '../fact-bodies.ts'
import { say, type CommandContext, type Drafts } from './command.ts'

export type OpenRequest = Omit<FactBody<'opened'>, 'owner' | 'source'> & {
  /** The id that the cart has had since the first tap. */
  readonly order: OrderId
  readonly owner?: PersonId
  readonly source?: FactBody<'opened'>['source']
}

/** O2: opens an order. A table may have several: they are several bills. */
export function openOrder(request: OpenRequest, context: CommandContext): Drafts {
  const { order, owner = context.person, source = 'staff', ...body } = request
  return say(context, order, 'opened', { ...body, owner, source })
}

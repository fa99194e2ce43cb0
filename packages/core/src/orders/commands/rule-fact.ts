import { err } from '../../kernel/index.ts'
import type { FactBody } from '../fact-bodies.ts'
import type { OrderState } from '../order-state.ts'
import { say, type CommandContext, type Drafts } from './command.ts'

/** V2: a manager's decision on a fact that the server refused or held. Fails with `fact.unknown`, `fact.notHeld` (it was accepted or not judged yet). */
export function ruleFact(
  state: OrderState,
  request: FactBody<'ruled'>,
  context: CommandContext,
): Drafts<'fact.unknown' | 'fact.notHeld'> {
  if (!state.document.facts[request.of]) return err('fact.unknown')
  const verdict = state.document.verdicts[request.of]
  if (!verdict || verdict.decision === 'accepted') return err('fact.notHeld')
  return say(context, state.id, 'ruled', request)
}

import { err } from '../../kernel/index.ts'
import type { FactBody } from '../fact-bodies.ts'
import type { OrderState } from '../order-state.ts'
import { say, type CommandContext, type Drafts } from './command.ts'

/** O7, S4: changes a sent line by a further fact; the kitchen has to acknowledge it. Fails with `line.unknown`, `unit.voided`, `nothing.toDo`. */
export function amendLine(
  state: OrderState,
  request: FactBody<'lineAmended'>,
  context: CommandContext,
): Drafts<'line.unknown' | 'unit.voided' | 'nothing.toDo'> {
  const { line: id, note, options, seat, course } = request
  const line = state.lines.get(id)
  if (!line) return err('line.unknown')
  if (line.units.every((unit) => unit.voided)) return err('unit.voided')
  if (note === undefined && options === undefined && seat === undefined && course === undefined) {
    return err('nothing.toDo')
  }
  return say(context, state.id, 'lineAmended', request)
}

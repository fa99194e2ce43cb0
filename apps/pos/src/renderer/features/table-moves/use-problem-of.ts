import { actionOfFact } from '@orderez/core/staff'
import type { CommandCode, CommandContext, Drafts } from '@orderez/core/orders'
import { useCan, usePerson } from '../../state/index.ts'
import { problemOf } from './problem-of.ts'

/** Why a command would be refused to the person at the terminal; null where it would not. */
export function useProblemOf(): (command: (context: CommandContext) => Drafts<CommandCode>) => CommandCode | null {
  const { person } = usePerson()
  const can = useCan()
  return (command) => problemOf(command, person.id, (kind) => can(actionOfFact(kind)))
}

import { err, jsonEquals, type TableId } from '../../kernel/index.ts'
import type { FactBody } from '../fact-bodies.ts'
import type { OrderState } from '../order-state.ts'
import { say, type CommandContext, type Drafts } from './command.ts'

/** O4: moves the guests to another table; the order, its tickets and its bill stay what they are. Fails with `nothing.toDo`. */
export function moveTable(state: OrderState, table: TableId | null, context: CommandContext): Drafts<'nothing.toDo'> {
  return state.table === table ? err('nothing.toDo') : say(context, state.id, 'tableSet', { table })
}

/** O4: how many guests sit there. Fails with `nothing.toDo`. */
export function setGuests(state: OrderState, guests: number, context: CommandContext): Drafts<'nothing.toDo'> {
  return state.guests === guests ? err('nothing.toDo') : say(context, state.id, 'guestsSet', { guests })
}

/** O4: the note of the whole order. Fails with `nothing.toDo`. */
export function setNote(state: OrderState, text: string, context: CommandContext): Drafts<'nothing.toDo'> {
  return state.note === text ? err('nothing.toDo') : say(context, state.id, 'noteSet', { text })
}

/** O4: who fetches the order or has it brought, and when they want it. Fails with `nothing.toDo`. */
export function setContact(
  state: OrderState,
  said: FactBody<'contactSet'>,
  context: CommandContext,
): Drafts<'nothing.toDo'> {
  const same = jsonEquals(state.contact ?? {}, said.contact) && state.wishedAt === (said.wishedAt ?? null)
  return same ? err('nothing.toDo') : say(context, state.id, 'contactSet', said)
}

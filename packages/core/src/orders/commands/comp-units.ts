import { err, type FactId, type PersonId } from '../../kernel/index.ts'
import type { OrderState } from '../order-state.ts'
import type { UnitRef } from '../places.ts'
import { say, sayEach, type CommandContext, type Drafts } from './command.ts'
import { byHome, findUnits, withBelongings } from './named-units.ts'

export interface CompRequest {
  readonly units: readonly UnitRef[]
  readonly reason: string
  readonly approver?: PersonId
}

/** O9, O8: gives named units away, and with a set meal what belongs to it. Voided and comped ones are left out. Fails with `line.unknown`, `unit.unknown`, `nothing.toDo`. */
export function compUnits(
  orders: Iterable<OrderState>,
  request: CompRequest,
  context: CommandContext,
): Drafts<'line.unknown' | 'unit.unknown' | 'nothing.toDo'> {
  const found = findUnits(orders, request.units)
  if (!found.ok) return found
  const units = withBelongings(found.value).filter(({ state }) => !state.voided && !state.comped)
  if (units.length === 0) return err('nothing.toDo')
  const { reason, approver } = request
  const bodies = [...byHome(units)].map(([home, refs]) => [home, { units: refs, reason, approver }] as const)
  return sayEach(context, 'comped', bodies)
}

/** F6: takes a comp back by naming its fact. Fails with `comp.unknown`. */
export function withdrawComp(state: OrderState, of: FactId, context: CommandContext): Drafts<'comp.unknown'> {
  const stands = [...state.lines.values()].some((line) => line.units.some((unit) => unit.comped?.facts.includes(of)))
  return stands ? say(context, state.id, 'compWithdrawn', { of }) : err('comp.unknown')
}

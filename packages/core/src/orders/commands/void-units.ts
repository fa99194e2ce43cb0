import { err, ok, type PersonId, type Result } from '../../kernel/index.ts'
import type { OrderState } from '../order-state.ts'
import type { UnitRef } from '../places.ts'
import { sayEach, type CommandContext, type Drafts } from './command.ts'
import { byHome, findUnits, withBelongings, type NamedUnit } from './named-units.ts'

export interface VoidRequest {
  readonly units: readonly UnitRef[]
  readonly reason: string
  readonly approver?: PersonId
}

/**
 * O8: voids named units, and with a set meal what belongs to it. Units already voided are left out. What is ready or served needs an approver.
 * Fails with `line.unknown`, `unit.unknown`, `unit.voided` (all of them already), `approval.needed`.
 */
export function voidUnits(
  orders: Iterable<OrderState>,
  request: VoidRequest,
  context: CommandContext,
): Drafts<'line.unknown' | 'unit.unknown' | 'unit.voided' | 'approval.needed'> {
  const found = unitsGoingWith(orders, request.units)
  if (!found.ok) return found
  const units = found.value
  if (units.length === 0) return err('unit.voided')
  const { reason, approver } = request
  if (!approver && units.some(({ state }) => state.stage === 'ready' || state.stage === 'served')) {
    return err('approval.needed')
  }
  const bodies = [...byHome(units)].map(([home, refs]) => [home, { units: refs, reason, approver }] as const)
  return sayEach(context, 'voided', bodies)
}

/** O8: what a void of named units takes with it: themselves and what belongs to a set meal, each once, without what is voided already. */
export function unitsGoingWith(
  orders: Iterable<OrderState>,
  refs: readonly UnitRef[],
): Result<readonly NamedUnit[], 'line.unknown' | 'unit.unknown'> {
  const found = findUnits(orders, refs)
  if (!found.ok) return found
  return ok(withBelongings(found.value).filter(({ state }) => !state.voided))
}

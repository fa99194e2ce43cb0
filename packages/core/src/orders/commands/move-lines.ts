import { err } from '../../kernel/index.ts'
import { orderClosed, orderMerged } from '../order-phase.ts'
import type { OrderState } from '../order-state.ts'
import type { Place, UnitRef } from '../places.ts'
import { sayEach, type CommandContext, type Drafts } from './command.ts'
import { byHome, findUnits, withBelongings } from './named-units.ts'

export interface MoveRequest {
  readonly units: readonly UnitRef[]
  readonly to: Place
  readonly why?: 'move' | 'split' | 'join'
}

export type MoveCode =
  | 'line.unknown'
  | 'unit.unknown'
  | 'order.unknown'
  | 'order.closed'
  | 'order.merged'
  | 'nothing.toDo'

/** H1, H2: puts named units on another bill or share, by a fact in each unit's home order; a set meal goes with its dishes. Units already there are left out. */
export function moveLines(
  orders: Iterable<OrderState>,
  request: MoveRequest,
  context: CommandContext,
): Drafts<MoveCode> {
  const { to, why = 'move' } = request
  const all = [...orders]
  const target = all.find((state) => state.id === to.order)
  if (!target) return err('order.unknown')
  if (orderClosed(target)) return err('order.closed')
  if (orderMerged(target)) return err('order.merged')
  const found = findUnits(all, request.units)
  if (!found.ok) return found
  const units = withBelongings(found.value).filter(
    ({ state: { place } }) => place.order !== to.order || place.share !== to.share,
  )
  if (units.length === 0) return err('nothing.toDo')
  const bodies = [...byHome(units)].map(([home, refs]) => [home, { units: refs, to, why }] as const)
  return sayEach(context, 'linesMoved', bodies)
}

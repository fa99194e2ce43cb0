import { err } from '../../kernel/index.ts'
import { orderClosed, orderMerged } from '../order-phase.ts'
import type { OrderState } from '../order-state.ts'
import { WHOLE_SHARE, type Place, type UnitRef } from '../places.ts'
import { sayEach, type CommandContext, type Drafts } from './command.ts'
import { byHome, findUnits } from './named-units.ts'

export interface MoveRequest {
  readonly units: readonly UnitRef[]
  readonly to: Place
  readonly why?: 'move' | 'split' | 'join'
}

type MoveCode = 'line.unknown' | 'unit.unknown' | 'order.unknown' | 'order.closed' | 'order.merged' | 'nothing.toDo'

/** H1, H2: puts named units on another bill or share, by a fact in each unit's home order. Units already there are left out. */
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
  const units = found.value.filter(({ state: { place } }) => place.order !== to.order || place.share !== to.share)
  if (units.length === 0) return err('nothing.toDo')
  const bodies = [...byHome(units)].map(([home, refs]) => [home, { units: refs, to, why }] as const)
  return sayEach(context, 'linesMoved', bodies)
}

/** H7: splits named units off to the next free share of the bill they stand on. Two splits made apart meet on one share. */
export function splitByItem(
  orders: Iterable<OrderState>,
  request: { readonly order: OrderState['id']; readonly units: readonly UnitRef[] },
  context: CommandContext,
): Drafts<MoveCode> {
  const all = [...orders]
  const to = { order: request.order, share: nextShare(request.order, all) }
  return moveLines(all, { units: request.units, to, why: 'split' }, context)
}

/** The first share name that nothing on the bill uses: B … Z, then A1, A2 … */
export function nextShare(order: OrderState['id'], orders: readonly OrderState[]): string {
  const used = new Set<string>([WHOLE_SHARE])
  for (const state of orders) {
    for (const line of state.lines.values()) {
      for (const { place } of line.units) if (place.order === order) used.add(place.share)
    }
    if (state.id === order) for (const { share } of [...state.payments, ...state.charges]) used.add(share)
  }
  for (const letter of 'BCDEFGHIJKLMNOPQRSTUVWXYZ') if (!used.has(letter)) return letter
  let number = 1
  while (used.has(`${WHOLE_SHARE}${number}`)) number += 1
  return `${WHOLE_SHARE}${number}`
}

import type { LineId, Money, OrderId } from '../../kernel/index.ts'
import { compareText } from '../fold/counted-facts.ts'
import type { LineState, OrderState, UnitState } from '../order-state.ts'
import { unitAmounts } from './unit-amounts.ts'

/** A unit where it stands. `net` starts as its amount and is lowered by discounts; voided and comped units stand at 0. */
export interface StandingUnit {
  readonly home: OrderId
  readonly line: LineState
  readonly state: UnitState
  readonly amount: Money
  net: Money
}

/** H5: every unit whose register names this order, by share; whatever order it was sent in, in the order of sending. */
export function standingUnits(order: OrderId, orders: readonly OrderState[]): Map<string, StandingUnit[]> {
  const byShare = new Map<string, StandingUnit[]>()
  for (const home of inHomeOrder(order, orders)) {
    for (const line of home.lines.values()) {
      if (!line.units.some((unit) => unit.place.order === order)) continue
      const amounts = unitAmounts(line)
      for (const [index, state] of line.units.entries()) {
        if (state.place.order !== order) continue
        const amount = state.voided || state.comped ? 0 : (amounts[index] ?? 0)
        const unit = { home: home.id, line, state, amount, net: amount }
        const share = byShare.get(state.place.share)
        if (share) share.push(unit)
        else byShare.set(state.place.share, [unit])
      }
    }
  }
  return byShare
}

/** The bill's own lines first, then those of other orders by id, so that every replica lists and rounds alike. */
function inHomeOrder(order: OrderId, orders: readonly OrderState[]): readonly OrderState[] {
  return orders.toSorted((a, b) => Number(b.id === order) - Number(a.id === order) || compareText(a.id, b.id))
}

export function counts(unit: StandingUnit): boolean {
  return !unit.state.voided && !unit.state.comped
}

export function refOf(unit: StandingUnit): { readonly line: LineId; readonly unit: number } {
  return { line: unit.line.id, unit: unit.state.unit }
}

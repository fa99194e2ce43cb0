import type { EpochMs, OrderId } from '../kernel/index.ts'
import type { OrderNumber, OrderState } from '../orders/index.ts'
import { pickupOf } from './pickup-stage.ts'

/** An order on the board for guests: its number, and nothing about who or how much. */
export interface BoardEntry {
  readonly order: OrderId
  readonly number: OrderNumber
  readonly type: 'takeaway' | 'delivery'
  /** When it was sent, or when it became ready. */
  readonly since: EpochMs
}

export interface PickupBoard {
  /** The oldest first. */
  readonly preparing: readonly BoardEntry[]
  /** The newest first. */
  readonly ready: readonly BoardEntry[]
}

export interface BoardRule {
  readonly now: EpochMs
  /** How long a number that nobody marked as handed over stays among the ready ones. */
  readonly readyForMs: number
}

/** What guests who wait for takeaway and riders who fetch a delivery may see. Dine-in is never on it; what is served has left it. */
export function pickupBoardOf(states: Iterable<OrderState>, { now, readyForMs }: BoardRule): PickupBoard {
  const preparing: BoardEntry[] = []
  const ready: BoardEntry[] = []
  for (const state of states) {
    const { opening } = state
    if (!opening || opening.type === 'dineIn') continue
    const { stage, readyAt } = pickupOf(state)
    const entry = { order: state.id, number: opening.number, type: opening.type }
    if (stage === 'preparing') preparing.push({ ...entry, since: opening.at.ms })
    const since = Math.max(opening.at.ms, readyAt ?? 0)
    if (stage === 'ready' && now - since <= readyForMs) ready.push({ ...entry, since })
  }
  return {
    preparing: preparing.sort((a, b) => a.since - b.since || (a.order < b.order ? -1 : 1)),
    ready: ready.sort((a, b) => b.since - a.since || (a.order < b.order ? -1 : 1)),
  }
}

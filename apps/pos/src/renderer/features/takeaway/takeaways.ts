import { settingsOf, type Branch } from '@orderez/core/branch'
import type { EpochMs, Money } from '@orderez/core/kernel'
import { pickupOf, type PickupStage } from '@orderez/core/kitchen'
import { billOf, orderClosed, orderMerged, type Opening, type OrderState, type TableState } from '@orderez/core/orders'
import { relatedOrders, unlessBroken } from '../order/index.ts'

export type TakeawayType = 'takeaway' | 'delivery'

const MINUTE_MS = 60_000

/** The most urgent first; the rest waits for nobody of the floor. */
const URGENCY: readonly TableState[] = ['ready', 'waiting', 'paying', 'seated', 'sent']

/** An order that leaves the house and still asks something: dishes, handing over, or money. */
export interface Takeaway {
  readonly state: OrderState
  readonly opening: Opening
  readonly type: TakeawayType
  readonly stage: PickupStage
  /** As a table that stands alike. */
  readonly look: TableState
  readonly minutes: number
  /** What is still to be paid; null where its bill cannot be computed. */
  readonly open: Money | null
}

/** Open orders that leave the house, and those paid and closed that nobody has handed over yet. What sits at a table by now is the table's. */
export function takeawaysOf(states: readonly OrderState[], branch: Branch, now: EpochMs): readonly Takeaway[] {
  const related = relatedOrders(states)
  return states
    .flatMap((state): Takeaway[] => {
      const { opening } = state
      if (!opening || opening.type === 'dineIn' || state.table !== null || orderMerged(state)) return []
      const { stage } = pickupOf(state)
      if (orderClosed(state) && stage !== 'preparing' && stage !== 'ready') return []
      const open = unlessBroken(() => billOf(state.id, related.get(state.id) ?? [state]).open, null)
      const minutes = Math.max(0, Math.floor((now - opening.at.ms) / MINUTE_MS))
      const late = now > dueBy(state, opening, branch)
      return [{ state, opening, type: opening.type, stage, look: lookOf(stage, late), minutes, open }]
    })
    .toSorted(
      (a, b) =>
        URGENCY.indexOf(a.look) - URGENCY.indexOf(b.look) ||
        dueBy(a.state, a.opening, branch) - dueBy(b.state, b.opening, branch) ||
        (a.state.id < b.state.id ? -1 : 1),
    )
}

/** When the guest begins to wait: the time that was wished, else what the branch calls late. */
function dueBy({ wishedAt }: OrderState, { type, at }: Opening, branch: Branch): EpochMs {
  return wishedAt ?? at.ms + settingsOf(branch).orderTypes[type].lateMinutes * MINUTE_MS
}

function lookOf(stage: PickupStage, late: boolean): TableState {
  switch (stage) {
    case 'empty':
      return 'seated'
    case 'preparing':
      return late ? 'waiting' : 'sent'
    case 'ready':
      return 'ready'
    case 'served':
      return 'paying'
  }
}

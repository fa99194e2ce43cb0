import type { Bill } from '../bill/bill.ts'
import { orderMerged } from '../order-phase.ts'
import type { MergeState, OrderState } from '../order-state.ts'
import { contradiction, type Contradiction } from './contradiction.ts'

/** C: merges that met other merges, and lines that stand where nobody sits any more. */
export function placeContradictions(states: readonly OrderState[], bills: ReadonlyMap<string, Bill>): Contradiction[] {
  const merged = states.map((state) => ({ state, merges: ownMerges(state) }))
  const apart = merged.filter(({ merges }) => new Set(merges.map((merge) => merge.to)).size > 1)
  return [
    ...apart.map(({ state, merges }) =>
      contradiction('mergedApart', { orders: [state.id], facts: merges.map((merge) => merge.fact) }),
    ),
    ...crosswise(merged.flatMap(({ merges }) => merges)),
    ...states.flatMap((state) => lateAfterMerge(state, bills.get(state.id))),
  ]
}

/** The merges that took this order away and stand. */
function ownMerges(state: OrderState): readonly MergeState[] {
  return state.merges.filter((merge) => !merge.undone && merge.from === state.id)
}

function crosswise(merges: readonly MergeState[]): Contradiction[] {
  const met = merges.filter((one) => merges.some((other) => other.from === one.to && other.to === one.from))
  const couples = Map.groupBy(met, (one) => [one.from, one.to].sort().join(' '))
  return [...couples.values()].map((couple) =>
    contradiction('mergedCrosswise', {
      orders: couple.map((one) => one.from),
      facts: couple.map((one) => one.fact),
    }),
  )
}

function lateAfterMerge(state: OrderState, bill: Bill | undefined): Contradiction[] {
  if (!bill || !orderMerged(state)) return []
  const late = bill.lines.filter((line) => line.units.length > 0)
  if (late.length === 0) return []
  const lines = late.map(({ line }) => line.id)
  return [contradiction('lateAfterMerge', { orders: [state.id], facts: late.map(({ line }) => line.sent.fact), lines })]
}

import { jsonEquals } from '../../kernel/index.ts'
import { orderClosed, orderMerged } from '../order-phase.ts'
import type { OrderState } from '../order-state.ts'
import { contradiction, type Contradiction, type ContradictionCode } from './contradiction.ts'

/** C: what was opened or numbered twice, within an order and between orders. */
export function openingContradictions(states: readonly OrderState[]): Contradiction[] {
  const open = states.filter((state) => state.complete && !orderClosed(state) && !orderMerged(state))
  const seated = open.filter((state) => state.table !== null)
  return [
    ...states.flatMap(openedApart),
    ...pairs(
      'tableOpenedTwice',
      Map.groupBy(seated, (state) => state.table),
    ).filter(byTwoTerminals(states)),
    ...pairs('numberTwice', Map.groupBy(states, numberOf)),
  ]
}

/** Opened apart in the same words is one opening and no question. */
function openedApart(state: OrderState): Contradiction[] {
  const { opening, openedApart: others } = state
  if (!opening) return []
  const differing = others.filter(
    (other) =>
      other.table !== opening.table ||
      other.guests !== opening.guests ||
      other.type !== opening.type ||
      !jsonEquals(other.number, opening.number),
  )
  if (differing.length === 0) return []
  const facts = [opening.fact, ...differing.map((other) => other.fact)]
  return [contradiction('openedTwice', { orders: [state.id], facts })]
}

function pairs(code: ContradictionCode, groups: Map<string | null, OrderState[]>): Contradiction[] {
  return [...groups]
    .filter(([key, group]) => key !== null && group.length > 1)
    .map(([, group]) =>
      contradiction(code, {
        orders: group.map((state) => state.id),
        facts: group.flatMap((state) => state.opening?.fact ?? []),
      }),
    )
}

/** A second bill on a table that one terminal opened was meant. */
function byTwoTerminals(states: readonly OrderState[]): (found: Contradiction) => boolean {
  return ({ orders }) => {
    const openings = states.filter((state) => orders.includes(state.id)).map((state) => state.opening?.terminal)
    return new Set(openings).size > 1
  }
}

function numberOf({ opening }: OrderState): string | null {
  return opening ? `${opening.day} ${opening.number.letters} ${opening.number.counter}` : null
}

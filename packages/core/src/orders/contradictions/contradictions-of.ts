import type { LineId } from '../../kernel/index.ts'
import { billOf } from '../bill/bill-of.ts'
import { indexBills } from '../bill/bills-touched-by.ts'
import { judgeDiscounts } from '../bill/standing-discounts.ts'
import { compareText } from '../fold/counted-facts.ts'
import type { LineState, OrderState } from '../order-state.ts'
import type { Contradiction } from './contradiction.ts'
import { creditContradictions } from './credit-contradictions.ts'
import { evidenceContradictions } from './evidence-contradictions.ts'
import { lineContradictions } from './line-contradictions.ts'
import { discountContradictions, moneyContradictions } from './money-contradictions.ts'
import { openingContradictions } from './opening-contradictions.ts'
import { placeContradictions } from './place-contradictions.ts'

/**
 * C0: everything that does not go together among the given orders: a bill's order and those that touch it, or all that a terminal holds.
 * A pure function of the states, sorted by id; each has its safe default in force already.
 */
export function contradictionsOf(orders: Iterable<OrderState>): Contradiction[] {
  const states = [...orders]
  const index = indexBills(states)
  const concerned = (state: OrderState): readonly OrderState[] => index.get(state.id) ?? []
  const bills = new Map(states.map((state) => [state.id, billOf(state.id, concerned(state))]))
  const lines = new Map<LineId, LineState>(states.flatMap((state) => [...state.lines]))
  const ofBills = states.flatMap((state) => {
    const bill = bills.get(state.id)
    return bill ? [...moneyContradictions(state, bill), ...creditContradictions(state, bill, lines)] : []
  })
  const found = [
    ...openingContradictions(states),
    ...lineContradictions(states),
    ...placeContradictions(states, bills),
    ...states.flatMap((state) => discountContradictions(judgeDiscounts(concerned(state)))),
    ...ofBills,
    ...evidenceContradictions(states),
  ]
  const once = new Map(found.map((one) => [one.id, one]))
  return [...once.values()].sort((a, b) => compareText(a.id, b.id))
}

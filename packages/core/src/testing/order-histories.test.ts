import { describe, expect, it } from 'vitest'
import { canonicalJson, type JsonValue } from '../kernel/index.ts'
import { billOf, foldOrder, orderStatus } from '../orders/index.ts'
import { benchOrder, createHistory, HISTORY_ACTS } from './order-histories.ts'

describe('benchOrder', () => {
  it('is the order of the benches: 12 lines in 3 rounds, cooked, served, paid and closed, 45 facts', () => {
    const document = benchOrder()
    const state = foldOrder(document, null)
    const bill = billOf(state.id, [state])
    expect([Object.keys(document.facts).length, state.rounds.length, state.lines.size]).toEqual([45, 3, 12])
    expect([bill.due, bill.open, orderStatus(state, bill)]).toEqual([3 * 17_600, 0, 'closed'])
    expect(benchOrder(2).id).not.toBe(document.id)
  })
})

describe('createHistory', () => {
  it('is the same history for the same seed, and another for another', () => {
    const told = (seed: number) => canonicalJson(createHistory({ seed, steps: 30 }).heal() as JsonValue)
    expect(told(7)).toBe(told(7))
    expect(told(7)).not.toBe(told(8))
  })

  it('comes to every act', () => {
    const done = new Set<string>()
    for (let seed = 1; seed <= 60; seed += 1) {
      for (const act of createHistory({ seed, steps: 80 }).done.keys()) done.add(act)
    }
    expect(HISTORY_ACTS.filter((act) => !done.has(act))).toEqual([])
  })
})

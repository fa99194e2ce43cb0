import { describe, expect, it } from 'vitest'
import { billOf } from '../orders/index.ts'
import { doPay, share } from '../testing/outcomes/acts.ts'
import { setStage } from '../testing/outcomes/stage.ts'
import { roundBill } from './adjust-bill.ts'
import { roundOff } from './round-off.ts'

/** A bill of one dish. */
function billAt(price: number) {
  const stage = setStage()
  const order = stage.open(stage.a, stage.tables.free)
  stage.send(stage.a, order, { price })
  return { stage, order, bill: () => billOf(share(order), stage.a.states()) }
}

describe('rounding', () => {
  it.each([
    ['down', 10, 3_337, -7],
    ['down', 100, 3_337, -37],
    ['up', 10, 3_331, 9],
    ['half', 10, 3_335, 5],
    ['half', 10, 3_334, -4],
    ['half', 100, 3_350, 50],
    ['down', 5, 3_337, -2],
  ] as const)('M10: %s to %i of %i is %i', (mode, to, due, amount) => {
    const { bill } = billAt(due)
    expect(roundOff(bill(), { mode, to })).toBe(amount)
  })

  it('M10: has nothing to do with what is even, rounded already, or where the branch has no rule', () => {
    const { stage, order, bill } = billAt(3_337)
    const rule = { mode: 'down', to: 100 } as const
    expect(roundOff(billAt(3_300).bill(), rule)).toBeNull()
    expect(roundOff(bill(), null)).toBeNull()
    expect(roundOff(bill(), undefined)).toBeNull()
    stage.a.record(roundBill(stage.a.states(), { at: share(order), amount: -37 }, stage.a.context))
    expect(bill()).toMatchObject({ due: 3_300, rounding: -37 })
    expect(roundOff(bill(), rule)).toBeNull()
    stage.a.record(roundBill(stage.a.states(), { at: share(order), amount: 0 }, stage.a.context))
    expect(bill()).toMatchObject({ due: 3_337, rounding: 0 })
  })

  it('M10: rounds anew what has grown since', () => {
    const { stage, order, bill } = billAt(3_337)
    const rule = { mode: 'down', to: 100 } as const
    stage.a.record(roundBill(stage.a.states(), { at: share(order), amount: -37 }, stage.a.context))
    stage.send(stage.a, order, { price: 250 })
    expect(bill().due).toBe(3_550)
    expect(roundOff(bill(), rule)).toBe(-87)
  })

  it('M10: gives no whole bill away, and leaves no credit behind', () => {
    const rule = { mode: 'down', to: 500 } as const
    expect(roundOff(billAt(400).bill(), rule)).toBeNull()
    const { stage, order, bill } = billAt(3_337)
    doPay(stage.a, order, { amount: 3_200 })
    expect(roundOff(bill(), { mode: 'down', to: 100 })).toBe(-37)
    doPay(stage.a, order, { amount: 137 })
    expect(roundOff(bill(), { mode: 'down', to: 100 })).toBeNull()
  })
})

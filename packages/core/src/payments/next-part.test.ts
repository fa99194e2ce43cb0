import { describe, expect, it } from 'vitest'
import { billOf } from '../orders/index.ts'
import { doDiscount, doPay, doRefund, share } from '../testing/outcomes/acts.ts'
import { setStage } from '../testing/outcomes/stage.ts'
import { splitEqually } from './adjust-bill.ts'
import { nextPart, takeable } from './next-part.ts'
import { takePayment } from './take-payment.ts'

function splitInto(ways: number, price = 10_000) {
  const stage = setStage()
  const { a } = stage
  const order = stage.open(a, stage.tables.free)
  stage.send(a, order, { price })
  a.record(splitEqually(a.states(), { at: share(order), ways }, a.context))
  return { stage, a, order, bill: () => billOf(share(order), a.states()) }
}

describe('an equal split', () => {
  it.each([
    [3, 10_000],
    [7, 9_999],
    [50, 4_949],
  ])('M13: %i ways of %i are paid part by part, to the minor unit', (ways, price) => {
    const { a, order, bill } = splitInto(ways, price)
    const taken: number[] = []
    for (let part = nextPart(bill()); part; part = nextPart(bill())) {
      expect(part).toMatchObject({ part: taken.length + 1, ways })
      taken.push(part.amount)
      doPay(a, order, { amount: part.amount })
    }
    expect(taken).toHaveLength(ways)
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(price)
    expect(Math.max(...taken) - Math.min(...taken)).toBeLessThanOrEqual(1)
    expect(bill().open).toBe(0)
  })

  it('M13: goes on inside a part, and leaves what came later for the end', () => {
    const { stage, a, order, bill } = splitInto(4)
    doPay(a, order, { amount: 3_000 })
    expect(nextPart(bill())).toEqual({ part: 2, ways: 4, amount: 2_000 })
    stage.send(a, order, { price: 700 })
    for (const amount of [2_000, 2_500, 2_500]) doPay(a, order, { amount })
    expect([nextPart(bill()), bill().open]).toEqual([null, 700])
  })

  it('M13: asks for no more than is open, and for a part again that was given back', () => {
    const { a, order, bill } = splitInto(2)
    doPay(a, order, { amount: 5_000 })
    doDiscount(a, order)
    expect(nextPart(bill())).toEqual({ part: 2, ways: 2, amount: 4_000 })
    doRefund(a, order, 5_000)
    expect(nextPart(bill())).toEqual({ part: 1, ways: 2, amount: 5_000 })
  })

  it('M7: what is on its way is not taken twice', () => {
    const { a, order, bill } = splitInto(2)
    doPay(a, order, { amount: 5_000, state: 'started' })
    expect([nextPart(bill()), takeable(bill())]).toEqual([{ part: 2, ways: 2, amount: 5_000 }, 5_000])
    const more = { at: share(order), tender: 'cash' as const, amount: 5_001 }
    expect(takePayment(a.states(), more, a.context)).toMatchObject({ code: 'payment.tooMuch' })
    doPay(a, order, { amount: 5_000, state: 'unknown' })
    expect([nextPart(bill()), takeable(bill())]).toEqual([null, 0])
    const again = takePayment(a.states(), { at: share(order), tender: 'cash' }, a.context)
    expect(again).toMatchObject({ code: 'payment.pending' })
  })
})

import { describe, expect, it } from 'vitest'
import { addCharge } from '../../payments/index.ts'
import { doPay, share } from '../../testing/outcomes/acts.ts'
import { setStage } from '../../testing/outcomes/stage.ts'
import { amendLine, billOf, splitByItem, splitBySeat } from '../index.ts'

/** A bill of 10.00 a seat, seats as given; null is for the whole table. */
function seated(seats: readonly (number | null)[]) {
  const stage = setStage()
  const { a } = stage
  const order = stage.open(a, stage.tables.free, { guests: 4 })
  const send = (seat: number | null) => {
    const [line] = stage.send(a, order, { price: 1_000 })
    if (seat !== null) a.record(amendLine(a.state(order), { line: line!, seat }, a.context))
    return line!
  }
  const lines = seats.map(send)
  const split = () => splitBySeat(a.states(), { order }, a.context)
  const sums = () => Object.fromEntries(billOf(order, a.states()).shares.map((one) => [one.share, one.due]))
  return { a, order, lines, send, split, sums }
}

describe('a split by seat', () => {
  it('H7: leaves what belongs to nobody, and gives each seat a share', () => {
    const { a, split, sums } = seated([null, 2, 1, 2])
    a.record(split())
    expect(sums()).toEqual({ A: 1_000, B: 1_000, C: 2_000 })
    expect(split()).toMatchObject({ code: 'nothing.toDo' })
  })

  it('H7: the first seat stays where nothing else would; later dishes join their seat', () => {
    const { a, split, sums, send } = seated([1, 2, 3])
    a.record(split())
    expect(sums()).toEqual({ A: 1_000, B: 1_000, C: 1_000 })
    send(3)
    send(1)
    a.record(split())
    expect(sums()).toEqual({ A: 2_000, B: 1_000, C: 2_000 })
  })

  it('H7: is nothing without seats, and too late once something was paid', () => {
    expect(seated([null, null]).split()).toMatchObject({ code: 'nothing.toDo' })
    expect(seated([1, 1]).split()).toMatchObject({ code: 'nothing.toDo' })
    const { a, order, split } = seated([1, 2])
    doPay(a, order, { amount: 500, state: 'started' })
    expect(split()).toMatchObject({ code: 'bill.paidInPart' })
  })

  it('M8: each share is asked for its part of a percentage, the whole bill for no more than before', () => {
    const { a, order, lines, split } = seated([null, 1, 2])
    const method = { type: 'percent', ratePpm: 100_000 } as const
    const charge = { share: 'A', names: { zh: '服务费', en: 'Service' }, method, tax: { ratePpm: 0, inclusive: true } }
    a.record(addCharge(a.state(order), charge, a.context))
    expect(billOf(order, a.states())).toMatchObject({ charge: 300, due: 3_300 })
    a.record(split())
    expect(billOf(order, a.states())).toMatchObject({ charge: 300, due: 3_300 })
    expect(billOf(share(order, 'B'), a.states())).toMatchObject({ charge: 100, due: 1_100 })
    a.record(splitByItem(a.states(), { order, units: [{ line: lines[0]!, units: [1] }] }, a.context))
    expect(billOf(order, a.states())).toMatchObject({ charge: 300, due: 3_300 })
  })
})

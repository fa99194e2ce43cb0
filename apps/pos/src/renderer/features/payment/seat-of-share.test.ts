import { beforeEach, describe, expect, it } from 'vitest'
import type { BusinessDay, OrderId } from '@orderez/core/kernel'
import { billOf, openOrder, sendRound, splitBySeat } from '@orderez/core/orders'
import { createScene, makeLine, type OrderScene, type SceneTerminal } from '@orderez/core/testing'
import { seatOfShare } from './seat-of-share.ts'

describe('the seat of a share', () => {
  let scene: OrderScene
  let here: SceneTerminal
  let order: OrderId

  beforeEach(() => {
    scene = createScene()
    here = scene.terminal()
    const { ids } = scene
    order = ids.next('order')
    const at = { branch: ids.next('branch'), day: '2026-11-20' as BusinessDay, table: ids.next('table') }
    const number = { letters: 'AK', counter: 1 }
    here.record(openOrder({ order, number, type: 'dineIn', guests: 3, ...at }, here.context))
  })

  const seats = () => billOf(order, here.states()).shares.map((bill) => [bill.share, seatOfShare(bill)])

  function send(...wanted: readonly (number | null)[]): void {
    const lines = wanted.map((seat) => ({
      ...makeLine(scene.ids, { price: 1_000 }),
      ...(seat === null ? {} : { seat }),
    }))
    here.record(sendRound(here.state(order), { lines }, here.context))
  }

  it('is the one that its dishes are for, also beside what is for everyone', () => {
    send(1, 2, null, 3, 3)
    here.record(splitBySeat(here.states(), { order }, here.context))
    expect(new Set(seats().map(([, seat]) => seat))).toEqual(new Set([1, 2, 3, null]))
    expect(seats()).toHaveLength(4)
  })

  it('is none of a bill of several, or of none', () => {
    send(1, 2)
    expect(seatOfShare(billOf(order, here.states()))).toBeNull()
    expect(seatOfShare({ lines: [] })).toBeNull()
    send(null)
    expect(seatOfShare({ lines: billOf(order, here.states()).lines.slice(2) })).toBeNull()
  })
})

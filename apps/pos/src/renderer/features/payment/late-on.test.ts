import { describe, expect, it } from 'vitest'
import type { BusinessDay } from '@orderez/core/kernel'
import { billOf, openOrder, sendRound, splitBySeat, type Bill } from '@orderez/core/orders'
import { takePayment } from '@orderez/core/payments'
import { createScene, makeLine } from '@orderez/core/testing'
import { lateOn } from './late-on.ts'

describe('what came late to a share', () => {
  const scene = createScene()
  const here = scene.terminal()
  const { ids } = scene
  const order = ids.next('order')
  const at = { branch: ids.next('branch'), day: '2026-11-20' as BusinessDay, table: ids.next('table') }
  here.record(
    openOrder({ order, number: { letters: 'AK', counter: 1 }, type: 'dineIn', guests: 2, ...at }, here.context),
  )
  const late = () => billOf(order, here.states()).shares.map((share): unknown => [share.share, lateOn(share, false)])

  function send(...seats: readonly (number | null)[]): void {
    const lines = seats.map((seat) => ({
      ...makeLine(ids, { price: 1_000 }),
      ...(seat === null ? {} : { seat }),
    }))
    here.record(sendRound(here.state(order), { lines }, here.context))
  }

  function pay({ share, due }: Bill): void {
    const sums = { tender: 'cash' as const, amount: due, tendered: due, change: 0, tip: 0 }
    here.record(takePayment(here.states(), { at: { order, share: share ?? 'A' }, ...sums }, here.context))
  }

  it('is nothing of the shares that nobody has paid yet', () => {
    send(null, 1, 2)
    here.record(splitBySeat(here.states(), { order }, here.context))
    const [first] = billOf(order, here.states()).shares
    if (first) pay(first)
    expect(late()).toEqual([
      ['A', 0],
      ['B', 0],
      ['C', 0],
    ])
  })

  it('is what was sent to a share after its money was taken; of any once the order is closed', () => {
    send(null)
    expect(late()).toContainEqual(['A', 1])
    expect(billOf(order, here.states()).shares.map((share) => lateOn(share, true))).toEqual([1, 1, 1])
  })
})

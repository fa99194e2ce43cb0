import { beforeEach, describe, expect, it } from 'vitest'
import type { BusinessDay, OrderId } from '@orderez/core/kernel'
import { billOf, mergeTables, openOrder, orderClosed, sendRound, WHOLE_SHARE } from '@orderez/core/orders'
import { createScene, makeLine, type OrderScene, type SceneTerminal } from '@orderez/core/testing'
import { ordersAroundNow } from './orders-around-now.ts'
import { paymentForTap } from './payment-for-tap.ts'

describe('a tap on take', () => {
  let scene: OrderScene
  let here: SceneTerminal
  let order: OrderId

  beforeEach(() => {
    scene = createScene()
    here = scene.terminal()
    order = open(1)
  })

  function open(counter: number): OrderId {
    const { ids } = scene
    const opened = ids.next('order')
    const at = { branch: ids.next('branch'), day: '2026-11-20' as BusinessDay, table: ids.next('table') }
    const number = { letters: 'AK', counter }
    here.record(openOrder({ order: opened, number, type: 'dineIn', guests: 2, ...at }, here.context))
    here.record(sendRound(here.state(opened), { lines: [makeLine(ids, { price: 1_000 })] }, here.context))
    return opened
  }

  const stored = () =>
    ordersAroundNow(
      {
        readOrder: async (id) => here.state(id),
        readOpenOrders: async () => here.states().filter((state) => !orderClosed(state)),
      },
      order,
    )

  /** A tap on what a screen shows that saw `seenOpen`; whether it became a payment. */
  async function tap(seenOpen: number, amount: number): Promise<boolean> {
    const request = { at: { order, share: WHOLE_SHARE }, tender: 'cash' as const, amount, tendered: amount }
    const meant = paymentForTap(await stored(), request, seenOpen)
    if (meant) here.record(meant(here.context))
    return meant !== null
  }
  const payments = () => here.state(order).payments.map((payment) => payment.amount)

  it('takes what was seen, and nothing when the screen still shows the bill before', async () => {
    expect(await tap(1_000, 1_000)).toBe(true)
    expect(await tap(1_000, 1_000)).toBe(false)
    expect(payments()).toEqual([1_000])
  })

  it('takes a part once, and the next part when the rest has been seen', async () => {
    expect(await tap(1_000, 400)).toBe(true)
    expect(await tap(1_000, 400)).toBe(false)
    expect(await tap(600, 600)).toBe(true)
    expect(payments()).toEqual([400, 600])
  })

  it('names the drawer of the terminal for cash, and for nothing else', async () => {
    const drawer = scene.ids.next('drawer')
    const at = { order, share: WHOLE_SHARE }
    for (const [tender, open] of [
      ['cash', 1_000],
      ['card', 600],
    ] as const) {
      const meant = paymentForTap(await stored(), { at, tender, amount: 400, tendered: 400 }, open, drawer)
      if (meant) here.record(meant(here.context))
    }
    expect(here.state(order).payments.map((payment) => payment.drawer)).toEqual([drawer, null])
  })

  it('sees an order that was merged in since', async () => {
    const other = open(2)
    here.record(mergeTables(here.states(), { from: other, to: order }, here.context))
    expect(billOf(order, await stored()).open).toBe(2_000)
    expect(await tap(1_000, 1_000)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import type { BusinessDay } from '../../kernel/index.ts'
import { takePayment } from '../../payments/index.ts'
import { createScene, makeLine } from '../../testing/order-scene.ts'
import { closeOrder } from '../commands/close-order.ts'
import { openOrder } from '../commands/open-order.ts'
import { sendRound } from '../commands/send-round.ts'
import { splitBySeat } from '../commands/split-bill.ts'
import { tableState } from '../table-state.ts'
import { billOf } from './bill-of.ts'
import type { Bill } from './bill.ts'

describe('what came late to a share', () => {
  const scene = createScene()
  const here = scene.terminal()
  const { ids } = scene
  const [order, table] = [ids.next('order'), ids.next('table')]
  const at = { branch: ids.next('branch'), day: '2026-11-20' as BusinessDay, table }
  here.record(
    openOrder({ order, number: { letters: 'AK', counter: 1 }, type: 'dineIn', guests: 2, ...at }, here.context),
  )
  const bill = () => billOf(order, here.states())
  const late = () => bill().shares.map((share): unknown => [share.share, share.late.length])

  function send(...seats: readonly (number | null)[]): void {
    const lines = seats.map((seat) => ({
      ...makeLine(ids, { price: 1_000 }),
      ...(seat === null ? {} : { seat }),
    }))
    here.record(sendRound(here.state(order), { lines }, here.context))
  }

  function pay({ share, open }: Bill): void {
    const sums = { tender: 'cash' as const, amount: open, tendered: open, change: 0, tip: 0 }
    here.record(takePayment(here.states(), { at: { order, share: share ?? 'A' }, ...sums }, here.context))
  }

  it('M3: is nothing of the shares that nobody has paid yet; their table pays', () => {
    send(null, 1, 2)
    here.record(splitBySeat(here.states(), { order }, here.context))
    const [first] = bill().shares
    if (first) pay(first)
    expect(late()).toEqual([
      ['A', 0],
      ['B', 0],
      ['C', 0],
    ])
    const clock = { now: scene.now(), waitAfterMs: 3_600_000 }
    expect(tableState(table, here.states(), clock).state).toBe('paying')
  })

  it('M3: is what was sent to a share after its money was taken', () => {
    send(null)
    expect(late()).toEqual([
      ['A', 1],
      ['B', 0],
      ['C', 0],
    ])
  })

  it('M3: is on every share what the close had not in view', () => {
    const there = scene.terminal()
    scene.sync(here, there)
    for (const share of bill().shares) pay(share)
    here.record(closeOrder(here.states(), order, here.context))
    expect(bill().late).toEqual([])
    there.record(sendRound(there.state(order), { lines: [makeLine(ids, { price: 1_000 })] }, there.context))
    scene.sync(here, there)
    expect(late()).toEqual([
      ['A', 1],
      ['B', 0],
      ['C', 0],
    ])
  })
})

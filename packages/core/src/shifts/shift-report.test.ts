import { describe, expect, it } from 'vitest'
import { createIdSource, type DrawerId } from '../kernel/index.ts'
import type { OrderState, PaymentRecord, RefundState } from '../orders/index.ts'
import { openShiftOf, shiftReport, type CashMovement, type Shift } from './index.ts'

let tick = 0
const ids = createIdSource({ now: () => 1_790_000_000_000, random: (bytes) => new Uint8Array(bytes).fill((tick += 1)) })
const [drawer, otherDrawer, person] = [ids.next('drawer'), ids.next('drawer'), ids.next('person')]

const shift: Shift = {
  id: ids.next('shift'),
  kind: 'shift',
  v: 1,
  drawer,
  day: '2026-11-23' as Shift['day'],
  openedAt: 1_000,
  openedBy: person,
  float: 20_000,
}

function payment(fields: Partial<PaymentRecord> & { ms?: number }): PaymentRecord {
  const { ms = 2_000, ...rest } = fields
  const paid = { tender: 'cash', state: 'confirmed', amount: 5_000, tendered: 10_000, change: 5_000, tip: 0, drawer }
  return { ...paid, at: { ms, tick: 0 }, ...rest } as PaymentRecord
}

function orderWith(payments: PaymentRecord[], refunds: Partial<RefundState>[] = []): OrderState {
  return { payments, refunds } as unknown as OrderState // only what a shift reads of an order
}

function movement(direction: 'in' | 'out', amount: number, at = 2_500, of: DrawerId = drawer): CashMovement {
  return {
    id: ids.next('cashMovement'),
    kind: 'cashMovement',
    v: 1,
    drawer: of,
    at,
    by: person,
    direction,
    amount,
    reason: 'change',
  }
}

describe('a shift', () => {
  it('expects the float, the cash kept with its tips, and what was put in, less refunds and what was taken out', () => {
    const orders = [
      orderWith(
        [payment({ tip: 100 }), payment({ tender: 'wechat', amount: 700, tip: 30 })],
        [{ drawer, tender: 'cash', amount: 300, at: { ms: 2_100, tick: 0 } }],
      ),
    ]
    const report = shiftReport(shift, orders, [movement('in', 1_000), movement('out', 400)], 3_000)
    expect(report).toMatchObject({ cashTaken: 5_000, cashTips: 100, tips: 130, cashRefunded: 300, paidIn: 1_000 })
    expect(report).toMatchObject({ paidOut: 400, payments: 2 })
    expect(report.expected).toBe(20_000 + 5_000 + 100 - 300 + 1_000 - 400)
    expect(report.difference).toBeNull()
    expect([...report.tenders]).toEqual([
      ['cash', 4_700],
      ['wechat', 700],
    ])
  })

  it('counts nothing of another drawer, of another time, or that is not confirmed', () => {
    const orders = [
      orderWith([
        payment({ drawer: otherDrawer }),
        payment({ drawer: null }),
        payment({ ms: 999 }),
        payment({ ms: 9_001 }),
        payment({ state: 'started' }),
        payment({ state: 'failed' }),
      ]),
    ]
    const closed = { ...shift, closedAt: 9_000, closedBy: person, counted: 19_500 }
    const others = [movement('in', 1, 900), movement('in', 1, 2_000, otherDrawer)]
    expect(shiftReport(closed, orders, others, 99_000)).toMatchObject({ expected: 20_000, difference: -500 })
  })

  it('is open until it is closed; opened twice apart, the first one stands', () => {
    const later = { ...shift, id: ids.next('shift'), openedAt: 1_500 }
    expect(openShiftOf([later, shift], drawer)).toBe(shift)
    expect(openShiftOf([later, { ...shift, closedAt: 5_000 }], drawer)).toBe(later)
    expect(openShiftOf([later, shift], otherDrawer)).toBeNull()
  })
})

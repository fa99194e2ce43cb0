import { describe, expect, it } from 'vitest'
import { foldOrder, unitAmounts, type OrderState } from '../orders/index.ts'
import { createHistory } from '../testing/order-histories.ts'
import { doMerge, doPay, doRefund, doVoid, one } from '../testing/outcomes/acts.ts'
import { setStage } from '../testing/outcomes/stage.ts'
import { reportOf } from './report-of.ts'
import type { ReportRule } from './report.ts'

const rule: ReportRule = { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00', categoryOf: (dish) => dish.slice(-1) }

function statesOf(seed: number): readonly OrderState[] {
  return createHistory({ seed, steps: 120 })
    .heal()
    .map((document) => foldOrder(document, null))
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}

const histories = Array.from({ length: 60 }, (_, index) => statesOf(index + 1))

describe('reportOf', () => {
  it('agrees with a recount of the payments and units themselves', () => {
    for (const states of histories) {
      const report = reportOf(states, rule)
      const confirmed = states.flatMap((state) => state.payments).filter((payment) => payment.state === 'confirmed')
      expect(report.paid).toBe(sum(confirmed, (payment) => payment.amount))
      expect(report.tips).toBe(sum(confirmed, (payment) => payment.tip))
      expect(report.refunded).toBe(
        sum(
          states.flatMap((state) => state.refunds),
          (refund) => refund.amount,
        ),
      )
      const units = states.flatMap((state) =>
        [...state.lines.values()].flatMap((line) => {
          const amounts = unitAmounts(line)
          return line.units.map((unit, index) => ({ ...unit, amount: amounts[index] ?? 0 }))
        }),
      )
      const voided = units.filter((unit) => unit.voided)
      const comped = units.filter((unit) => unit.comped && !unit.voided)
      const sold = units.filter((unit) => !unit.comped && !unit.voided)
      const tally = (some: typeof units) => [some.length, sum(some, (unit) => unit.amount)]
      expect([report.voids.count, report.voids.amount]).toEqual(tally(voided))
      expect([report.comps.count, report.comps.amount]).toEqual(tally(comped))
      expect([sum(report.byDish, (row) => row.count), report.subtotal]).toEqual(tally(sold))
    }
  })

  it('has parts that come to the whole', () => {
    for (const states of histories) {
      const report = reportOf(states, rule)
      const { takings, billed, subtotal, discounts, voids, comps, charges, taxAdded, rounding } = report
      expect(report.unreadable).toEqual([])
      expect(takings).toBe(report.paid - report.refunded)
      for (const rows of [report.byTender, report.byHour, report.byWaiter]) {
        expect(sum<{ readonly takings: number }>(rows, (row) => row.takings)).toBe(takings)
      }
      expect(subtotal - discounts.amount + charges + taxAdded + rounding).toBe(billed)
      expect(sum(report.byWaiter, (row) => row.billed)).toBe(billed)
      expect(sum(report.byWaiter, (row) => row.orders)).toBe(report.orders)
      expect(sum(report.byHour, (row) => row.orders)).toBe(report.orders)
      for (const rows of [report.byDish, report.byCategory]) expect(sum(rows, (row) => row.amount)).toBe(subtotal)
      for (const rows of [voids.byReason, voids.byPerson]) expect(sum(rows, (row) => row.count)).toBe(voids.count)
      for (const rows of [comps.byReason, comps.byPerson]) expect(sum(rows, (row) => row.amount)).toBe(comps.amount)
      expect(sum(discounts.byReason, (row) => row.count)).toBe(discounts.count)
      expect(sum(discounts.byReason, (row) => row.amount)).toBe(discounts.amount)
    }
  })

  it('is not vacuous', () => {
    const reports = histories.map((states) => reportOf(states, rule))
    for (const figure of ['paid', 'refunded', 'tips', 'billed', 'charges', 'rounding'] as const) {
      expect(
        reports.some((report) => report[figure] !== 0),
        figure,
      ).toBe(true)
    }
    expect(histories.flat().some((state) => state.merges.some((merge) => !merge.undone))).toBe(true)
    for (const figure of ['voids', 'comps', 'discounts'] as const) {
      expect(
        reports.some((report) => report[figure].amount > 0),
        figure,
      ).toBe(true)
    }
  })

  it('counts an order once that is given twice or lies around', () => {
    for (const states of histories) {
      expect(reportOf([...states, ...states], rule, states)).toEqual(reportOf(states, rule))
    }
  })

  it('comes to the same by parts, with the other orders around', () => {
    for (const states of histories) {
      const parts = states.map((state) => reportOf([state], rule, states))
      const whole = reportOf(states, rule)
      for (const figure of ['takings', 'billed', 'orders', 'guests', 'subtotal'] as const) {
        expect(sum(parts, (part) => part[figure])).toBe(whole[figure])
      }
    }
  })

  it('takes a merged bill for one order, with the guests of both tables', () => {
    const stage = setStage()
    const { a, tables } = stage
    const [mine, theirs] = [stage.open(a, tables.free, { guests: 3 }), stage.open(a, tables.free, { guests: 2 })]
    const [dish] = stage.send(a, mine, { price: 1_000, pieces: 2 })
    stage.send(a, theirs, { price: 500 })
    doVoid(a, one(dish!, 2))
    doMerge(a, mine, theirs)
    doPay(a, theirs)
    doRefund(a, theirs, 200)
    doPay(a, theirs, { amount: 200, state: 'unknown' })
    const report = reportOf([a.state(mine), a.state(theirs)], rule)
    expect(report).toMatchObject({ orders: 1, guests: 5, billed: 1_500, paid: 1_500, takings: 1_300, perGuest: 300 })
    expect(report.byTender).toEqual([{ tender: 'card', payments: 1, paid: 1_500, refunded: 200, takings: 1_300 }])
    expect(report.byHour.filter((row) => row.takings !== 0)).toEqual([{ hour: 19, takings: 1_300, orders: 1 }])
    expect(report.voids.byReason).toEqual([{ of: 'wrong dish', count: 1, amount: 1_000 }])
  })

  it('says that nobody came', () => {
    const report = reportOf([], rule)
    expect([report.takings, report.perOrder, report.perGuest, report.byHour.length]).toEqual([0, null, null, 24])
    expect(report.byHour[0]?.hour).toBe(5)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Authority } from '@orderez/core/authority'
import { err, type BranchId, type JsonObject } from '@orderez/core/kernel'
import { ticketsAt } from '@orderez/core/kitchen'
import { billOf, foldOrder, orderStatus, type OrderDocument, type OrderState } from '@orderez/core/orders'
import { heatScores, type Heat } from '@orderez/core/ranking'
import { lastDays, reportOf } from '@orderez/core/reports'
import { shiftReport, type Shift } from '@orderez/core/shifts'
import { openDemoSite, siteIds } from '../../../e2e/stage/demo-site.ts'
import { writePastMonth, type PastMonthPorts } from './past-month.ts'

const NOW = Date.UTC(2026, 10, 23, 6)
const RULE = { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00', categoryOf: () => null }
const DAYS = 3
const DAY_MS = 86_400_000

interface Site {
  readonly authority: Authority
  ports(change?: Partial<PastMonthPorts>): PastMonthPorts
  orders(): Promise<readonly OrderDocument[]>
}

async function openSite(branch: BranchId): Promise<Site> {
  const notes = new Map<string, JsonObject>()
  const { authority, door } = await openDemoSite(branch, () => NOW)
  return {
    authority,
    ports: (change) => ({
      ...door,
      days: DAYS,
      isStopping: () => false,
      notes: {
        read: (id) => Promise.resolve(notes.get(id) ?? null),
        change(id, changed) {
          const next = changed(notes.get(id) ?? null)
          if (next) notes.set(id, next)
          return Promise.resolve()
        },
      },
      ...change,
    }),
    orders: async () => (await authority.list('orders', 'order')) as readonly JsonObject[] as readonly OrderDocument[],
  }
}

const branch = siteIds.next('branch')
let site: Site
let all: readonly OrderState[]

beforeAll(async () => {
  site = await openSite(branch)
  expect(await writePastMonth(site.ports())).toBe(DAYS)
  all = (await site.orders()).map((document) => foldOrder(document, null))
})

describe('the past month of the demo', () => {
  it('is whole closed days before the opening, with everything that happens in a restaurant', () => {
    const days = Map.groupBy(all, (state) => state.opening?.day)
    expect(new Set(days.keys())).toEqual(new Set(lastDays(NOW, DAYS + 1, RULE).slice(1)))
    for (const some of days.values()) {
      expect(some.length).toBeGreaterThanOrEqual(40)
      expect(some.length).toBeLessThanOrEqual(120)
    }
    for (const state of all) {
      const bill = billOf(state.id, [state])
      expect(['closed', 'cancelled']).toContain(orderStatus(state, bill))
      expect([bill.open, state.undecided, state.setAside]).toEqual([0, [], []])
      // What is given back after the close says so.
      const flags = [...state.flags.values()].flat()
      expect(flags.filter((flag) => flag !== 'order.closed' || bill.refunded === 0)).toEqual([])
    }
    const report = reportOf(all, RULE)
    expect(report.takings).toBeGreaterThan(0)
    for (const some of [report.voids, report.comps, report.discounts]) expect(some.count).toBeGreaterThan(0)
    expect(report.refunded).toBeGreaterThan(0)
    for (const reasons of [report.voids, report.comps, report.discounts])
      expect(reasons.byReason.every(({ of }) => of !== '—')).toBe(true)
    expect(report.tips).toBeGreaterThan(0)
    expect(new Set(report.byTender.map(({ tender }) => tender)).size).toBeGreaterThanOrEqual(4)
    expect(all.some((state) => state.payments.length > 1)).toBe(true)
    expect(new Set(all.map((state) => state.opening?.type))).toEqual(new Set(['dineIn', 'takeaway']))
  })

  it('leaves nothing on the kitchen screens of the day after', () => {
    const stations = new Set(all.flatMap((state) => [...state.lines.values()].flatMap((line) => line.content.stations)))
    expect(stations.size).toBeGreaterThan(4)
    expect(ticketsAt(all, [...stations], NOW)).toEqual([])
  })

  it('closes each day with a counted drawer', async () => {
    const shifts = (await site.authority.list('shifts', 'shift')) as readonly JsonObject[] as readonly Shift[]
    expect(shifts).toHaveLength(DAYS)
    for (const shift of shifts) {
      const { cashTaken, difference } = shiftReport(shift, all, [], NOW)
      expect(cashTaken).toBeGreaterThan(0)
      expect(Math.abs(difference ?? Infinity)).toBeLessThanOrEqual(1_000)
    }
  })

  it('leaves the heat of each day, so that the best sellers are known at the first opening', async () => {
    const heats = (await site.authority.list('ranking', 'heat')) as readonly JsonObject[] as readonly Heat[]
    expect(new Set(heats.map(({ day }) => day)).size).toBe(DAYS)
    const [today] = lastDays(NOW, 1, RULE)
    const scores = [...heatScores(heats, today!)].toSorted((a, b) => b[1] - a[1])
    const sold = reportOf(all, RULE).byDish.map(({ of }) => of)
    expect(scores.length).toBeGreaterThan(20)
    expect(sold.slice(0, 12)).toContain(scores[0]?.[0])
    for (const source of ['sales', 'views', 'favourites'] as const)
      expect(heats.flatMap(({ dishes }) => Object.values(dishes)).some((counts) => counts[source] > 0)).toBe(true)
  })

  it('has a few dishes that most people order', () => {
    const { byDish } = reportOf(all, RULE)
    const units = byDish.map(({ count }) => count).toSorted((a, b) => b - a)
    const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0)
    const share = sum(units.slice(0, 20)) / sum(units)
    expect(share).toBeGreaterThan(0.45)
    expect(share).toBeLessThan(0.75)
  })

  it('writes nothing at the next start, whatever the date is by then', async () => {
    const before = await site.orders()
    expect(await writePastMonth(site.ports({ now: () => NOW + DAY_MS }))).toBe(0)
    expect(await site.orders()).toEqual(before)
  })

  it('goes on after a start that was cut off in the middle of a day, and nothing is there twice', async () => {
    const facts = (orders: readonly OrderDocument[]) =>
      new Map(orders.map((order) => [order.id, Object.keys(order.facts).toSorted()]))
    const whole = facts(await site.orders())
    for (const cutAfter of [1, 9]) {
      const other = await openSite(branch)
      const { authority } = other
      let pushes = 0
      const dying: Authority = {
        ...authority,
        push: (actor, request) =>
          (pushes += 1) > cutAfter ? Promise.resolve(err('protocol.unsupported')) : authority.push(actor, request),
      }
      await expect(writePastMonth(other.ports({ authority: dying }))).rejects.toThrow('was sent away')
      const cut = (await other.orders()).length
      expect(cut).toBeGreaterThan(0)
      expect(cut).toBeLessThan(whole.size)
      await writePastMonth(other.ports({ now: () => NOW + DAY_MS }))
      expect(facts(await other.orders())).toEqual(whole)
      expect(await authority.list('inbox', 'deadLetter')).toEqual([])
      expect(await authority.list('shifts', 'shift')).toHaveLength(DAYS)
    }
  })
})

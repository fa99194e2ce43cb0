import { describe, expect, it } from 'vitest'
import type { BusinessDay } from '../kernel/index.ts'
import { openOrder, sendRound } from '../orders/index.ts'
import { makeLine } from '../testing/order-scene.ts'
import { doBump, doMerge, doServe, doStart, doVoid, one } from '../testing/outcomes/acts.ts'
import { setStage, type Stage } from '../testing/outcomes/stage.ts'
import { allDayOf, heldOf } from './all-day.ts'
import { expoOrdersOf } from './expo-orders.ts'
import { markReady } from './mark-units.ts'
import { pickupBoardOf } from './pickup-board.ts'
import { ticketsOf } from './tickets-of.ts'

const HOUR = 3_600_000

describe('allDayOf', () => {
  it('adds up what is to do by dish over all tickets, the most first; held ones apart, voided and done ones not', () => {
    const stage = setStage()
    const { a, y, z, p, wok, scene } = stage
    stage.send(a, y, { price: 1_000, pieces: 3, stations: [wok] })
    stage.send(a, z, { price: 700, pieces: 2, stations: [wok] })
    const tickets = () => ticketsOf(a.states(), wok, scene.now())
    const counts = () => allDayOf(tickets()).map((dish) => [dish.names.en, dish.units])
    expect(counts()).toEqual([
      ['Dish 1000', 5],
      ['Dish 700', 3],
    ])
    expect(heldOf(tickets()).map((dish) => [dish.names.en, dish.units])).toEqual([['Dish 800', 1]])
    doStart(a, stage, one(p, 1))
    expect(counts()[0]).toEqual(['Dish 1000', 5])
    doBump(a, stage, one(p, 1))
    doVoid(a, one(p, 2))
    expect(counts()[0]).toEqual(['Dish 1000', 3])
    expect(allDayOf([])).toEqual([])
  })
})

describe('expoOrdersOf', () => {
  const own = ({ a, x }: Stage) => expoOrdersOf(a.states()).find((order) => order.order === x)

  it('joins the stations of an order: each line with its stage at each of them', () => {
    const stage = setStage()
    const { a, p, q, h, wok, bar } = stage
    doStart(a, stage, one(p, 1))
    const stages = () => own(stage)?.lines.map((line) => [line.line, line.stations])
    expect(stages()).toEqual([
      [
        p,
        [
          { station: wok, stage: 'started', units: 1 },
          { station: wok, stage: 'sent', units: 1 },
        ],
      ],
      [q, [{ station: bar, stage: 'sent', units: 1 }]],
      [h, [{ station: wok, stage: 'held', units: 1 }]],
    ])
  })

  it('is complete when all that is fired is ready; what is held does not keep it back', () => {
    const stage = setStage()
    const { a, p, q, bar } = stage
    doBump(a, stage, one(p, 1, 2))
    expect(own(stage)).toMatchObject({ complete: false, ready: [{ line: p, units: [1, 2] }] })
    a.record(markReady(a.states(), { station: bar, units: one(q) }, a.context))
    expect(own(stage)).toMatchObject({ complete: true })
    doServe(a, own(stage)?.ready ?? [])
    expect(own(stage)).toMatchObject({ complete: false, firedAt: null, ready: [] })
    expect(own(stage)?.lines).toHaveLength(1)
  })

  it('K2: has the dishes of a set meal, and not the meal, which would be ready before them', () => {
    const stage = setStage()
    const { a, x, wok, bar, scene } = stage
    const set = makeLine(scene.ids, { price: 5_800 })
    const dishes = [wok, bar].map((station) => ({
      ...makeLine(scene.ids, { price: 0, stations: [station] }),
      parent: set.id,
    }))
    a.record(sendRound(a.state(x), { lines: [set, ...dishes] }, a.context))
    const ids = dishes.map(({ id }) => id)
    const lines = () => own(stage)?.lines.map(({ line }) => line) ?? []
    expect(lines()).toEqual(expect.arrayContaining(ids))
    expect(lines()).not.toContain(set.id)
    expect(own(stage)?.ready).toEqual([])
    doServe(
      a,
      ids.flatMap((id) => one(id)),
    )
    expect(
      a
        .state(x)
        .lines.get(set.id)
        ?.units.map(({ stage }) => stage),
    ).toEqual(['served'])
  })

  it('puts the oldest first and lets an order go that nobody waits for; a merge joins two', () => {
    const stage = setStage()
    const { a, x, y, z, r } = stage
    expect(expoOrdersOf(a.states()).map((order) => order.order)).toEqual([x, y, z])
    doMerge(a, y, x)
    expect(own(stage)?.lines.map((line) => line.line)).toContain(r)
    doVoid(a, one(r))
    expect(expoOrdersOf(a.states()).map((order) => order.order)).toEqual([x, z])
  })
})

describe('pickupBoardOf', () => {
  function takeaway(stage: Stage, type: 'takeaway' | 'delivery', counter: number) {
    const { a, branch, wok, scene } = stage
    const order = scene.ids.next('order')
    const opening = { order, branch, day: '2026-11-20' as BusinessDay, number: { letters: 'AK', counter }, type }
    a.record(openOrder({ ...opening, guests: 1 }, a.context))
    const line = makeLine(scene.ids, { price: 900, stations: [wok] })
    a.record(sendRound(a.state(order), { lines: [line] }, a.context))
    return line.id
  }

  it('shows takeaway and delivery by number, never a table; ready until it is handed over or too long ago', () => {
    const stage = setStage()
    const { a, scene } = stage
    const first = takeaway(stage, 'takeaway', 17)
    const second = takeaway(stage, 'delivery', 18)
    const counters = (now = scene.now()) => {
      const board = pickupBoardOf(a.states(), { now, readyForMs: HOUR })
      return [board.preparing.map((entry) => entry.number.counter), board.ready.map((entry) => entry.number.counter)]
    }
    expect(counters()).toEqual([[17, 18], []])
    doBump(a, stage, one(second))
    expect(counters()).toEqual([[17], [18]])
    doBump(a, stage, one(first))
    expect(counters()[0]).toEqual([])
    expect(counters(scene.now() + 2 * HOUR)).toEqual([[], []])
    doServe(a, one(second))
    expect(counters()).toEqual([[], [17]])
  })
})

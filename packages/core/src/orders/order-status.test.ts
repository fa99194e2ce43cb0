import { describe, expect, it } from 'vitest'
import { printPreBill } from '../payments/index.ts'
import { doBump, doClose, doMerge, doMove, doPay, doServe, doVoid, one, share } from '../testing/outcomes/acts.ts'
import { setStage, viewOf, type Stage } from '../testing/outcomes/stage.ts'
import { foldOrder } from './fold/fold-order.ts'
import { emptyOrder } from './order-document.ts'
import { orderNeeded } from './order-phase.ts'
import { tableState } from './table-state.ts'

const viewing = (stage: Stage) => viewOf(stage, stage.a.documents.values(), stage.a)

describe('orderStatus', () => {
  it('O10: open, closed, remainder, cancelled, merged', () => {
    const stage = setStage()
    const { a, x, y, z, p, q, h } = stage
    expect(viewing(stage).status(x)).toBe('open')
    doMerge(a, y, z)
    expect(viewing(stage).status(y)).toBe('merged')
    stage.send(a, z, { price: 1 })
    doPay(a, z)
    doClose(a, z)
    expect(viewing(stage).status(z)).toBe('closed')
    for (const units of [one(p, 1, 2), one(q), one(h)]) doVoid(a, units)
    doClose(a, x)
    expect(viewing(stage).status(x)).toBe('cancelled')
  })
})

describe('a late line that costs nothing', () => {
  it('O10: keeps a closed order in sight all the same', () => {
    const stage = setStage()
    const { a, b, x, scene } = stage
    stage.send(b, x, { price: 0 })
    doPay(a, x)
    doClose(a, x)
    scene.sync(a, b)
    scene.pull(a)
    expect([viewing(stage).open(x), viewing(stage).status(x)]).toEqual([0, 'remainder'])
  })
})

describe('orderNeeded', () => {
  it('O11: until it is closed, and as long as it has a say on another bill', () => {
    const stage = setStage()
    const { a, x, y, z, scene } = stage
    doMerge(a, x, y)
    doPay(a, y)
    doClose(a, y)
    doPay(a, z)
    const needed = () => [x, y, z].map((order) => orderNeeded(a.state(order)))
    expect(needed()).toEqual([true, false, true])
    doClose(a, z)
    expect(needed()).toEqual([true, false, false])
    expect(orderNeeded(foldOrder(emptyOrder(scene.ids.next('order')), null))).toBe(true)
  })

  it('O11: closed, but units of it stand on another bill, which finds it by that', () => {
    const { a, b, x, y, p, scene } = setStage()
    doMove(b, one(p), y)
    doPay(a, x)
    doClose(a, x)
    expect(orderNeeded(a.state(x))).toBe(false)
    scene.sync(a, b)
    scene.pull(a)
    expect(orderNeeded(a.state(x))).toBe(true)
  })

  it('O11: again when a line came late to a closed order', () => {
    const stage = setStage()
    const { a, b, x, scene } = stage
    stage.send(b, x, { price: 600 })
    doPay(a, x)
    doClose(a, x)
    expect(orderNeeded(a.state(x))).toBe(false)
    scene.sync(a, b)
    scene.pull(a)
    expect(orderNeeded(a.state(x))).toBe(true)
  })
})

describe('tableState', () => {
  it('O12: goes from free over seated, sent, waiting, ready, paying back to free', () => {
    const stage = setStage()
    const { a, y, r, tables, scene } = stage
    const shows = (table = tables.y) => tableState(table, a.states(), { now: scene.now(), waitAfterMs: 600_000 }).state
    expect(shows(tables.free)).toBe('free')
    stage.open(a, tables.free)
    expect([shows(tables.free), shows()]).toEqual(['seated', 'sent'])
    scene.pass(601_000)
    expect([shows(tables.free), shows()]).toEqual(['waiting', 'waiting'])
    doBump(a, stage, one(r))
    expect(shows()).toBe('ready')
    doServe(a, one(r))
    expect(shows()).toBe('sent')
    a.record(printPreBill(a.states(), share(y), a.context))
    expect(shows()).toBe('paying')
    doPay(a, y)
    doClose(a, y)
    expect(shows()).toBe('free')
  })

  it('O12: a table merged away shows the bill that bears it; two orders are both named', () => {
    const stage = setStage()
    const { a, x, y, tables, scene } = stage
    doMerge(a, x, y)
    const clock = { now: scene.now(), waitAfterMs: 600_000 }
    expect(tableState(tables.x, a.states(), clock)).toEqual({ state: 'sent', orders: [y] })
    const second = stage.open(a, tables.y)
    expect(tableState(tables.y, a.states(), clock).orders).toEqual([y, second])
  })
})

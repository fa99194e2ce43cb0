import { describe, expect, it } from 'vitest'
import { amendLine, fireLines, moveTable, rushLines } from '../orders/index.ts'
import { doBump, doMerge, doServe, doStart, doVoid, one } from '../testing/outcomes/acts.ts'
import { setStage, type Stage } from '../testing/outcomes/stage.ts'
import { acknowledge } from './acknowledge.ts'
import { markReady, markReceived, markServed } from './mark-units.ts'
import { recallUnits } from './recall-units.ts'
import { ticketsOf } from './tickets-of.ts'

const at = ({ a, scene }: Stage, station: Stage['wok']) => ticketsOf(a.states(), station, scene.now())

describe('ticketsOf', () => {
  it('S3, K7: shows each fired unit at each of its stations once, and drops a ticket that asks nothing', () => {
    const stage = setStage()
    const { a, x, p, h, q, wok, bar } = stage
    const tickets = at(stage, wok).filter((ticket) => ticket.order === x)
    expect(tickets).toHaveLength(1)
    expect(tickets[0]?.lines.map((line) => [line.line, line.toDo, line.held])).toEqual([
      [p, [1, 2], []],
      [h, [], [1]],
    ])
    expect(at(stage, bar).flatMap((ticket) => ticket.lines.map((line) => line.line))).toContain(q)
    doBump(a, stage, one(p, 1, 2))
    expect(at(stage, wok).some((ticket) => ticket.order === x)).toBe(true)
    a.record(fireLines(a.states(), { lines: [h] }, a.context))
    doBump(a, stage, one(h))
    expect(at(stage, wok).some((ticket) => ticket.order === x)).toBe(false)
  })

  it('K4: a bump may be partial; a served unit is done whoever forgot to bump it; held ones cannot be bumped', () => {
    const stage = setStage()
    const { a, p, h, wok } = stage
    doBump(a, stage, one(p, 2))
    expect(at(stage, wok)[0]?.lines[0]).toMatchObject({ toDo: [1], done: [2] })
    doServe(a, one(p, 1))
    const lines = at(stage, wok).flatMap((ticket) => ticket.lines)
    expect(lines.find((line) => line.line === p)).toMatchObject({ toDo: [], done: [1, 2] })
    expect(markReady(a.states(), { station: wok, units: one(h) }, a.context)).toMatchObject({ code: 'line.held' })
    expect(markServed(a.states(), one(h), a.context)).toMatchObject({ code: 'line.held' })
    expect(markReady(a.states(), { station: wok, units: one(p) }, a.context)).toMatchObject({ code: 'nothing.toDo' })
  })

  it('K1: received and started show on the line and change nothing twice', () => {
    const stage = setStage()
    const { a, p, wok } = stage
    const request = { station: wok, units: one(p, 1, 2) }
    a.record(markReceived(a.states(), request, a.context))
    expect(markReceived(a.states(), request, a.context)).toMatchObject({ code: 'nothing.toDo' })
    doStart(a, stage, one(p))
    expect(at(stage, wok)[0]?.lines[0]).toMatchObject({ started: [1], toDo: [2] })
  })

  it('K6: voids, changes and rushes stay until the station took note of them', () => {
    const stage = setStage()
    const { a, x, p, wok } = stage
    doVoid(a, one(p))
    a.record(amendLine(a.state(x), { line: p, note: 'no nuts' }, a.context))
    a.record(rushLines(a.states(), { lines: [p] }, a.context))
    const line = () => at(stage, wok)[0]?.lines[0]
    expect([line()?.voided.length, line()?.amendments.length, line()?.rushes.length]).toEqual([1, 1, 1])
    const of = [line()!.voided[0]!.fact, line()!.amendments[0]!.fact, line()!.rushes[0]!.fact]
    a.record(acknowledge(a.states(), { station: wok, of }, a.context))
    expect([line()?.voided.length, line()?.amendments.length, line()?.rushes.length]).toEqual([0, 0, 0])
    expect(line()?.rushed).toBe(true)
    expect(acknowledge(a.states(), { station: wok, of }, a.context)).toMatchObject({ code: 'nothing.toDo' })
  })

  it('K6: a change of what is served asks nothing of the cook any more', () => {
    const stage = setStage()
    const { a, y, r, wok } = stage
    a.record(amendLine(a.state(y), { line: r, note: 'no nuts' }, a.context))
    doServe(a, one(r))
    expect(at(stage, wok).filter((ticket) => ticket.order === y)).toEqual([])
  })

  it('K6: a ticket whose only work was voided stays until the void is bumped away', () => {
    const stage = setStage()
    const { a, y, r, wok } = stage
    doVoid(a, one(r))
    const own = () => at(stage, wok).filter((ticket) => ticket.order === y)
    expect(own()).toHaveLength(1)
    a.record(acknowledge(a.states(), { station: wok, of: [own()[0]!.lines[0]!.voided[0]!.fact] }, a.context))
    expect(own()).toEqual([])
  })

  it('K8: recalled ones first, then the oldest open work, wholly held ones last', () => {
    const stage = setStage()
    const { a, x, y, z, p, r, wok, scene } = stage
    scene.pass(60_000)
    stage.send(a, z, { price: 900, stations: [wok] })
    stage.send(a, z, { price: 901, stations: [wok], fire: 'hold' })
    expect(at(stage, wok).map((ticket) => ticket.order)).toEqual([x, y, z, z])
    expect(at(stage, wok).map((ticket) => ticket.firedAt === null)).toEqual([false, false, false, true])
    doBump(a, stage, one(r))
    a.record(recallUnits(a.states(), { station: wok, units: one(r) }, a.context))
    expect(at(stage, wok).map((ticket) => [ticket.order, ticket.recalled])[0]).toEqual([y, true])
    expect(at(stage, wok)[0]?.lines[0]?.recalled).toEqual([1])
    doVoid(a, one(p, 1))
    expect(at(stage, wok)[1]?.ageMs).toBeGreaterThanOrEqual(60_000)
  })

  it('O4: a move or a merge changes the label of a ticket, and makes none', () => {
    const stage = setStage()
    const { a, x, y, tables, wok } = stage
    const labels = () => at(stage, wok).map((ticket) => [ticket.order, ticket.table])
    a.record(moveTable(a.state(x), tables.free, a.context))
    expect(labels()).toEqual([
      [x, tables.free],
      [y, tables.y],
    ])
    doMerge(a, y, x)
    expect(labels()).toEqual([
      [x, tables.free],
      [y, tables.free],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { makeLine } from '../../testing/order-scene.ts'
import { doBump, doMerge, doMove, doServe, doStart, doUnmerge, one } from '../../testing/outcomes/acts.ts'
import { setStage, viewOf } from '../../testing/outcomes/stage.ts'
import { recallUnits } from '../../kitchen/index.ts'
import { amendLine } from '../commands/amend-line.ts'
import { compUnits, withdrawComp } from '../commands/comp-units.ts'
import { fireLines, holdLines } from '../commands/fire-lines.ts'
import { splitByItem } from '../commands/split-bill.ts'
import { sendRound } from '../commands/send-round.ts'
import { moveTable, setGuests, setNote } from '../commands/set-order.ts'
import { setWeight } from '../commands/set-price.ts'
import { voidUnits } from '../commands/void-units.ts'
import { emptyOrder } from '../order-document.ts'
import { foldOrder } from './fold-order.ts'

describe('foldOrder', () => {
  it('O2: knows an order without its opening as loading, with what has arrived', () => {
    const { a, x, p } = setStage()
    const { document } = a.state(x)
    const facts = Object.fromEntries(Object.entries(document.facts).filter(([, fact]) => fact.kind !== 'opened'))
    const state = foldOrder({ ...document, facts }, null)
    expect([state.complete, state.opening, state.lines.has(p)]).toEqual([false, null, true])
    expect(foldOrder(emptyOrder(x), null)).toMatchObject({ complete: false, updatedAt: 0 })
  })

  it('O4: table, guests and note are registers over what the opening said', () => {
    const { a, x, tables } = setStage()
    expect([a.state(x).table, a.state(x).guests]).toEqual([tables.x, 2])
    a.record(moveTable(a.state(x), tables.free, a.context))
    a.record(setGuests(a.state(x), 5, a.context))
    a.record(setNote(a.state(x), 'window', a.context))
    expect([a.state(x).table, a.state(x).guests, a.state(x).note]).toEqual([tables.free, 5, 'window'])
    expect(setNote(a.state(x), 'window', a.context)).toMatchObject({ ok: false, code: 'nothing.toDo' })
  })

  it('O5: ten taps on Send are one round, the same dishes a minute later are a second', () => {
    const { a, x, scene } = setStage()
    const lines = [makeLine(scene.ids, { price: 100 })]
    a.record(sendRound(a.state(x), { lines }, a.context))
    for (let tap = 0; tap < 9; tap += 1) {
      expect(sendRound(a.state(x), { lines }, a.context)).toMatchObject({ ok: false, code: 'round.alreadySent' })
    }
    scene.pass(60_000)
    a.record(sendRound(a.state(x), { lines: [makeLine(scene.ids, { price: 100 })] }, a.context))
    expect(a.state(x).rounds).toHaveLength(3)
    expect(sendRound(a.state(x), { lines: [] }, a.context)).toMatchObject({ ok: false, code: 'round.empty' })
  })

  it('O5: weighed lines have one unit, and weight comes by a later fact', () => {
    const { a, x, scene, p } = setStage()
    const fish = makeLine(scene.ids, { price: 6_800, weight: 1_000 })
    a.record(sendRound(a.state(x), { lines: [fish] }, a.context))
    a.record(setWeight(a.state(x), { line: fish.id, quantity: 1_350 }, a.context))
    const view = viewOf({ ...setStage(), a }, a.documents.values(), a)
    expect([view.line(fish.id).units.length, view.due(x)]).toEqual([1, 3_300 + 9_180])
    expect(setWeight(a.state(x), { line: p, quantity: 1 }, a.context)).toMatchObject({
      ok: false,
      code: 'quantity.unfit',
    })
  })

  it('O6: what a second round of a line asks beyond the first is asked of the kitchen as a change', () => {
    const { a, b, x, scene } = setStage()
    const line = makeLine(scene.ids, { price: 100, note: 'mild' })
    a.record(sendRound(a.state(x), { lines: [line] }, a.context))
    b.record(sendRound(b.state(x), { lines: [{ ...line, quantity: 2_000, note: 'hot' }] }, b.context))
    scene.sync(b, a)
    const state = a.state(x).lines.get(line.id)
    expect(state?.note).toBe('mild')
    expect(state?.amendments).toMatchObject([{ units: [2], note: 'hot' }])
    expect(state?.units.map((unit) => unit.askedBy === state.sent.fact)).toEqual([true, false])
  })

  it('O7, S4: an amendment changes what is billed and is never silent', () => {
    const { a, x, q } = setStage()
    const options = { chosen: [], price: { base: 550, options: [] } }
    a.record(amendLine(a.state(x), { line: q, options, note: 'no ice' }, a.context))
    expect(a.state(x).lines.get(q)).toMatchObject({
      note: 'no ice',
      price: { base: 550 },
      amendments: [{ note: 'no ice' }],
    })
    expect(amendLine(a.state(x), { line: q }, a.context)).toMatchObject({ code: 'nothing.toDo' })
  })

  it('O8: voids name units, take what belongs to a set meal along, and need an approver for what is made', () => {
    const stage = setStage()
    const { a, x, p, scene } = stage
    const meal = makeLine(scene.ids, { price: 5_000, pieces: 2 })
    const soup = { ...makeLine(scene.ids, { price: 0, pieces: 4 }), parent: meal.id }
    a.record(sendRound(a.state(x), { lines: [meal, soup] }, a.context))
    a.record(voidUnits(a.states(), { units: one(meal.id, 2), reason: 'gone' }, a.context))
    expect(
      a
        .state(x)
        .lines.get(soup.id)
        ?.units.map((unit) => unit.voided !== null),
    ).toEqual([false, false, true, true])
    doBump(a, stage, one(p))
    const request = { units: one(p), reason: 'burnt' }
    expect(voidUnits(a.states(), request, a.context)).toMatchObject({ ok: false, code: 'approval.needed' })
    a.record(voidUnits(a.states(), { ...request, approver: a.person }, a.context))
    expect(voidUnits(a.states(), request, a.context)).toMatchObject({ ok: false, code: 'unit.voided' })
    expect(voidUnits(a.states(), { units: one(p, 7), reason: 'x' }, a.context)).toMatchObject({ code: 'unit.unknown' })
  })

  it('O8, K2: a set meal is comped and moved with its dishes, and stands where the last of them stands', () => {
    const stage = setStage()
    const { a, x, y, wok, scene } = stage
    const meal = { ...makeLine(scene.ids, { price: 5_000, pieces: 2 }), stations: [] }
    const [soup, tea] = [0, 600].map((price) => ({
      ...makeLine(scene.ids, { price, pieces: 2 }),
      stations: [wok],
      parent: meal.id,
    }))
    a.record(sendRound(a.state(x), { lines: [meal, soup!, tea!] }, a.context))
    const stages = () =>
      a
        .state(x)
        .lines.get(meal.id)
        ?.units.map((unit) => unit.stage)
    expect(stages()).toEqual(['sent', 'sent'])
    doBump(a, stage, one(soup!.id, 1, 2))
    expect(stages()).toEqual(['sent', 'sent'])
    doBump(a, stage, one(tea!.id, 1))
    expect(stages()).toEqual(['ready', 'sent'])
    doServe(a, one(meal.id, 1))
    const served = [meal, soup!, tea!].map(({ id }) =>
      a
        .state(x)
        .lines.get(id)
        ?.units.map((unit) => unit.stage),
    )
    expect(served).toEqual([
      ['served', 'sent'],
      ['served', 'ready'],
      ['served', 'sent'],
    ])
    a.record(compUnits(a.states(), { units: one(meal.id, 2), reason: 'late' }, a.context))
    expect(
      a
        .state(x)
        .lines.get(tea!.id)
        ?.units.map((unit) => unit.comped !== null),
    ).toEqual([false, true])
    doMove(a, one(meal.id, 1), y)
    expect(
      a
        .state(x)
        .lines.get(tea!.id)
        ?.units.map((unit) => unit.place.order),
    ).toEqual([y, x])
  })

  it('O9, F6: a comp is taken back by naming it', () => {
    const { a, x, p, ...rest } = setStage()
    const [fact] = a.record(compUnits(a.states(), { units: one(p), reason: 'late' }, a.context))
    const due = () => viewOf({ a, x, p, ...rest }, a.documents.values(), a).due(x)
    expect(due()).toBe(2_300)
    a.record(withdrawComp(a.state(x), fact!.id, a.context))
    expect(due()).toBe(3_300)
    expect(withdrawComp(a.state(x), fact!.id, a.context)).toMatchObject({ code: 'comp.unknown' })
  })

  it('K1, K2, S5: stages only advance; a unit is ready when all its stations are', () => {
    const stage = setStage()
    const { a, x, wok, bar, scene } = stage
    const line = makeLine(scene.ids, { price: 100, stations: [wok, bar] })
    a.record(sendRound(a.state(x), { lines: [line] }, a.context))
    const stageOf = () => a.state(x).lines.get(line.id)?.units[0]?.stage
    doBump(a, stage, one(line.id))
    expect(stageOf()).toBe('started')
    doBump(a, { ...stage, wok: bar }, one(line.id))
    expect(stageOf()).toBe('ready')
    doServe(a, one(line.id))
    expect(stageOf()).toBe('served')
  })

  it('K3: held lines wait, started implies fired, and a hold cannot undo a start', () => {
    const stage = setStage()
    const { a, x, h, p } = stage
    expect(a.state(x).lines.get(h)?.units[0]?.stage).toBe('held')
    a.record(fireLines(a.states(), { lines: [h] }, a.context))
    expect(a.state(x).lines.get(h)?.units[0]?.stage).toBe('sent')
    a.record(holdLines(a.states(), { lines: [p] }, a.context))
    expect(a.state(x).lines.get(p)).toMatchObject({ fired: false, firedAt: null })
    a.record(fireLines(a.states(), { lines: [p] }, a.context))
    doStart(a, stage, one(p))
    expect(holdLines(a.states(), { lines: [p] }, a.context)).toMatchObject({ ok: false, code: 'line.started' })
  })

  it('K5: a recall takes a bump and a serving back to cooking, and the next bump makes it ready again', () => {
    const stage = setStage()
    const { a, x, p, wok } = stage
    doBump(a, stage, one(p))
    doServe(a, one(p))
    a.record(recallUnits(a.states(), { station: wok, units: one(p) }, a.context))
    expect(a.state(x).lines.get(p)?.units[0]).toMatchObject({ stage: 'started', stations: [{ recalled: true }] })
    expect(recallUnits(a.states(), { station: wok, units: one(p) }, a.context)).toMatchObject({ code: 'unit.notReady' })
    doBump(a, stage, one(p))
    expect(a.state(x).lines.get(p)?.units[0]).toMatchObject({ stage: 'ready', stations: [{ recalled: false }] })
  })

  it('H2, H3, H4, H7: moves, splits, merges and unmerges write to home orders only', () => {
    const stage = setStage()
    const { a, x, y, z, p, q, r } = stage
    doMove(a, one(r), x)
    a.record(splitByItem(a.states(), { order: x, units: one(q) }, a.context))
    doMerge(a, x, z)
    const view = () => viewOf(stage, a.documents.values(), a)
    expect([view().due(x), view().due(y), view().due(z)]).toEqual([0, 0, 4_400])
    expect(a.state(y).merges.map((merge) => [merge.from, merge.to])).toEqual([[x, z]])
    expect(a.state(z).merges).toEqual([])
    doUnmerge(a, x)
    expect([view().due(x), view().due(y), view().due(z)]).toEqual([4_000, 0, 400])
    expect(
      view()
        .bill(x)
        .shares.map((bill) => bill.due),
    ).toEqual([3_500, 500])
    expect(view().unit(p).place).toEqual({ order: x, share: 'A' })
  })
})

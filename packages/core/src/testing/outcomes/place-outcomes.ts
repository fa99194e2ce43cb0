import { expect } from 'vitest'
import { acknowledge, markReceived, recallUnits } from '../../kitchen/index.ts'
import { moveTable, rushLines, setContact, setGuests, splitByItem } from '../../orders/index.ts'
import type { SceneTerminal } from '../order-scene.ts'
import { doBump, doDiscount, doMerge, doMove, doPay, doServe, doStart, doUnmerge, doVoid, one } from './acts.ts'
import type { Outcome, Stage, View } from './stage.ts'

function doSplit(on: SceneTerminal, { x }: Stage, units: ReturnType<typeof one>): void {
  on.record(splitByItem(on.states(), { order: x, units }, on.context))
}

function doRecall(on: SceneTerminal, { wok }: Stage, units: ReturnType<typeof one>): void {
  on.record(recallUnits(on.states(), { station: wok, units }, on.context))
}

function ticketLine(view: View, { wok, p }: Stage) {
  return view
    .tickets(wok)
    .flatMap((ticket) => ticket.lines)
    .find((line) => line.line === p)
}

/** Every unit on exactly one bill, whatever the rows say beside it. */
function dues(view: View, { x, y, z }: Stage): number[] {
  return [view.due(x), view.due(y), view.due(z)]
}

export const placeOutcomes: readonly Outcome[] = [
  {
    pair: 'move table ∥ move table',
    a: ({ a, x, tables }) => void a.record(moveTable(a.state(x), tables.free, a.context)),
    b: ({ b, x }) => void b.record(moveTable(b.state(x), null, b.context)),
    codes: [],
    check: (view, { x }) => expect(view.state(x).table).toBeNull(),
  },
  {
    pair: 'guests ∥ guests',
    a: ({ a, x }) => void a.record(setGuests(a.state(x), 5, a.context)),
    b: ({ b, x }) => void b.record(setGuests(b.state(x), 6, b.context)),
    codes: [],
    check: (view, { x }) => expect(view.state(x).guests).toBe(6),
  },
  {
    pair: 'contact ∥ contact',
    a: ({ a, x }) => void a.record(setContact(a.state(x), { contact: { name: '陈' }, wishedAt: 1 }, a.context)),
    b: ({ b, x }) => void b.record(setContact(b.state(x), { contact: { phone: '139' } }, b.context)),
    codes: [],
    check: (view, { x }) => {
      const { contact, wishedAt } = view.state(x)
      expect([contact, wishedAt]).toEqual([{ phone: '139' }, null])
    },
  },
  {
    pair: 'move ∥ move the same unit',
    a: ({ a, p, y }) => doMove(a, one(p), y),
    b: ({ b, p, z }) => doMove(b, one(p), z),
    codes: [],
    check: (view, stage) => expect(dues(view, stage)).toEqual([2_300, 700, 1_400]),
  },
  {
    pair: 'move ∥ merge',
    a: ({ a, p, z }) => doMove(a, one(p), z),
    b: ({ b, x, y }) => doMerge(b, x, y),
    codes: [],
    check: (view, stage) => expect(dues(view, stage)).toEqual([0, 4_000, 400]),
  },
  {
    pair: 'merge ∥ move',
    a: ({ a, x, y }) => doMerge(a, x, y),
    b: ({ b, p, z }) => doMove(b, one(p), z),
    codes: [],
    check: (view, stage) => expect(dues(view, stage)).toEqual([0, 3_000, 1_400]),
  },
  {
    pair: 'move in ∥ merge away',
    a: ({ a, r, x }) => doMove(a, one(r), x),
    b: ({ b, x, z }) => doMerge(b, x, z),
    codes: ['lateAfterMerge'],
    check: (view, stage) => expect(dues(view, stage)).toEqual([700, 0, 3_700]),
  },
  {
    pair: 'move ∥ pay',
    a: ({ a, p, y }) => doMove(a, one(p), y),
    b: ({ b, x }) => void doPay(b, x),
    codes: ['movedAfterPaid'],
    check: (view, { x, y }) => expect([view.open(x), view.open(y)]).toEqual([-1_000, 1_700]),
  },
  {
    pair: 'move ∥ bump',
    a: ({ a, p, y }) => doMove(a, one(p, 1, 2), y),
    b: (stage) => doBump(stage.b, stage, one(stage.p, 1)),
    codes: [],
    check: (view, stage) => {
      expect(view.unit(stage.p).stage).toBe('ready')
      expect([ticketLine(view, stage)?.done, ticketLine(view, stage)?.toDo]).toEqual([[1], [2]])
    },
  },
  {
    pair: 'merge ∥ merge the same',
    a: ({ a, x, y }) => doMerge(a, x, y),
    b: ({ b, x, y }) => doMerge(b, x, y),
    codes: [],
    check: (view, stage) => {
      expect(dues(view, stage)).toEqual([0, 4_000, 400])
      expect(view.status(stage.x)).toBe('merged')
    },
  },
  {
    pair: 'merge ∥ merge to another',
    a: ({ a, x, y }) => doMerge(a, x, y),
    b: ({ b, x, z }) => doMerge(b, x, z),
    codes: ['mergedApart'],
    check: (view, stage) => expect(dues(view, stage)).toEqual([0, 700, 3_700]),
  },
  {
    pair: 'merge ∥ merge the other way',
    a: ({ a, x, y }) => doMerge(a, x, y),
    b: ({ b, x, y }) => doMerge(b, y, x),
    codes: ['lateAfterMerge', 'lateAfterMerge', 'mergedCrosswise'],
    check: (view, stage) => expect(dues(view, stage)).toEqual([700, 3_300, 400]),
  },
  {
    pair: 'merge ∥ merge onward',
    a: ({ a, x, y }) => doMerge(a, x, y),
    b: ({ b, y, z }) => doMerge(b, y, z),
    codes: ['lateAfterMerge'],
    check: (view, stage) => expect(dues(view, stage)).toEqual([0, 3_300, 1_100]),
  },
  {
    pair: 'unmerge ∥ merge onward',
    before: ({ a, x, y }) => doMerge(a, x, y),
    a: ({ a, x }) => doUnmerge(a, x),
    b: ({ b, y, z }) => doMerge(b, y, z),
    codes: [],
    check: (view, stage) => {
      expect(dues(view, stage)).toEqual([0, 0, 4_400])
      expect(view.status(stage.x)).toBe('open')
    },
  },
  {
    pair: 'unmerge ∥ unmerge',
    before: ({ a, x, y }) => doMerge(a, x, y),
    a: ({ a, x }) => doUnmerge(a, x),
    b: ({ b, x }) => doUnmerge(b, x),
    codes: [],
    check: (view, stage) => expect(dues(view, stage)).toEqual([3_300, 700, 400]),
  },
  {
    pair: 'unmerge ∥ move',
    before: ({ a, x, y }) => doMerge(a, x, y),
    a: ({ a, x }) => doUnmerge(a, x),
    b: ({ b, p, z }) => doMove(b, one(p), z),
    codes: [],
    check: (view, stage) => expect(dues(view, stage)).toEqual([2_300, 700, 1_400]),
  },
  {
    pair: 'unmerge ∥ pay',
    before: ({ a, x, y }) => doMerge(a, x, y),
    a: ({ a, x }) => doUnmerge(a, x),
    b: ({ b, y }) => void doPay(b, y),
    codes: ['movedAfterPaid'],
    check: (view, { x, y }) => expect([view.open(x), view.open(y)]).toEqual([3_300, -3_300]),
  },
  {
    pair: 'unmerge ∥ void',
    before: ({ a, x, y }) => doMerge(a, x, y),
    a: ({ a, x }) => doUnmerge(a, x),
    b: ({ b, p }) => doVoid(b, one(p)),
    codes: [],
    check: (view, stage) => expect(dues(view, stage)).toEqual([2_300, 700, 400]),
  },
  {
    pair: 'merge ∥ pay',
    a: ({ a, x, y }) => doMerge(a, x, y),
    b: ({ b, x }) => void doPay(b, x),
    codes: ['movedAfterPaid'],
    check: (view, { x, y }) => expect([view.open(x), view.open(y)]).toEqual([-3_300, 4_000]),
  },
  {
    pair: 'merge ∥ pay at the target',
    a: ({ a, x, y }) => doMerge(a, x, y),
    b: ({ b, y }) => void doPay(b, y),
    codes: [],
    check: (view, { x, y }) => expect([view.open(x), view.open(y)]).toEqual([0, 3_300]),
  },
  {
    pair: 'merge ∥ discount',
    a: ({ a, x, y }) => doMerge(a, x, y),
    b: ({ b, x }) => doDiscount(b, x),
    codes: [],
    check: (view, { x, y }) => expect([view.due(x), view.due(y)]).toEqual([0, 4_000 - 330]),
  },
  {
    pair: 'merge ∥ bump',
    a: ({ a, x, y }) => doMerge(a, x, y),
    b: (stage) => doBump(stage.b, stage, one(stage.p)),
    codes: [],
    check: (view, stage) => {
      const own = view.tickets(stage.wok).filter((ticket) => ticket.order === stage.x)
      expect(own.map((ticket) => ticket.table)).toEqual([stage.tables.y])
      expect([ticketLine(view, stage)?.done, ticketLine(view, stage)?.toDo]).toEqual([[1], [2]])
    },
  },
  {
    pair: 'split ∥ split other items',
    a: (stage) => doSplit(stage.a, stage, one(stage.p)),
    b: (stage) => doSplit(stage.b, stage, one(stage.q)),
    codes: [],
    check: (view, { x }) =>
      expect(view.bill(x).shares.map((bill) => [bill.share, bill.due])).toEqual([
        ['A', 1_800],
        ['B', 1_500],
      ]),
  },
  {
    pair: 'split ∥ pay',
    a: (stage) => doSplit(stage.a, stage, one(stage.p)),
    b: ({ b, x }) => void doPay(b, x),
    codes: ['movedAfterPaid'],
    check: (view, { x }) => {
      expect(view.bill(x).shares.map((bill) => bill.open)).toEqual([-1_000, 1_000])
      expect(view.open(x)).toBe(0)
    },
  },
  {
    pair: 'split ∥ merge',
    a: (stage) => doSplit(stage.a, stage, one(stage.p)),
    b: ({ b, x, y }) => doMerge(b, x, y),
    codes: [],
    check: (view, stage) => expect(dues(view, stage)).toEqual([0, 4_000, 400]),
  },
  {
    pair: 'merge ∥ split',
    a: ({ a, x, y }) => doMerge(a, x, y),
    b: (stage) => doSplit(stage.b, stage, one(stage.p)),
    codes: ['lateAfterMerge'],
    check: (view, stage) => expect(dues(view, stage)).toEqual([1_000, 3_000, 400]),
  },
  {
    pair: 'split ∥ discount',
    a: (stage) => doSplit(stage.a, stage, one(stage.p)),
    b: ({ b, x }) => doDiscount(b, x),
    codes: [],
    check: (view, { x }) => expect(view.bill(x).shares.map((bill) => bill.due)).toEqual([2_070, 900]),
  },
  {
    pair: 'bump ∥ bump',
    a: (stage) => doBump(stage.a, stage, one(stage.p, 1)),
    b: (stage) => doBump(stage.b, stage, one(stage.p, 1, 2)),
    codes: [],
    check: (view, stage) => {
      expect([view.unit(stage.p, 1).stage, view.unit(stage.p, 2).stage]).toEqual(['ready', 'ready'])
      expect(ticketLine(view, stage)?.done).toEqual([1, 2])
    },
  },
  {
    pair: 'recall ∥ bump',
    a: (stage) => {
      doBump(stage.a, stage, one(stage.p))
      doRecall(stage.a, stage, one(stage.p))
    },
    b: (stage) => doBump(stage.b, stage, one(stage.p)),
    codes: [],
    check: (view, { p }) => expect(view.unit(p).stage).toBe('ready'),
  },
  {
    pair: 'recall ∥ recall',
    before: (stage) => doBump(stage.a, stage, one(stage.p)),
    a: (stage) => doRecall(stage.a, stage, one(stage.p)),
    b: (stage) => doRecall(stage.b, stage, one(stage.p)),
    codes: [],
    check: (view, stage) => {
      expect(view.unit(stage.p).stage).toBe('started')
      expect(ticketLine(view, stage)?.recalled).toEqual([1])
    },
  },
  {
    pair: 'recall ∥ serve',
    before: (stage) => doBump(stage.a, stage, one(stage.p)),
    a: (stage) => doRecall(stage.a, stage, one(stage.p)),
    b: ({ b, p }) => doServe(b, one(p)),
    codes: [],
    check: (view, stage) => {
      expect(view.unit(stage.p).stage).toBe('served')
      expect(ticketLine(view, stage)?.done).toEqual([1])
    },
  },
  {
    pair: 'start ∥ receive',
    a: (stage) => doStart(stage.a, stage, one(stage.p)),
    b: ({ b, wok, p }) => void b.record(markReceived(b.states(), { station: wok, units: one(p) }, b.context)),
    codes: [],
    check: (view, { p }) => expect(view.unit(p).stage).toBe('started'),
  },
  {
    pair: 'receive ∥ void',
    a: ({ a, wok, p }) => void a.record(markReceived(a.states(), { station: wok, units: one(p, 1, 2) }, a.context)),
    b: ({ b, p }) => doVoid(b, one(p)),
    codes: [],
    check: (view, stage) => {
      expect(ticketLine(view, stage)?.toDo).toEqual([2])
      expect(ticketLine(view, stage)?.voided.map((voided) => voided.units)).toEqual([[1]])
    },
  },
  {
    pair: 'acknowledge ∥ void again',
    before: ({ a, b, p, scene }) => {
      doVoid(a, one(p))
      doVoid(b, one(p))
      scene.sync(a, b)
    },
    a: ({ a, wok, p, x }) => {
      const of = a.state(x).lines.get(p)?.units[0]?.voided?.facts.slice(-1) ?? []
      a.record(acknowledge(a.states(), { station: wok, of }, a.context))
    },
    b: ({ b, p }) => doVoid(b, one(p, 2)),
    codes: [],
    check: (view, stage) => expect(ticketLine(view, stage)?.voided.map((voided) => voided.units)).toEqual([[2]]),
  },
  {
    pair: 'rush ∥ bump',
    a: ({ a, p }) => void a.record(rushLines(a.states(), { lines: [p] }, a.context)),
    b: (stage) => doBump(stage.b, stage, one(stage.p, 1, 2)),
    codes: [],
    check: (view, stage) =>
      expect([ticketLine(view, stage)?.rushed, ticketLine(view, stage)?.rushes]).toEqual([false, []]),
  },
  {
    pair: 'rush ∥ rush',
    a: ({ a, p }) => void a.record(rushLines(a.states(), { lines: [p] }, a.context)),
    b: ({ b, p }) => void b.record(rushLines(b.states(), { lines: [p] }, b.context)),
    codes: [],
    check: (view, stage) => expect(ticketLine(view, stage)?.rushes).toHaveLength(2),
  },
]

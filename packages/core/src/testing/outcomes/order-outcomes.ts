import { expect } from 'vitest'
import type { LineId, OrderId } from '../../kernel/index.ts'
import {
  amendLine,
  compUnits,
  fireLines,
  holdLines,
  moveTable,
  reopenOrder,
  sendRound,
  setGuests,
  setNote,
  setPrice,
  setWeight,
  type Line,
  type OrderState,
} from '../../orders/index.ts'
import { addCharge, printPreBill, roundBill, splitEqually } from '../../payments/index.ts'
import { makeLine, type SceneTerminal } from '../order-scene.ts'
import {
  doBump,
  doClose,
  doDiscount,
  doMerge,
  doMove,
  doPay,
  doPayAndClose,
  doServe,
  doStart,
  doUnmerge,
  doVoid,
  one,
  share,
} from './acts.ts'
import type { Outcome, Stage } from './stage.ts'

const ADDED = { price: 600 }
const addToX = (stage: Stage): void => void stage.send(stage.a, stage.x, { ...ADDED, stations: [stage.wok] })
const lateLine = (stage: Stage) => [...stage.a.state(stage.x).lines.keys()].at(-1)

const shared = new WeakMap<Stage, OrderId>()
/** The id that a shared cart minted for its order before anybody opened it. */
function sharedOrder(stage: Stage): OrderId {
  const known = shared.get(stage) ?? stage.scene.ids.next('order')
  shared.set(stage, known)
  return known
}

function reopen(on: SceneTerminal, order: OrderId) {
  return reopenOrder(on.state(order), { reason: 'forgot the dessert' }, on.context)
}

const price = (line: LineId, base: number) => ({ line, price: { base, options: [] }, reason: 'regular' })

const tea = () => ({
  share: 'A',
  names: { zh: '茶位', en: 'Tea' },
  method: { type: 'perGuest' as const, amount: 200 },
  tax: { ratePpm: 0, inclusive: true },
})

function lastLine(state: OrderState): LineId {
  const id = [...state.lines.keys()].at(-1)
  if (!id) throw new Error('no line was sent')
  return id
}

/** A line of one cart that two tablets share: the same id, sent by both. */
const carts = new WeakMap<Stage, Line>()
function cartLine(stage: Stage): Line {
  const known = carts.get(stage) ?? makeLine(stage.scene.ids, { price: 300, stations: [stage.wok] })
  carts.set(stage, known)
  return known
}
const sendFirst = (stage: Stage): void =>
  void stage.a.record(sendRound(stage.a.state(stage.x), { lines: [cartLine(stage)] }, stage.a.context))
const sendSecond = (change: Partial<Line>) => (stage: Stage) =>
  void stage.b.record(
    sendRound(stage.b.state(stage.x), { lines: [{ ...cartLine(stage), ...change }] }, stage.b.context),
  )

export const orderOutcomes: readonly Outcome[] = [
  {
    pair: 'add ∥ add',
    a: addToX,
    b: (stage) => void stage.send(stage.b, stage.x, ADDED),
    codes: [],
    check: (view, { x }) => {
      expect(view.state(x).rounds).toHaveLength(3)
      expect(view.due(x)).toBe(3_300 + 1_200)
    },
  },
  {
    pair: 'add ∥ pay',
    a: addToX,
    b: ({ b, x }) => void doPay(b, x),
    codes: [],
    check: (view, stage) => {
      const bill = view.bill(stage.x)
      expect([bill.paid, bill.open]).toEqual([3_300, 600])
      expect(bill.payments[0]?.basis.due).toBe(3_300)
      expect(bill.late).toEqual([{ line: lateLine(stage), units: [1] }])
    },
  },
  {
    pair: 'add ∥ pay and close',
    a: addToX,
    b: ({ b, x }) => doPayAndClose(b, x),
    codes: ['lateAfterClose'],
    check: (view, { x }) => {
      expect(view.status(x)).toBe('remainder')
      expect(view.open(x)).toBe(600)
    },
  },
  {
    pair: 'add ∥ pre-bill',
    a: addToX,
    b: ({ b, x }) => void b.record(printPreBill(b.states(), share(x), b.context)),
    codes: ['lateAfterPreBill'],
    check: (view, { x }) => {
      expect(view.bill(x).preBill?.basis.due).toBe(3_300)
      expect(view.due(x)).toBe(3_900)
    },
  },
  {
    pair: 'add ∥ merge away',
    a: addToX,
    b: ({ b, x, y }) => doMerge(b, x, y),
    codes: ['lateAfterMerge'],
    check: (view, { x, y }) => {
      expect([view.due(x), view.due(y)]).toEqual([600, 4_000])
      expect(view.status(x)).toBe('remainder')
    },
  },
  {
    pair: 'add ∥ merge in',
    a: addToX,
    b: ({ b, x, y }) => doMerge(b, y, x),
    codes: [],
    check: (view, { x }) => expect(view.due(x)).toBe(3_300 + 600 + 700),
  },
  {
    pair: 'add ∥ unmerge',
    before: ({ a, x, y }) => doMerge(a, y, x),
    a: addToX,
    b: ({ b, y }) => doUnmerge(b, y),
    codes: [],
    check: (view, { x, y }) => expect([view.due(x), view.due(y)]).toEqual([3_900, 700]),
  },
  {
    pair: 'add ∥ move table',
    a: addToX,
    b: ({ b, x, tables }) => void b.record(moveTable(b.state(x), tables.free, b.context)),
    codes: [],
    check: (view, { x, tables, wok }) => {
      expect(view.due(x)).toBe(3_900)
      expect(view.tickets(wok).filter((ticket) => ticket.order === x && ticket.table !== tables.free)).toEqual([])
    },
  },
  {
    pair: 'add ∥ split equally',
    a: addToX,
    b: ({ b, x }) => void b.record(splitEqually(b.states(), { at: share(x), ways: 3 }, b.context)),
    codes: [],
    check: (view, { x }) => {
      expect(view.bill(x).equalParts?.parts).toEqual([1_100, 1_100, 1_100])
      expect(view.open(x)).toBe(3_900)
    },
  },
  {
    pair: 'add ∥ split by item',
    a: addToX,
    b: ({ b, x, q }) => doMove(b, one(q), x, 'B'),
    codes: [],
    check: (view, { x }) => expect(view.bill(x).shares.map((bill) => bill.due)).toEqual([3_400, 500]),
  },
  {
    pair: 'add ∥ discount',
    a: addToX,
    b: ({ b, x }) => doDiscount(b, x),
    codes: [],
    check: (view, { x }) => expect([view.bill(x).discount, view.due(x)]).toEqual([330, 3_570]),
  },
  {
    pair: 'add ∥ round off',
    before: ({ a, x }) => doDiscount(a, x, 3_000),
    a: addToX,
    b: ({ b, x }) => void b.record(roundBill(b.states(), { at: share(x), amount: 10 }, b.context)),
    codes: [],
    check: (view, { x }) => expect(view.due(x)).toBe(3_290 + 10 + 600),
  },
  {
    pair: 'add ∥ void',
    a: addToX,
    b: ({ b, q }) => doVoid(b, one(q)),
    codes: [],
    check: (view, { x }) => expect(view.due(x)).toBe(3_400),
  },
  {
    pair: 'add ∥ reopen',
    before: ({ a, b, x, scene }) => {
      doPayAndClose(a, x)
      scene.sync(a, b)
    },
    a: (stage) => {
      // A line that a restored tablet sends: it has not seen the close.
      const unaware = { ...stage.a.state(stage.x), closes: [] }
      const lines = [makeLine(stage.scene.ids, ADDED)]
      stage.a.record(sendRound(unaware, { lines }, stage.a.context))
    },
    b: ({ b, x }) => void b.record(reopen(b, x)),
    codes: [],
    check: (view, { x }) => {
      expect(view.status(x)).toBe('open')
      expect(view.open(x)).toBe(600)
    },
  },
  {
    pair: 'same cart sent twice',
    a: sendFirst,
    b: sendSecond({}),
    codes: [],
    check: (view, stage) => {
      const { id } = cartLine(stage)
      expect(view.line(id).units).toHaveLength(1)
      expect(view.due(stage.x)).toBe(3_600)
      expect(
        view
          .tickets(stage.wok)
          .flatMap((ticket) => ticket.lines)
          .filter((line) => line.line === id),
      ).toHaveLength(1)
    },
  },
  {
    pair: 'same cart sent twice, one with more',
    a: sendFirst,
    b: sendSecond({ quantity: 3_000 }),
    codes: ['lineSentTwice'],
    check: (view, stage) => {
      const line = view.line(cartLine(stage).id)
      expect(line.units).toHaveLength(3)
      expect(line.amendments.map((amendment) => amendment.units)).toEqual([[2, 3]])
      expect(view.due(stage.x)).toBe(4_200)
    },
  },
  {
    pair: 'same cart sent twice, with another note',
    a: sendFirst,
    b: sendSecond({ note: 'no chilli' }),
    codes: ['lineSentTwice'],
    check: (view, stage) => {
      const line = view.line(cartLine(stage).id)
      expect(line.note).toBe('')
      expect(line.amendments.map((amendment) => amendment.note)).toEqual(['no chilli'])
      expect(view.due(stage.x)).toBe(3_600)
    },
  },
  {
    pair: 'open ∥ open the same table',
    a: (stage) => void stage.send(stage.a, stage.open(stage.a, stage.tables.free), { price: 100 }),
    b: (stage) => void stage.send(stage.b, stage.open(stage.b, stage.tables.free), { price: 200 }),
    codes: ['tableOpenedTwice'],
    check: (view, { tables }) => {
      const two = view.states.filter((state) => state.table === tables.free)
      expect(two.map((state) => view.due(state.id)).sort((a, b) => a - b)).toEqual([100, 200])
    },
  },
  {
    pair: 'open ∥ open the same order',
    before: (stage) => void sharedOrder(stage),
    a: (stage) => void stage.open(stage.a, stage.tables.free, { order: sharedOrder(stage), counter: 50 }),
    b: (stage) => void stage.open(stage.b, stage.tables.free, { order: sharedOrder(stage), counter: 51 }),
    codes: ['openedTwice'],
    check: (view, stage) => expect(view.state(sharedOrder(stage)).opening?.number.counter).toBe(50),
  },
  {
    pair: 'open ∥ open with the same number',
    a: (stage) => void stage.open(stage.a, stage.tables.free, { counter: 70 }),
    b: (stage) => {
      const table = stage.scene.ids.next('table')
      stage.open(stage.b, table, { counter: 70 })
    },
    codes: ['numberTwice'],
    check: (view) => expect(view.states.filter((state) => state.opening?.number.counter === 70)).toHaveLength(2),
  },
  {
    pair: 'note ∥ note of a line',
    a: ({ a, x, p }) => void a.record(amendLine(a.state(x), { line: p, note: 'no nuts' }, a.context)),
    b: ({ b, x, p }) => void b.record(amendLine(b.state(x), { line: p, note: 'mild' }, b.context)),
    codes: [],
    check: (view, { p }) => {
      expect(view.line(p).note).toBe('mild')
      expect(view.line(p).amendments.map((amendment) => amendment.note)).toEqual(['no nuts', 'mild'])
    },
  },
  {
    pair: 'note ∥ seat of a line',
    a: ({ a, x, p }) => void a.record(amendLine(a.state(x), { line: p, note: 'no nuts' }, a.context)),
    b: ({ b, x, p }) => void b.record(amendLine(b.state(x), { line: p, seat: 4 }, b.context)),
    codes: [],
    check: (view, { p }) => expect([view.line(p).note, view.line(p).seat]).toEqual(['no nuts', 4]),
  },
  {
    pair: 'amend ∥ void',
    a: ({ a, x, p }) => void a.record(amendLine(a.state(x), { line: p, note: 'no nuts' }, a.context)),
    b: ({ b, p }) => doVoid(b, one(p, 1, 2)),
    codes: [],
    check: (view, { wok, x, p }) => {
      expect(view.due(x)).toBe(1_300)
      const line = view
        .tickets(wok)
        .flatMap((ticket) => ticket.lines)
        .find((entry) => entry.line === p)
      expect([line?.amendments.length, line?.voided.length]).toEqual([0, 1])
    },
  },
  {
    pair: 'amend ∥ pay',
    a: ({ a, x, p }) => {
      const options = { chosen: [], price: { base: 1_100, options: [] } }
      a.record(amendLine(a.state(x), { line: p, options }, a.context))
    },
    b: ({ b, x }) => void doPay(b, x),
    codes: [],
    check: (view, { x }) => expect([view.bill(x).paid, view.open(x)]).toEqual([3_300, 200]),
  },
  {
    pair: 'amend ∥ bump',
    a: ({ a, x, p }) => void a.record(amendLine(a.state(x), { line: p, note: 'no nuts' }, a.context)),
    b: (stage) => doBump(stage.b, stage, one(stage.p, 1, 2)),
    codes: [],
    check: (view, { wok, p }) => {
      expect(view.unit(p).stage).toBe('ready')
      const line = view
        .tickets(wok)
        .flatMap((ticket) => ticket.lines)
        .find((entry) => entry.line === p)
      expect(line?.amendments.map((amendment) => amendment.note)).toEqual(['no nuts'])
    },
  },
  {
    pair: 'void ∥ void the same unit',
    a: ({ a, p }) => doVoid(a, one(p)),
    b: ({ b, p }) => doVoid(b, one(p)),
    codes: [],
    check: (view, { x, p }) => {
      expect(view.due(x)).toBe(2_300)
      expect(view.unit(p).voided?.facts).toHaveLength(2)
    },
  },
  {
    pair: 'void ∥ void another unit',
    a: ({ a, p }) => doVoid(a, one(p, 1)),
    b: ({ b, p }) => doVoid(b, one(p, 2)),
    codes: [],
    check: (view, { x }) => expect(view.due(x)).toBe(1_300),
  },
  {
    pair: 'void ∥ pay',
    a: ({ a, p }) => doVoid(a, one(p)),
    b: ({ b, x }) => void doPay(b, x),
    codes: ['voidedAfterPaid'],
    check: (view, { x }) => expect(view.open(x)).toBe(-1_000),
  },
  {
    pair: 'void ∥ pre-bill',
    a: ({ a, p }) => doVoid(a, one(p)),
    b: ({ b, x }) => void b.record(printPreBill(b.states(), share(x), b.context)),
    codes: [],
    check: (view, { x }) => expect([view.bill(x).preBill?.basis.due, view.due(x)]).toEqual([3_300, 2_300]),
  },
  {
    pair: 'void ∥ discount',
    a: ({ a, p }) => doVoid(a, one(p)),
    b: ({ b, x }) => doDiscount(b, x),
    codes: [],
    check: (view, { x }) => expect(view.due(x)).toBe(2_070),
  },
  {
    pair: 'void ∥ comp',
    a: ({ a, p }) => doVoid(a, one(p)),
    b: ({ b, p }) => void b.record(compUnits(b.states(), { units: one(p), reason: 'late' }, b.context)),
    codes: [],
    check: (view, { x, p }) => {
      expect(view.due(x)).toBe(2_300)
      expect(view.bill(x).lines.find(({ line }) => line.id === p)?.voidedUnits).toEqual([1])
    },
  },
  {
    pair: 'void ∥ move',
    a: ({ a, p }) => doVoid(a, one(p)),
    b: ({ b, p, y }) => doMove(b, one(p, 1, 2), y),
    codes: [],
    check: (view, { x, y }) => expect([view.due(x), view.due(y)]).toEqual([1_300, 1_700]),
  },
  {
    pair: 'void ∥ merge',
    a: ({ a, p }) => doVoid(a, one(p)),
    b: ({ b, x, y }) => doMerge(b, x, y),
    codes: [],
    check: (view, { x, y }) => expect([view.due(x), view.due(y), view.status(x)]).toEqual([0, 3_000, 'merged']),
  },
  {
    pair: 'void ∥ fire',
    a: ({ a, h }) => doVoid(a, one(h)),
    b: ({ b, h }) => void b.record(fireLines(b.states(), { lines: [h] }, b.context)),
    codes: [],
    check: (view, { wok, h }) => {
      const line = view
        .tickets(wok)
        .flatMap((ticket) => ticket.lines)
        .find((entry) => entry.line === h)
      expect([line?.toDo, line?.voided.length]).toEqual([[], 1])
    },
  },
  {
    pair: 'void ∥ start',
    a: ({ a, p }) => doVoid(a, one(p)),
    b: (stage) => doStart(stage.b, stage, one(stage.p)),
    codes: [],
    check: (view, { wok, p }) => {
      const line = view
        .tickets(wok)
        .flatMap((ticket) => ticket.lines)
        .find((entry) => entry.line === p)
      expect(line?.voided.map((voided) => voided.units)).toEqual([[1]])
    },
  },
  {
    pair: 'void ∥ bump',
    a: ({ a, p }) => doVoid(a, one(p)),
    b: (stage) => doBump(stage.b, stage, one(stage.p)),
    codes: ['voidedAfterServed'],
    check: (view, { x, wok, p }) => {
      expect(view.due(x)).toBe(2_300)
      expect(
        view
          .tickets(wok)
          .flatMap((ticket) => ticket.lines)
          .find((line) => line.line === p)?.voided,
      ).toEqual([])
    },
  },
  {
    pair: 'void ∥ serve',
    a: ({ a, p }) => doVoid(a, one(p)),
    b: ({ b, p }) => doServe(b, one(p)),
    codes: ['voidedAfterServed'],
    check: (view, { x }) => expect(view.due(x)).toBe(2_300),
  },
  {
    pair: 'comp ∥ comp',
    a: ({ a, p }) => void a.record(compUnits(a.states(), { units: one(p), reason: 'late' }, a.context)),
    b: ({ b, p }) => void b.record(compUnits(b.states(), { units: one(p), reason: 'cold' }, b.context)),
    codes: [],
    check: (view, { x }) => expect(view.due(x)).toBe(2_300),
  },
  {
    pair: 'comp ∥ pay',
    a: ({ a, p }) => void a.record(compUnits(a.states(), { units: one(p), reason: 'late' }, a.context)),
    b: ({ b, x }) => void doPay(b, x),
    codes: ['overpaid'],
    check: (view, { x }) => expect(view.open(x)).toBe(-1_000),
  },
  {
    pair: 'price ∥ price',
    a: ({ a, x, q }) => void a.record(setPrice(a.state(x), price(q, 450), a.context)),
    b: ({ b, x, q }) => void b.record(setPrice(b.state(x), price(q, 400), b.context)),
    codes: [],
    check: (view, { x }) => expect(view.due(x)).toBe(3_200),
  },
  {
    pair: 'price ∥ pay',
    a: ({ a, x, q }) => void a.record(setPrice(a.state(x), price(q, 650), a.context)),
    b: ({ b, x }) => void doPay(b, x),
    codes: [],
    check: (view, { x }) => expect(view.open(x)).toBe(150),
  },
  {
    pair: 'weight ∥ weight',
    before: (stage) => {
      stage.send(stage.a, stage.z, { price: 2_000, weight: 1_000 })
      stage.scene.sync(stage.a, stage.b)
    },
    a: ({ a, z }) => void a.record(setWeight(a.state(z), { line: lastLine(a.state(z)), quantity: 1_250 }, a.context)),
    b: ({ b, z }) => void b.record(setWeight(b.state(z), { line: lastLine(b.state(z)), quantity: 1_300 }, b.context)),
    codes: [],
    check: (view, { z }) => expect(view.due(z)).toBe(400 + 2_600),
  },
  {
    pair: 'note ∥ note of the order',
    a: ({ a, x }) => void a.record(setNote(a.state(x), 'birthday', a.context)),
    b: ({ b, x }) => void b.record(setNote(b.state(x), 'window', b.context)),
    codes: [],
    check: (view, { x }) => expect(view.state(x).note).toBe('window'),
  },
  {
    pair: 'guests ∥ charge per guest',
    a: ({ a, x }) => void a.record(setGuests(a.state(x), 5, a.context)),
    b: ({ b, x }) => void b.record(addCharge(b.state(x), tea(), b.context)),
    codes: [],
    check: (view, { x }) => expect(view.bill(x).charge).toBe(1_000),
  },
  {
    pair: 'hold ∥ start',
    a: ({ a, p }) => void a.record(holdLines(a.states(), { lines: [p] }, a.context)),
    b: (stage) => doStart(stage.b, stage, one(stage.p)),
    codes: [],
    check: (view, { p }) => expect([view.line(p).fired, view.unit(p).stage]).toEqual([true, 'started']),
  },
  {
    pair: 'fire ∥ fire',
    a: ({ a, h }) => void a.record(fireLines(a.states(), { lines: [h] }, a.context)),
    b: ({ b, h }) => void b.record(fireLines(b.states(), { lines: [h] }, b.context)),
    codes: [],
    check: (view, { x, h, wok }) => {
      const facts = Object.values(view.state(x).document.facts).filter((fact) => fact.kind === 'fired')
      expect(facts).toHaveLength(2)
      expect(view.line(h).firedAt).toBe(Math.min(...facts.map((fact) => fact.at.ms)))
      expect(
        view
          .tickets(wok)
          .flatMap((ticket) => ticket.lines)
          .filter((line) => line.line === h),
      ).toHaveLength(1)
    },
  },
  {
    pair: 'hold ∥ fire',
    before: ({ a, b, h, scene }) => {
      a.record(fireLines(a.states(), { lines: [h] }, a.context))
      scene.sync(a, b)
      b.record(holdLines(b.states(), { lines: [h] }, b.context))
    },
    a: ({ a, p }) => void a.record(holdLines(a.states(), { lines: [p] }, a.context)),
    b: ({ b, h }) => void b.record(fireLines(b.states(), { lines: [h] }, b.context)),
    codes: [],
    check: (view, { p, h }) => expect([view.line(p).fired, view.line(h).fired]).toEqual([false, true]),
  },
  {
    pair: 'charge ∥ charge',
    a: ({ a, x }) => void a.record(addCharge(a.state(x), tea(), a.context)),
    b: ({ b, x }) => void b.record(addCharge(b.state(x), tea(), b.context)),
    codes: ['chargeTwice'],
    check: (view, { x }) => expect(view.bill(x).charge).toBe(800),
  },
  {
    pair: 'charge ∥ pay',
    a: ({ a, x }) => void a.record(addCharge(a.state(x), tea(), a.context)),
    b: ({ b, x }) => void doPay(b, x),
    codes: [],
    check: (view, { x }) => expect(view.open(x)).toBe(400),
  },
  {
    pair: 'charge ∥ merge',
    a: ({ a, x }) => void a.record(addCharge(a.state(x), tea(), a.context)),
    b: ({ b, x, y }) => doMerge(b, x, y),
    codes: [],
    check: (view, { x, y }) => expect([view.due(x), view.due(y)]).toEqual([0, 4_000 + 400]),
  },
  {
    pair: 'charge ∥ close',
    a: ({ a, x }) => void a.record(addCharge(a.state(x), tea(), a.context)),
    b: ({ b, x }) => {
      doPay(b, x)
      doClose(b, x)
    },
    codes: ['closedWithRemainder'],
    check: (view, { x }) => expect([view.open(x), view.status(x)]).toEqual([400, 'remainder']),
  },
]

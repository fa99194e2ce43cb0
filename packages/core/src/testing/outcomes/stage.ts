import type { BranchId, BusinessDay, LineId, OrderId, StationId, TableId } from '../../kernel/index.ts'
import { ticketsOf, type Ticket } from '../../kitchen/index.ts'
import {
  billOf,
  contradictionsOf,
  foldOrder,
  orderStatus,
  openOrder,
  sendRound,
  type Bill,
  type ContradictionCode,
  type LineState,
  type OrderDocument,
  type OrderState,
  type OrderStatus,
  type UnitState,
} from '../../orders/index.ts'
import { createScene, makeLine, type LineWish, type OrderScene, type SceneTerminal } from '../order-scene.ts'

/**
 * The stage of every row: tables 1, 2, 3 with orders x, y, z. x has two pieces of p at 10.00 (wok), one q at 5.00 (bar) and one held h at
 * 8.00 (wok), 33.00 in all; y has one r at 7.00; z has one s at 4.00. Both terminals know everything.
 */
export interface Stage {
  readonly scene: OrderScene
  readonly a: SceneTerminal
  readonly b: SceneTerminal
  readonly wok: StationId
  readonly bar: StationId
  readonly tables: { readonly [K in 'x' | 'y' | 'z' | 'free']: TableId }
  readonly x: OrderId
  readonly y: OrderId
  readonly z: OrderId
  readonly p: LineId
  readonly q: LineId
  readonly h: LineId
  readonly r: LineId
  readonly branch: BranchId
  open(
    terminal: SceneTerminal,
    table: TableId,
    options?: { counter?: number; order?: OrderId; guests?: number },
  ): OrderId
  /** Sends lines as one round; gives their ids. */
  send(terminal: SceneTerminal, order: OrderId, ...wishes: readonly LineWish[]): readonly LineId[]
}

const DAY = '2026-11-20' as BusinessDay

export function setStage(): Stage {
  const scene = createScene()
  const { ids } = scene
  const [a, b] = [scene.terminal(), scene.terminal()]
  const [wok, bar, branch] = [ids.next('station'), ids.next('station'), ids.next('branch')]
  const tables = { x: ids.next('table'), y: ids.next('table'), z: ids.next('table'), free: ids.next('table') }
  let opened = 0

  const open: Stage['open'] = (
    terminal,
    table,
    { counter = (opened += 1), order = ids.next('order'), guests = 2 } = {},
  ) => {
    const number = { letters: 'AK', counter }
    terminal.record(openOrder({ order, branch, day: DAY, number, type: 'dineIn', table, guests }, terminal.context))
    return order
  }
  const send: Stage['send'] = (terminal, order, ...wishes) => {
    const lines = wishes.map((wish) => makeLine(ids, wish))
    terminal.record(sendRound(terminal.state(order), { lines }, terminal.context))
    return lines.map((line) => line.id)
  }

  const [x, y, z] = [open(a, tables.x), open(a, tables.y), open(a, tables.z)]
  const wishes = [
    { price: 1_000, pieces: 2, stations: [wok] },
    { price: 500, stations: [bar] },
    { price: 800, stations: [wok], fire: 'hold' as const },
  ]
  const [p, q, h] = send(a, x, ...wishes) as [LineId, LineId, LineId]
  const [r] = send(a, y, { price: 700, stations: [wok] }) as [LineId]
  send(a, z, { price: 400, stations: [bar] })
  scene.sync(a, b)
  return { scene, a, b, wok, bar, tables, x, y, z, p, q, h, r, branch, open, send }
}

/** What somebody sees afterwards. */
export interface View {
  readonly stage: Stage
  readonly states: readonly OrderState[]
  state(order: OrderId): OrderState
  line(id: LineId): LineState
  unit(id: LineId, number?: number): UnitState
  bill(order: OrderId): Bill
  due(order: OrderId): number
  open(order: OrderId): number
  status(order: OrderId): OrderStatus
  tickets(station: StationId): readonly Ticket[]
  readonly codes: readonly ContradictionCode[]
}

export function viewOf(stage: Stage, documents: Iterable<OrderDocument>, viewer: SceneTerminal | null): View {
  const states = Array.from(documents, (document) => foldOrder(document, viewer?.id ?? null))
  const state = (order: OrderId): OrderState => found(states.find((one) => one.id === order))
  const line = (id: LineId): LineState => found(states.find((one) => one.lines.has(id))?.lines.get(id))
  const bill = (order: OrderId): Bill => billOf(order, states)
  return {
    stage,
    states,
    state,
    line,
    unit: (id, number = 1) => found(line(id).units[number - 1]),
    bill,
    due: (order) => bill(order).due,
    open: (order) => bill(order).open,
    status: (order) => orderStatus(state(order), bill(order)),
    tickets: (station) => ticketsOf(states, station, stage.scene.now()),
    codes: contradictionsOf(states).map((one) => one.code),
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not on the stage')
  return value
}

/** One row of the table of outcomes in SPEC: what two terminals do apart, and how it ends, whichever arrives first. */
export interface Outcome {
  /** "add ∥ pay": the first is what terminal a does, earlier by the clock; the second what b does. */
  readonly pair: string
  /** What both knew before they parted. */
  readonly before?: (stage: Stage) => void
  readonly a: (stage: Stage) => void
  readonly b: (stage: Stage) => void
  readonly codes: readonly ContradictionCode[]
  readonly check: (view: View, stage: Stage) => void
}

import { acknowledge, markReady, markReceived, markServed, markStarted, recallUnits } from '../kitchen/index.ts'
import { invariant, type BusinessDay, type OrderId, type StationId } from '../kernel/index.ts'
import {
  amendLine,
  closeOrder,
  compUnits,
  fireLines,
  holdLines,
  mergeTables,
  moveLines,
  moveTable,
  nextShare,
  openOrder,
  reopenOrder,
  rushLines,
  sendRound,
  setPrice,
  setWeight,
  unmergeTables,
  voidUnits,
  type Drafts,
  type CommandCode,
  type OrderDocument,
  type OrderState,
  type UnitRef,
} from '../orders/index.ts'
import {
  addCharge,
  giveDiscount,
  printPreBill,
  refundPayment,
  roundBill,
  setPaymentState,
  splitEqually,
  takePayment,
  withdrawDiscount,
} from '../payments/index.ts'
import { createScene, makeLine, type LineWish, type OrderScene, type SceneTerminal } from './order-scene.ts'

export interface HistoryOptions {
  readonly seed: number
  readonly steps: number
  readonly terminals?: number
  /** Orders to open at most. */
  readonly orders?: number
  /** Only these; all when left out. */
  readonly acts?: readonly HistoryAct[]
}

/** What happened in a restaurant where tablets now and then hear of each other. */
export interface History {
  readonly scene: OrderScene
  readonly terminals: readonly SceneTerminal[]
  /** How often each act was recorded, so that a test can refuse to be vacuous. */
  readonly done: ReadonlyMap<HistoryAct, number>
  /** Lets everybody hear of everything; gives what the server then holds. */
  heal(): readonly OrderDocument[]
}

interface Act {
  readonly scene: OrderScene
  readonly on: SceneTerminal
  readonly states: readonly OrderState[]
  readonly order: OrderState
  readonly other: OrderState
  readonly stations: readonly StationId[]
  /** Some units of one line of the order. */
  readonly units: readonly UnitRef[]
}

const REASON = 'as the guest wished'

const ACTS = {
  send: ({ scene, on, order, stations }) =>
    sendRound(
      order,
      { lines: Array.from({ length: 1 + scene.random.below(3) }, () => makeLine(scene.ids, anyWish(scene, stations))) },
      on.context,
    ),
  amend: ({ scene, on, order, units }) =>
    forLine(units, (line) =>
      amendLine(order, { line, note: scene.random.chance(0.5) ? 'mild' : 'no nuts' }, on.context),
    ),
  void: ({ on, states, units }) => voidUnits(states, { units, reason: REASON, approver: on.person }, on.context),
  comp: ({ on, states, units }) => compUnits(states, { units, reason: REASON }, on.context),
  price: ({ scene, on, order, units }) =>
    forLine(units, (line) =>
      setPrice(order, { line, price: { base: scene.random.below(5_000), options: [] }, reason: REASON }, on.context),
    ),
  weigh: ({ scene, on, order, units }) =>
    forLine(units, (line) => setWeight(order, { line, quantity: 1 + scene.random.below(3_000) }, on.context)),
  fire: ({ on, states, units }) => fireLines(states, { lines: units.map((ref) => ref.line) }, on.context),
  hold: ({ on, states, units }) => holdLines(states, { lines: units.map((ref) => ref.line) }, on.context),
  rush: ({ on, states, units }) => rushLines(states, { lines: units.map((ref) => ref.line) }, on.context),
  receive: (act) => atStation(act, markReceived),
  start: (act) => atStation(act, markStarted),
  bump: (act) => atStation(act, markReady),
  recall: (act) => atStation(act, recallUnits),
  serve: ({ on, states, units }) => markServed(states, units, on.context),
  acknowledge: ({ scene, on, states, order, stations }) => {
    const changed = [...order.lines.values()].flatMap((line) => line.amendments.map((one) => one.fact))
    const station = scene.random.pick(stations)
    return station ? acknowledge(states, { station, of: changed }, on.context) : null
  },
  moveTable: ({ scene, on, order }) => moveTable(order, scene.ids.next('table'), on.context),
  move: ({ on, states, other, units }) => moveLines(states, { units, to: { order: other.id, share: 'A' } }, on.context),
  merge: ({ on, states, order, other }) => mergeTables(states, { from: order.id, to: other.id }, on.context),
  unmerge: ({ scene, on, states }) => {
    const merge = scene.random.pick(states.flatMap((state) => state.merges.filter((one) => !one.undone)))
    return merge ? unmergeTables(states, merge.merge, on.context) : null
  },
  split: ({ scene, on, states, order, units }) => {
    const share = scene.random.chance(0.5) ? 'B' : nextShare(order.id, states)
    return moveLines(states, { units, to: { order: order.id, share }, why: 'split' }, on.context)
  },
  splitEqually: ({ scene, on, states, order }) =>
    splitEqually(states, { at: atShare(order), ways: 2 + scene.random.below(5) }, on.context),
  discount: ({ scene, on, states, order, units }) => {
    const percent = scene.random.chance(0.6)
    const method = percent
      ? { type: 'percent' as const, ratePpm: 1 + scene.random.below(400_000) }
      : { type: 'amount' as const, amount: scene.random.below(2_000) }
    const some = scene.random.chance(0.3) ? { units } : {}
    return giveDiscount(states, { at: atShare(order), method, reason: REASON, ...some }, on.context)
  },
  withdrawDiscount: ({ scene, on, order }) => {
    const given = scene.random.pick(order.discounts.filter((one) => !one.withdrawn))
    return given ? withdrawDiscount(order, given.discount, { reason: REASON }, on.context) : null
  },
  charge: ({ scene, on, order }) => {
    const method = scene.random.pick([
      { type: 'percent' as const, ratePpm: 100_000 },
      { type: 'perGuest' as const, amount: 200 },
      { type: 'amount' as const, amount: 333 },
    ])
    if (!method) return null
    const tax = { ratePpm: 60_000, inclusive: scene.random.chance(0.5) }
    return addCharge(order, { share: 'A', names: { zh: '服务费', en: 'Service' }, method, tax }, on.context)
  },
  round: ({ scene, on, states, order }) =>
    roundBill(states, { at: atShare(order), amount: scene.random.below(9) - 4 }, on.context),
  preBill: ({ on, states, order }) => printPreBill(states, atShare(order), on.context),
  pay: ({ scene, on, states, order }) => {
    const part = scene.random.chance(0.4) ? { amount: 1 + scene.random.below(3_000) } : {}
    const state = scene.random.chance(0.2) ? { state: 'unknown' as const } : {}
    return takePayment(states, { at: atShare(order), tender: 'wechat', ...part, ...state }, on.context)
  },
  payCash: ({ on, states, order }) => {
    const request = { at: atShare(order), tender: 'cash' as const, tendered: 1_000_000, tip: 150 }
    return takePayment(states, request, on.context)
  },
  settlePayment: ({ scene, on, order }) => {
    const unsure = scene.random.pick(order.payments.filter((payment) => payment.state !== 'confirmed'))
    const state = scene.random.chance(0.6) ? 'confirmed' : 'failed'
    return unsure ? setPaymentState(order, { payment: unsure.payment, state }, on.context) : null
  },
  refund: ({ scene, on, states, order, units }) => {
    const payment = scene.random.pick(order.payments)
    if (!payment) return null
    const back = {
      amount: 1 + scene.random.below(Math.max(1, payment.amount)),
      units: scene.random.chance(0.3) ? units : [],
    }
    const request = { order: order.id, payment: payment.payment, reason: REASON, approver: on.person, ...back }
    return refundPayment(states, request, on.context)
  },
  close: ({ on, states, order }) => closeOrder(states, order.id, on.context),
  reopen: ({ on, order }) => reopenOrder(order, { reason: REASON }, on.context),
} satisfies Record<string, (act: Act) => Drafts<CommandCode> | null>

export type HistoryAct = keyof typeof ACTS
export const HISTORY_ACTS = Object.keys(ACTS) as readonly HistoryAct[]

/** A random but realistic history: people act on what their own terminal shows, tablets meet the server every few steps. Same seed, same history. */
export function createHistory(options: HistoryOptions): History {
  const { seed, steps, terminals: count = 3, orders = 4, acts = HISTORY_ACTS } = options
  const scene = createScene(seed)
  const { random, ids } = scene
  const terminals = Array.from({ length: count }, () => scene.terminal({ aheadMs: random.chance(0.2) ? 90_000 : 0 }))
  const stations = [ids.next('station'), ids.next('station')]
  const done = new Map<HistoryAct, number>()
  for (let opened = 0; opened < orders; opened += 1) openOne(scene, pickFrom(random.pick(terminals)), opened + 1)
  scene.sync(...terminals)
  for (let step = 0; step < steps; step += 1) {
    scene.pass(random.below(30_000))
    const on = pickFrom(random.pick(terminals))
    if (random.chance(0.25)) scene.sync(on)
    const name = random.chance(0.2) && acts.includes('send') ? 'send' : pickFrom(random.pick(acts))
    const act = setAct(scene, on, stations)
    const drafts = act && ACTS[name](act)
    if (drafts && on.attempt(drafts)) done.set(name, (done.get(name) ?? 0) + 1)
  }
  const heal = () => {
    scene.sync(...terminals)
    scene.sync(...terminals)
    return [...scene.server.values()]
  }
  return { scene, terminals, done, heal }
}

function setAct(scene: OrderScene, on: SceneTerminal, stations: readonly StationId[]): Act | null {
  const states = on.states()
  const order = scene.random.pick(states)
  const other = scene.random.pick(states)
  if (!order || !other) return null
  const line = scene.random.pick([...order.lines.values()])
  const numbers = line?.units.map((unit) => unit.unit).filter(() => scene.random.chance(0.6)) ?? []
  const units = line ? [{ line: line.id, units: numbers.length > 0 ? numbers : [1] }] : []
  return { scene, on, states, order, other, stations, units }
}

function atStation<C extends CommandCode>(
  { scene, on, states, stations, units }: Act,
  mark: (
    states: readonly OrderState[],
    request: { station: StationId; units: readonly UnitRef[] },
    context: SceneTerminal['context'],
  ) => Drafts<C>,
): Drafts<C> | null {
  const station = scene.random.pick(stations)
  return station ? mark(states, { station, units }, on.context) : null
}

function forLine<T>(units: readonly UnitRef[], act: (line: UnitRef['line']) => T): T | null {
  return units[0] ? act(units[0].line) : null
}

function atShare(order: OrderState): { order: OrderId; share: string } {
  return { order: order.id, share: 'A' }
}

function anyWish({ random }: OrderScene, stations: readonly StationId[]): LineWish {
  const tax = random.pick([
    { taxPpm: 60_000, taxInclusive: true },
    { taxPpm: 88_750, taxInclusive: false },
    { taxPpm: 0 },
  ])
  const amount = random.chance(0.15) ? { weight: 1 + random.below(4_000) } : { pieces: 1 + random.below(4) }
  const price = 1 + random.below(9_999)
  return {
    price,
    ...amount,
    ...tax,
    stations: stations.filter(() => random.chance(0.5)),
    fire: random.chance(0.2) ? 'hold' : 'now',
  }
}

function openOne(scene: OrderScene, on: SceneTerminal, counter: number): OrderId {
  const order = scene.ids.next('order')
  const request = {
    order,
    branch: scene.ids.next('branch'),
    day: '2026-11-20' as BusinessDay,
    number: { letters: 'AK', counter },
    type: 'dineIn' as const,
    table: scene.ids.next('table'),
    guests: 1 + scene.random.below(6),
  }
  on.record(openOrder(request, on.context))
  return order
}

function pickFrom<T>(picked: T | undefined): T {
  invariant(picked !== undefined, 'something to pick from')
  return picked
}

/**
 * The bench order of DESIGN 10: 12 lines in 3 rounds with their kitchen facts: 45 facts, about 15 KB with verdicts left out.
 * Different seeds give different ids. `decided` adds the server's verdicts.
 */
export function benchOrder(seed = 1, decided = true): OrderDocument {
  const scene = createScene(seed)
  const on = scene.terminal()
  const [wok, bar] = [scene.ids.next('station'), scene.ids.next('station')]
  const order = openOne(scene, on, 1)
  for (let round = 0; round < 3; round += 1) {
    const wishes: LineWish[] = [
      { price: 3_800, stations: [wok], note: 'mild' },
      { price: 2_600, pieces: 2, stations: [wok] },
      { price: 1_800, stations: [bar] },
      { price: 6_800, stations: [wok] },
    ]
    const lines = wishes.map((wish) => makeLine(scene.ids, wish))
    on.record(sendRound(on.state(order), { lines }, on.context))
    for (const [index, line] of lines.entries()) cookLine(on, order, line, round * lines.length + index)
  }
  on.record(takePayment(on.states(), { at: { order, share: 'A' }, tender: 'wechat' }, on.context))
  on.record(closeOrder(on.states(), order, on.context))
  if (decided) scene.sync(on)
  const document = on.documents.get(order)
  invariant(document, 'the order was opened')
  return document
}

/** Each line is received, made ready and served; every fourth also started: 1 + 3 + 3 × 12 + 3 + 2 = 45 facts in all. */
function cookLine(on: SceneTerminal, order: OrderId, line: ReturnType<typeof makeLine>, index: number): void {
  const units =
    on
      .state(order)
      .lines.get(line.id)
      ?.units.map((unit) => unit.unit) ?? []
  const station = line.stations[0]
  invariant(station, 'bench lines have a station')
  const request = { station, units: [{ line: line.id, units }] }
  on.record(markReceived(on.states(), request, on.context))
  if (index % 4 === 0) on.record(markStarted(on.states(), request, on.context))
  on.record(markReady(on.states(), request, on.context))
  on.record(markServed(on.states(), request.units, on.context))
}

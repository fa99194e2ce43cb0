import {
  amendLine,
  emptyOrder,
  fireLines,
  foldOrder,
  holdLines,
  mergeTables,
  moveLines,
  moveTable,
  openOrder,
  rushLines,
  sendRound,
  setGuests,
  setNote,
  setPrice,
  setWeight,
  unmergeTables,
  voidUnits,
  WHOLE_SHARE,
  type LineState,
} from '../../src/orders/index.ts'
import { makeLines } from './make-line.ts'
import { freeTables, openOrders, pickLine, pickOrder, pickUnits, type Operation, type Scene } from './scene.ts'

const isLive = (line: LineState) => line.units.some((unit) => !unit.voided)

/** Opens an order and sends its first round in one step, as a tablet does. Now and then on a table that is taken. */
const open: Operation = (scene) => {
  const { random, ids, site, context } = scene
  const free = freeTables(scene)
  const table = free.length === 0 || random.chance(0.15) ? random.pick(site.tables).id : random.pick(free)
  const order = ids.next('order')
  const number = { letters: scene.letters, counter: scene.nextNumber() }
  const takeaway = random.chance(0.1)
  const opened = openOrder(
    {
      order,
      branch: site.branch.id,
      day: scene.day,
      number,
      type: takeaway ? 'takeaway' : 'dineIn',
      guests: random.int(0, 6),
      ...(!takeaway && { table }),
    },
    context,
  )
  if (!opened.ok || random.chance(0.2)) return opened
  const lines = makeLines(scene)
  const round = sendRound(foldOrder(emptyOrder(order), null), { lines }, context)
  return round.ok ? { ok: true, value: [...opened.value, ...round.value] } : round
}

const send: Operation = (scene) => {
  const order = pickOrder(scene)
  if (!order) return null
  return sendRound(order, { lines: makeLines(scene) }, scene.context)
}

/** A cart that two tablets have on their screens: this one sends it, the other will a moment later. */
const sendSharedCart: Operation = (scene) => {
  const order = pickOrder(scene)
  if (!order) return null
  const lines = makeLines(scene)
  scene.carts.set(order.id, lines)
  return sendRound(order, { lines }, scene.context)
}

/** The other tablet: the same lines, sometimes more of one, or with another note. */
const sendSameCart: Operation = (scene) => {
  const { random } = scene
  const shared = scene.orders.filter((order) => scene.carts.has(order.id))
  const order = pickOrder(scene, shared)
  const cart = order && scene.carts.get(order.id)
  if (!order || !cart) return null
  // A set meal and its dishes are one thing on a slip: there are more of all of them.
  const more = new Set(cart.filter((line) => line.unit === 'piece' && random.chance(0.4)).map(({ id }) => id))
  const lines = cart.map((line) => {
    if (more.has(line.parent ?? line.id)) return { ...line, quantity: line.quantity + 1_000 }
    return random.chance(0.2) ? { ...line, note: 'quickly' } : line
  })
  return sendRound(order, { lines }, scene.context)
}

const amend: Operation = (scene) => {
  const found = pickLine(scene, isLive)
  if (!found) return null
  const { random, context } = scene
  const change = random.chance(0.5) ? { note: random.pick(['', 'extra hot', '不要葱']) } : { seat: random.int(1, 6) }
  return amendLine(found.order, { line: found.line.id, ...change }, context)
}

const voidSome: Operation = (scene) => {
  const units = pickUnits(scene, (unit) => !unit.voided || scene.random.chance(0.1))
  if (!units) return null
  const approver = scene.random.chance(0.5) ? { approver: scene.manager.id } : {}
  return voidUnits(scene.orders, { units, reason: 'sent by mistake', ...approver }, scene.context)
}

const fire: Operation = (scene) => {
  const found = pickLine(scene, (line) => !line.fired && isLive(line))
  return found && fireLines(scene.orders, { lines: [found.line.id] }, scene.context)
}

const hold: Operation = (scene) => {
  const found = pickLine(scene, (line) => line.fired && isLive(line))
  return found && holdLines(scene.orders, { lines: [found.line.id] }, scene.context)
}

const rush: Operation = (scene) => {
  const found = pickLine(scene, isLive)
  return found && rushLines(scene.orders, { lines: [found.line.id] }, scene.context)
}

const move: Operation = (scene) => {
  const units = pickUnits(scene, (unit) => !unit.voided)
  const to = pickOrder(scene)
  if (!units || !to) return null
  return moveLines(scene.orders, { units, to: { order: to.id, share: WHOLE_SHARE } }, scene.context)
}

const changeTable: Operation = (scene) => {
  const order = pickOrder(scene)
  return order && moveTable(order, scene.random.pick(scene.site.tables).id, scene.context)
}

const guests: Operation = (scene) => {
  const order = pickOrder(scene)
  return order && setGuests(order, scene.random.int(0, 9), scene.context)
}

const note: Operation = (scene) => {
  const order = pickOrder(scene)
  return order && setNote(order, scene.random.pick(['birthday', '过敏：花生', '']), scene.context)
}

const merge: Operation = (scene) => {
  const [from, to] = scene.random.some(openOrders(scene), 2)
  if (!from || !to) return null
  return mergeTables(scene.orders, { from: from.id, to: to.id }, scene.context)
}

const unmerge: Operation = (scene) => {
  const standing = scene.orders.flatMap((order) => order.merges).filter((one) => !one.undone)
  if (standing.length === 0) return null
  return unmergeTables(scene.orders, scene.random.pick(standing).merge, scene.context)
}

const weigh: Operation = (scene) => {
  const found = pickLine(scene, (line) => line.content.unit !== 'piece' && isLive(line))
  return found && setWeight(found.order, { line: found.line.id, quantity: scene.random.int(200, 3_000) }, scene.context)
}

const priceOfTheDay: Operation = (scene) => {
  const found = pickLine(scene, (line) => line.price.pending === true && isLive(line))
  if (!found) return null
  const { pending: _pending, ...price } = found.line.price
  const base = scene.random.int(5_000, 30_000)
  return setPrice(found.order, { line: found.line.id, price: { ...price, base }, reason: 'of the day' }, scene.context)
}

export const WAITER_OPERATIONS = {
  open,
  send,
  sendSharedCart,
  sendSameCart,
  amend,
  voidSome,
  fire,
  hold,
  rush,
  move,
  changeTable,
  guests,
  note,
  merge,
  unmerge,
  weigh,
  priceOfTheDay,
} as const satisfies Readonly<Record<string, Operation>>

export type WaiterOperation = keyof typeof WAITER_OPERATIONS
export type { Scene }

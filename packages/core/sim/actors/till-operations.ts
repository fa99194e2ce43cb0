import {
  billOf,
  closeOrder,
  compUnits,
  orderClosed,
  reopenOrder,
  ruleFact,
  setPrice,
  splitByItem,
  withdrawComp,
  type Bill,
  type OrderState,
  type PaymentRecord,
} from '../../src/orders/index.ts'
import {
  addCharge,
  giveDiscount,
  printPreBill,
  refundable,
  refundPayment,
  roundBill,
  setPaymentState,
  splitEqually,
  takePayment,
  withdrawCharge,
  withdrawDiscount,
} from '../../src/payments/index.ts'
import { pickLine, pickOrder, pickUnits, type Operation, type Scene } from './scene.ts'

interface SeenBill {
  readonly order: OrderState
  readonly bill: Bill
}

/** A share of some order's bill that fits. */
function pickShare(scene: Scene, wanted: (bill: Bill) => boolean, orders?: readonly OrderState[]): SeenBill | null {
  const order = pickOrder(scene, orders)
  const shares = order ? billOf(order.id, scene.orders).shares.filter(wanted) : []
  return order && shares.length > 0 ? { order, bill: scene.random.pick(shares) } : null
}

const placeOf = ({ order, bill }: SeenBill) => ({ order: order.id, share: bill.share ?? 'A' })

const preBill: Operation = (scene) => {
  const seen = pickShare(scene, (bill) => bill.lines.length > 0)
  return seen && printPreBill(scene.orders, placeOf(seen), scene.context)
}

const pay: Operation = (scene) => {
  const seen = pickShare(
    scene,
    (bill) => bill.open > 0,
    scene.orders.filter((order) => order.complete),
  )
  if (!seen) return null
  const { random, orders, context } = scene
  const at = placeOf(seen)
  const tip = random.chance(0.2) ? { tip: 500 } : {}
  if (random.chance(0.4))
    return takePayment(orders, { at, tender: 'cash', tendered: seen.bill.open + 5_000, ...tip }, context)
  return takePayment(orders, { at, tender: 'card', ...tip }, context)
}

const payPart: Operation = (scene) => {
  const seen = pickShare(scene, (bill) => bill.open > 1)
  if (!seen) return null
  const amount = scene.random.int(1, seen.bill.open - 1)
  return takePayment(scene.orders, { at: placeOf(seen), tender: 'cash', amount }, scene.context)
}

/** A card terminal that has not answered, or whose answer got lost. */
const payUnsure: Operation = (scene) => {
  const seen = pickShare(scene, (bill) => bill.open > 0)
  if (!seen) return null
  const state = scene.random.pick(['started', 'unknown', 'failed'] as const)
  return takePayment(scene.orders, { at: placeOf(seen), tender: 'wechat', state }, scene.context)
}

const settlePayment: Operation = (scene) => {
  const unsure = scene.orders.flatMap((order) =>
    order.payments.filter(({ state }) => state !== 'confirmed').map((payment) => ({ order, payment })),
  )
  if (unsure.length === 0) return null
  const { order, payment } = scene.random.pick(unsure)
  const state = scene.random.pick(['confirmed', 'failed', 'unknown'] as const)
  return setPaymentState(order, { payment: payment.payment, state }, scene.context)
}

const refund: Operation = (scene) => {
  const paid = scene.orders.flatMap((order) => order.payments.map((payment) => ({ order, payment })))
  const fits = paid.filter(({ order, payment }) => isRefundable(order, payment))
  if (fits.length === 0) return null
  const { order, payment } = scene.random.pick(fits)
  const left = refundable(order, payment.payment)
  const amount = scene.random.chance(0.6) ? left : scene.random.int(1, left)
  const units = scene.random.chance(0.3) ? payment.basis.units.slice(0, 1) : []
  return refundPayment(
    scene.orders,
    { order: order.id, payment: payment.payment, amount, units, reason: 'cold', approver: scene.manager.id },
    scene.context,
  )
}

function isRefundable(order: OrderState, payment: PaymentRecord): boolean {
  return payment.state === 'confirmed' && refundable(order, payment.payment) > 0
}

const discount: Operation = (scene) => {
  const seen = pickShare(scene, (bill) => bill.subtotal > 0)
  if (!seen) return null
  const { random } = scene
  const method = random.chance(0.5)
    ? ({ type: 'percent', ratePpm: random.pick([50_000, 100_000, 333_333]) } as const)
    : ({ type: 'amount', amount: random.int(1, 3_000) } as const)
  const line = seen.bill.lines.find((one) => one.units.length > 0)
  const units = line && random.chance(0.3) ? { units: [{ line: line.line.id, units: [...line.units] }] } : {}
  return giveDiscount(scene.orders, { at: placeOf(seen), method, reason: 'regular', ...units }, scene.context)
}

const undoDiscount: Operation = (scene) => {
  const order = pickOrder(
    scene,
    scene.orders.filter((one) => one.discounts.some((given) => !given.withdrawn)),
  )
  const given = order?.discounts.find((one) => !one.withdrawn)
  return order && given ? withdrawDiscount(order, given.discount, { reason: 'mistake' }, scene.context) : null
}

const charge: Operation = (scene) => {
  const order = pickOrder(scene)
  if (!order) return null
  const method = scene.random.pick([
    { type: 'percent', ratePpm: 100_000 },
    { type: 'amount', amount: 500 },
    { type: 'perGuest', amount: 200 },
  ] as const)
  const tax = { ratePpm: 60_000, inclusive: scene.random.chance(0.5) }
  return addCharge(order, { share: 'A', names: { zh: '茶位', en: 'Tea' }, method, tax }, scene.context)
}

const undoCharge: Operation = (scene) => {
  const order = pickOrder(
    scene,
    scene.orders.filter((one) => one.charges.some((added) => !added.withdrawn)),
  )
  const added = order?.charges.find((one) => !one.withdrawn)
  return order && added ? withdrawCharge(order, added.charge, { reason: 'mistake' }, scene.context) : null
}

const round: Operation = (scene) => {
  const seen = pickShare(scene, (bill) => bill.due > 100)
  if (!seen) return null
  const amount = -(seen.bill.due % 100)
  return roundBill(scene.orders, { at: placeOf(seen), amount }, scene.context)
}

const splitItems: Operation = (scene) => {
  const order = pickOrder(scene)
  const units = order && pickUnits(scene, (unit) => !unit.voided && unit.place.order === order.id, scene.orders)
  return order && units ? splitByItem(scene.orders, { order: order.id, units }, scene.context) : null
}

const splitEvenly: Operation = (scene) => {
  const seen = pickShare(scene, (bill) => bill.due > 0)
  return seen && splitEqually(scene.orders, { at: placeOf(seen), ways: scene.random.int(2, 5) }, scene.context)
}

const comp: Operation = (scene) => {
  const units = pickUnits(scene, (unit) => !unit.voided && !unit.comped)
  return units && compUnits(scene.orders, { units, reason: 'on the house' }, scene.context)
}

const undoComp: Operation = (scene) => {
  const found = pickLine(scene, (line) => line.units.some((unit) => unit.comped))
  const fact = found?.line.units.find((unit) => unit.comped)?.comped?.facts[0]
  return found && fact ? withdrawComp(found.order, fact, scene.context) : null
}

const close: Operation = (scene) => {
  const ready = scene.orders.filter((order) => order.complete && !orderClosed(order))
  const settled = ready.filter((order) => billOf(order.id, scene.orders).open === 0)
  const order = pickOrder(scene, settled)
  return order && closeOrder(scene.orders, order.id, scene.context)
}

const reopen: Operation = (scene) => {
  const order = pickOrder(scene, scene.orders.filter(orderClosed))
  return order && reopenOrder(order, { reason: 'one more beer' }, scene.context)
}

const override: Operation = (scene) => {
  const found = pickLine(scene, (line) => line.units.some((unit) => !unit.voided))
  if (!found) return null
  const price = { ...found.line.price, base: scene.random.int(0, 5_000), reason: 'regular guest' }
  const { pending: _pending, ...agreed } = price
  return setPrice(found.order, { line: found.line.id, price: agreed, reason: 'regular guest' }, scene.context)
}

/** A manager decides on what the server refused or held. */
const rule: Operation = (scene) => {
  const aside = scene.orders.flatMap((order) => order.setAside.map(({ fact }) => ({ order, fact })))
  if (aside.length === 0) return null
  const { order, fact } = scene.random.pick(aside)
  const decision = scene.random.pick(['accepted', 'refused'] as const)
  return ruleFact(order, { of: fact.id, decision, reason: 'seen by me' }, scene.context)
}

export const TILL_OPERATIONS = {
  preBill,
  pay,
  payPart,
  payUnsure,
  settlePayment,
  refund,
  discount,
  undoDiscount,
  charge,
  undoCharge,
  round,
  splitItems,
  splitEvenly,
  comp,
  undoComp,
  close,
  reopen,
  override,
  rule,
} as const satisfies Readonly<Record<string, Operation>>

export type TillOperation = keyof typeof TILL_OPERATIONS

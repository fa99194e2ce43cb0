import { jsonEquals, type OrderId } from '../../src/kernel/index.ts'
import { billOf, billsTouchedBy, type Bill, type OrderState } from '../../src/orders/index.ts'
import { check } from '../world/check-failed.ts'
import type { Replica } from '../world/replica.ts'
import { referenceMoney, referenceUnits, unitKey } from './reference-orders.ts'

/** S6: every bill adds up to the minor unit, whole and share by share. */
function billAddsUp(where: string, bill: Bill): void {
  const { subtotal, discount, charge, taxAdded, rounding, due, paid, refunded, open, tendered, change, tips } = bill
  const at = `${where}, bill ${bill.order} ${bill.share ?? ''}`
  const sum = subtotal - discount + charge + taxAdded + rounding
  check('S6', Number.isSafeInteger(due) && sum === due, () => `${at}: ${sum} is not the ${due} due`)
  check(
    'S6',
    due === paid - refunded + open,
    () => `${at}: ${due} due, ${paid} paid, ${refunded} refunded, ${open} open`,
  )
  check(
    'S6',
    tendered - change - tips === paid,
    () => `${at}: tendered ${tendered}, change ${change}, tips ${tips}, paid ${paid}`,
  )
  check('S6', discount >= 0 && discount <= Math.max(0, subtotal), () => `${at}: discount ${discount} of ${subtotal}`)
  const lines = bill.lines.reduce((total, line) => total + line.amount, 0)
  check('S6', lines === subtotal, () => `${at}: lines come to ${lines}, subtotal ${subtotal}`)
  for (const share of bill.shares) billAddsUp(where, share)
}

/** S1, S2, S6 over all of one replica: each unit on exactly one bill, the one that the plain reference says; money as the facts say. */
export function billsHold(replica: Replica): void {
  const { states, documents, viewer, name } = replica
  const reference = referenceUnits(documents.values(), viewer)
  const seen = new Map<string, OrderId>()
  const index = billIndex(states)
  for (const order of new Set([...documents.keys(), ...[...reference.values()].map(({ place }) => place.order)])) {
    const bill = billOf(order, index.get(order) ?? [])
    billAddsUp(name, bill)
    for (const share of bill.shares) unitsStandHere(replica, share, reference, seen)
  }
  for (const [key, unit] of reference) {
    check('S1', seen.has(key), () => `${name}: unit ${key}, sent in ${unit.home}, is on no bill`)
  }
  check('S2', seen.size === reference.size, () => `${name}: ${seen.size} units on bills, ${reference.size} were sent`)
  moneyHolds(replica, index)
}

/** The orders that have a say on each bill. */
function billIndex(states: readonly OrderState[]): ReadonlyMap<OrderId, readonly OrderState[]> {
  const index = new Map<OrderId, OrderState[]>()
  for (const state of states) {
    for (const bill of billsTouchedBy(state)) index.set(bill, [...(index.get(bill) ?? []), state])
  }
  return index
}

function unitsStandHere(
  { name }: Replica,
  share: Bill,
  reference: ReturnType<typeof referenceUnits>,
  seen: Map<string, OrderId>,
): void {
  for (const line of share.lines) {
    for (const [voided, units] of [[false, line.units] as const, [true, line.voidedUnits] as const]) {
      for (const number of units) {
        const key = unitKey(line.line.id, number)
        const unit = reference.get(key)
        const other = seen.get(key)
        check('S2', other === undefined, () => `${name}: unit ${key} is on the bills ${other} and ${share.order}`)
        seen.set(key, share.order)
        const place = `${unit?.place.order} ${unit?.place.share}`
        check(
          'S2',
          place === `${share.order} ${share.share}`,
          () => `${name}: unit ${key} on ${share.order} ${share.share}, stands on ${place}`,
        )
        check(
          'S2',
          unit?.voided === voided,
          () => `${name}: unit ${key} ${voided ? 'is' : 'is not'} voided on its bill`,
        )
      }
    }
  }
}

function moneyHolds({ documents, viewer, name }: Replica, index: ReadonlyMap<OrderId, readonly OrderState[]>): void {
  for (const document of documents.values()) {
    const bill = billOf(document.id, index.get(document.id) ?? [])
    const { paid, refunded, tips } = referenceMoney(document, viewer)
    check(
      'S6',
      bill.paid === paid && bill.tips === tips,
      () => `${name}, order ${document.id}: paid ${bill.paid}, by the facts ${paid}`,
    )
    check(
      'S6',
      bill.refunded === refunded,
      () => `${name}, order ${document.id}: refunded ${bill.refunded}, by the facts ${refunded}`,
    )
  }
}

/** S6: what a pre-bill, a payment or a close said is what it says on every replica, for ever. */
export function printedSumsStand(state: OrderState): void {
  for (const { fact, basis } of [...state.preBills, ...state.payments, ...state.closes]) {
    const said = state.document.facts[fact]?.body['basis']
    check('S6', jsonEquals(said, basis), () => `order ${state.id}: ${fact} shows another sum than was printed`)
  }
}

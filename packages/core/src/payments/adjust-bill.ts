import { err, type ChargeId, type DiscountId, type Money, type Names, type PersonId } from '../kernel/index.ts'
import type { LineTax } from '../pricing/index.ts'
import {
  basisOf,
  billOf,
  say,
  type Bill,
  type CommandContext,
  type Drafts,
  type FactBody,
  type OrderState,
  type Place,
  type UnitRef,
} from '../orders/index.ts'

interface Approved {
  readonly reason: string
  readonly approver?: PersonId
}

export interface DiscountRequest extends Approved {
  readonly at: Place
  readonly method: FactBody<'discountGiven'>['method']
  /** Only these units; everything on the share when left out. */
  readonly units?: readonly UnitRef[]
}

/** M4, M5: gives a discount on the units that stand on a share now, or on some of them. Fails with `order.unknown`, `bill.empty`. */
export function giveDiscount(
  orders: Iterable<OrderState>,
  { at, method, units, reason, approver }: DiscountRequest,
  context: CommandContext,
): Drafts<'order.unknown' | 'bill.empty'> {
  return onBill(orders, at, (bill, host) => {
    const basis = basisOf(bill, host, units)
    if (basis.units.length === 0) return err('bill.empty')
    const discount = context.ids.next('discount')
    return say(context, at.order, 'discountGiven', { discount, share: at.share, method, basis, reason, approver })
  })
}

/** F6: takes a discount back by naming it. Fails with `discount.unknown`. */
export function withdrawDiscount(
  state: OrderState,
  discount: DiscountId,
  { reason, approver }: Approved,
  context: CommandContext,
): Drafts<'discount.unknown'> {
  const given = state.discounts.find((one) => one.discount === discount && !one.withdrawn)
  if (!given) return err('discount.unknown')
  return say(context, state.id, 'discountWithdrawn', { discount, of: given.fact, reason, approver })
}

export interface ChargeRequest {
  readonly share: string
  readonly names: Names
  readonly method: FactBody<'chargeAdded'>['method']
  readonly tax: LineTax
  readonly reason?: string
}

/** M8: adds a charge: service, tea, delivery. */
export function addCharge(state: OrderState, request: ChargeRequest, context: CommandContext): Drafts {
  return say(context, state.id, 'chargeAdded', { charge: context.ids.next('charge'), ...request })
}

/** F6: takes a charge back by naming it. Fails with `charge.unknown`. */
export function withdrawCharge(
  state: OrderState,
  charge: ChargeId,
  { reason, approver }: Approved,
  context: CommandContext,
): Drafts<'charge.unknown'> {
  const added = state.charges.find((one) => one.charge === charge && !one.withdrawn)
  if (!added) return err('charge.unknown')
  return say(context, state.id, 'chargeWithdrawn', { charge, of: added.fact, reason, approver })
}

/** M10: rounds what is due by an amount that the branch's rule gave; 0 takes an earlier rounding back. Fails with `order.unknown`. */
export function roundBill(
  orders: Iterable<OrderState>,
  { at, amount }: { readonly at: Place; readonly amount: Money },
  context: CommandContext,
): Drafts<'order.unknown'> {
  return onBill(orders, at, (bill, host) =>
    say(context, at.order, 'rounded', { share: at.share, amount, basis: basisOf(bill, host) }),
  )
}

/** M3: prints what is due. The printed sum never changes; what comes later shows beside it. Fails with `order.unknown`, `bill.empty`. */
export function printPreBill(
  orders: Iterable<OrderState>,
  at: Place,
  context: CommandContext,
): Drafts<'order.unknown' | 'bill.empty'> {
  return onBill(orders, at, (bill, host) =>
    bill.lines.length === 0
      ? err('bill.empty')
      : say(context, at.order, 'preBillPrinted', { share: at.share, basis: basisOf(bill, host) }),
  )
}

/** M13: splits what is due into equal parts, to the minor unit. `ways` from 2 to 50. Fails with `order.unknown`, `bill.empty`. */
export function splitEqually(
  orders: Iterable<OrderState>,
  { at, ways }: { readonly at: Place; readonly ways: number },
  context: CommandContext,
): Drafts<'order.unknown' | 'bill.empty'> {
  return onBill(orders, at, (bill, host) =>
    bill.due <= 0
      ? err('bill.empty')
      : say(context, at.order, 'splitEqually', { share: at.share, ways, basis: basisOf(bill, host) }),
  )
}

function onBill<C extends 'order.unknown' | 'bill.empty'>(
  orders: Iterable<OrderState>,
  at: Place,
  act: (bill: Bill, host: OrderState) => Drafts<C>,
): Drafts<C | 'order.unknown'> {
  const all = [...orders]
  const host = all.find((state) => state.id === at.order)
  return host ? act(billOf(at, all), host) : err('order.unknown')
}

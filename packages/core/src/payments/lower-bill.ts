import { err, ok, type Money } from '../kernel/index.ts'
import {
  basisOf,
  billOf,
  say,
  unitsGoingWith,
  type CommandContext,
  type Drafts,
  type OrderState,
  type Place,
  type UnitRef,
} from '../orders/index.ts'
import type { DiscountRequest } from './adjust-bill.ts'

/** By how much a bill falls when units of it are voided, with their part of discounts, charges and taxes. 0 where they are unknown. */
export function worthOfUnits(orders: Iterable<OrderState>, at: Place, units: readonly UnitRef[]): Money {
  const all = [...orders]
  const going = unitsGoingWith(all, units)
  if (!going.ok || going.value.length === 0) return 0
  const gone = new Set(going.value.map(({ state }) => state))
  const without = all.map((state) => ({
    ...state,
    lines: new Map(
      [...state.lines].map(([id, line]) => {
        const voided = { ...line.sent, reason: '', approver: null, facts: [] }
        return [id, { ...line, units: line.units.map((unit) => (gone.has(unit) ? { ...unit, voided } : unit)) }]
      }),
    ),
  }))
  return billOf(at, all).due - billOf(at, without).due
}

interface LowerRequest extends Pick<DiscountRequest, 'at' | 'reason' | 'approver'> {
  /** Minor units, at least 1, by which the bill falls, taxes and charges on it included. */
  readonly by: Money
}

/**
 * M4, M10: lowers a bill by exactly a sum: by a discount as large as it takes, and by rounding where taxes leave a minor unit over. Fails with
 * `order.unknown`, `bill.empty` where the bill does not come to as much.
 */
export function lowerBill(
  orders: Iterable<OrderState>,
  { at, by, reason, approver }: LowerRequest,
  context: CommandContext,
): Drafts<'order.unknown' | 'bill.empty'> {
  const all = [...orders]
  const host = all.find(({ id }) => id === at.order)
  if (!host) return err('order.unknown')
  const bill = billOf(at, all)
  const basis = basisOf(bill, host)
  if (bill.due < by || basis.units.length === 0) return err('bill.empty')
  const discount = context.ids.next('discount')
  const given = (amount: Money) => ({
    discount,
    share: at.share,
    method: { type: 'amount' as const, amount },
    basis,
    reason,
    approver,
  })
  const stamp = {
    fact: context.ids.next('fact'),
    at: context.now(),
    by: context.person,
    terminal: host.opening?.terminal ?? context.ids.next('terminal'),
  }
  const dueWith = (amount: Money): Money => {
    const stood = { ...stamp, ...given(amount), approver: approver ?? null, withdrawn: false }
    const after = { ...host, discounts: [...host.discounts, stood] }
    return billOf(at, [after, ...all.filter((state) => state !== host)]).due
  }
  const amount = greatest(by, (some) => bill.due - dueWith(some) <= by)
  const left = by - (bill.due - dueWith(amount))
  const said = say(context, at.order, 'discountGiven', given(amount))
  if (!said.ok || left === 0) return said
  const rounded = say(context, at.order, 'rounded', { share: at.share, amount: bill.rounding - left, basis })
  return rounded.ok ? ok([...said.value, ...rounded.value]) : rounded
}

/** Of 0 to `most`, the greatest that still fits; what fits does not stop fitting below. */
function greatest(most: Money, fits: (amount: Money) => boolean): Money {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}

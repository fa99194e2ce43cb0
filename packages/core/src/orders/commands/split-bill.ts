import { err, jsonEquals, ok, type OrderId } from '../../kernel/index.ts'
import { billOf } from '../bill/bill-of.ts'
import { unitRefsOf } from '../bill/unit-sets.ts'
import type { LineState, OrderState, UnitState } from '../order-state.ts'
import { WHOLE_SHARE, type UnitRef } from '../places.ts'
import { sayEach, type CommandContext, type Drafts } from './command.ts'
import { moveLines, type MoveCode } from './move-lines.ts'

/** H7: splits named units off to the next free share of the bill they stand on. Two splits made apart meet on one share. */
export function splitByItem(
  orders: Iterable<OrderState>,
  { order, units }: { readonly order: OrderId; readonly units: readonly UnitRef[] },
  context: CommandContext,
): Drafts<MoveCode> {
  const all = [...orders]
  return splitOff(all, order, new Map([[nextShare(order, all), units]]), context)
}

/**
 * H7: gives each seat a share of its own; what belongs to no seat stays, and so does the first seat where nothing else would. A seat that
 * has a share already keeps it. Fails with `bill.paidInPart` once something was paid on the bill, and with `nothing.toDo`.
 */
export function splitBySeat(
  orders: Iterable<OrderState>,
  { order }: { readonly order: OrderId },
  context: CommandContext,
): Drafts<MoveCode | 'bill.paidInPart'> {
  const all = [...orders]
  const whole = billOf({ order, share: WHOLE_SHARE }, all)
  if (whole.paid !== whole.refunded || whole.pending > 0) return err('bill.paidInPart')
  const standing = unitsOn(order, all)
  const here = standing.filter(({ unit }) => unit.place.share === WHOLE_SHARE)
  const bySeat = Map.groupBy(here, ({ line }) => line.seat)
  const shareOf = (seat: number) =>
    standing.find(({ line, unit }) => line.seat === seat && unit.place.share !== WHOLE_SHARE)?.unit.place.share
  const seats = [...bySeat.keys()].filter((seat) => seat !== null).sort((a, b) => a - b)
  const stays = bySeat.has(null) ? undefined : seats.find((seat) => shareOf(seat) === undefined)
  const free = freeShares(order, all)
  const targets = new Map<string, readonly UnitRef[]>()
  for (const seat of seats.filter((each) => each !== stays)) {
    const units = (bySeat.get(seat) ?? []).map(({ line, unit }) => ({ line: line.id, unit: unit.unit }))
    targets.set(shareOf(seat) ?? free.next().value, unitRefsOf(units))
  }
  return targets.size === 0 ? err('nothing.toDo') : splitOff(all, order, targets, context)
}

interface StandingUnit {
  readonly line: LineState
  readonly unit: UnitState
}

/** What stands on any share of a bill and is not voided, in the order of sending. */
function unitsOn(order: OrderId, orders: readonly OrderState[]): readonly StandingUnit[] {
  return orders.flatMap((state) =>
    [...state.lines.values()].flatMap((line) =>
      line.units.filter((unit) => unit.place.order === order && !unit.voided).map((unit) => ({ line, unit })),
    ),
  )
}

function splitOff(
  orders: readonly OrderState[],
  order: OrderId,
  targets: ReadonlyMap<string, readonly UnitRef[]>,
  context: CommandContext,
): Drafts<MoveCode> {
  const moves = [...targets].map(([share, units]) =>
    moveLines(orders, { units, to: { order, share }, why: 'split' }, context),
  )
  const charges = chargesOnto(orders, order, [...targets.keys()], context)
  const failed = [...moves, charges].find((said) => !said.ok)
  return failed ?? ok([...moves, charges].flatMap((said) => (said.ok ? said.value : [])))
}

/** M8: a percentage belongs to its share, so each new share is asked for its own part of it. */
function chargesOnto(
  orders: readonly OrderState[],
  order: OrderId,
  shares: readonly string[],
  context: CommandContext,
): Drafts {
  const standing = orders.find(({ id }) => id === order)?.charges.filter((charge) => !charge.withdrawn) ?? []
  const rates = standing.filter(({ share, method }) => share === WHOLE_SHARE && method.type === 'percent')
  const bodies = shares.flatMap((share) =>
    rates
      .filter(({ names }) => !standing.some((other) => other.share === share && jsonEquals(other.names, names)))
      .map(({ names, method, tax }) => ({ charge: context.ids.next('charge'), share, names, method, tax })),
  )
  return bodies.length === 0
    ? ok([])
    : sayEach(
        context,
        'chargeAdded',
        bodies.map((body) => [order, body] as const),
      )
}

/** The share names that nothing on the bill uses: B … Z, then A1, A2 … */
function* freeShares(order: OrderId, orders: readonly OrderState[]): Generator<string, never> {
  const used = new Set<string>([WHOLE_SHARE])
  for (const state of orders) {
    for (const line of state.lines.values()) {
      for (const { place } of line.units) if (place.order === order) used.add(place.share)
    }
    if (state.id === order) for (const { share } of [...state.payments, ...state.charges]) used.add(share)
  }
  for (const letter of 'BCDEFGHIJKLMNOPQRSTUVWXYZ') if (!used.has(letter)) yield letter
  for (let number = 1; ; number += 1) if (!used.has(`${WHOLE_SHARE}${number}`)) yield `${WHOLE_SHARE}${number}`
}

/** The first share name that nothing on the bill uses. */
export function nextShare(order: OrderId, orders: readonly OrderState[]): string {
  return freeShares(order, orders).next().value
}

import type { LineId, OrderId } from '@orderez/core/kernel'
import {
  hasUnit,
  moveLines,
  unitSetOf,
  type Bill,
  type CommandContext,
  type LineState,
  type OrderState,
  type Place,
  type UnitRef,
} from '@orderez/core/orders'

export interface MovableLine {
  readonly line: LineState
  /** What stands on the bill and no payment covers. */
  readonly units: readonly number[]
}

/** How many units of a line are to go; a line that is not named stays. */
export type UnitChoice = ReadonlyMap<LineId, number>

/** What can leave a bill: units not voided that no payment had in view. Paid ones would leave credit behind. */
export function movableLines(bill: Bill, orders: readonly OrderState[]): readonly MovableLine[] {
  const paid = unitSetOf(paymentsThatStand(bill.order, orders).flatMap(({ basis }) => basis.units))
  return (
    bill.lines
      .map(({ line, units }) => ({ line, units: units.filter((unit) => !hasUnit(paid, line.id, unit)) }))
      // The dishes of a set meal go where the set goes.
      .filter(({ line, units }) => units.length > 0 && line.content.parent === undefined)
  )
}

function paymentsThatStand(order: OrderId, orders: readonly OrderState[]): OrderState['payments'] {
  const state = orders.find(({ id }) => id === order)
  if (!state) return []
  return state.payments.filter(({ payment, state: stage, amount }) => {
    const given = state.refunds.filter((refund) => refund.payment === payment)
    return stage !== 'failed' && given.reduce((sum, refund) => sum + refund.amount, 0) < amount
  })
}

/** One tap takes a whole line, the next leaves it. */
export function toggled(choice: UnitChoice, { line, units }: MovableLine): UnitChoice {
  return counted(choice, line.id, choice.has(line.id) ? 0 : units.length)
}

/** So many units of a line; none of them leaves it where it is. */
export function counted(choice: UnitChoice, line: LineId, count: number): UnitChoice {
  const next = new Map(choice)
  if (count > 0) next.set(line, count)
  else next.delete(line)
  return next
}

/** The chosen units by name: the last of each line, as the rest was ordered first. What has gone meanwhile is left out. */
export function chosenUnits(choice: UnitChoice, lines: readonly MovableLine[]): readonly UnitRef[] {
  return lines.flatMap(({ line, units }) => {
    const count = choice.get(line.id) ?? 0
    return count > 0 ? [{ line: line.id, units: units.slice(-count) }] : []
  })
}

export interface StoodAt {
  readonly to: Place
  readonly units: readonly UnitRef[]
}

/** Where named units stand now, so that they can be brought back there. */
export function placesOf(refs: readonly UnitRef[], orders: readonly OrderState[]): readonly StoodAt[] {
  const places = new Map<string, { to: Place; units: UnitRef[] }>()
  for (const { line, units } of refs) {
    const found = orders.find((state) => state.lines.has(line))?.lines.get(line)
    for (const unit of units) {
      const to = found?.units[unit - 1]?.place
      if (!to) continue
      const key = `${to.order} ${to.share}`
      const place = places.get(key) ?? { to, units: [] }
      place.units.push({ line, units: [unit] })
      places.set(key, place)
    }
  }
  return [...places.values()]
}

/** Brings units back where they stood, in one step; fails as the first move that cannot be. */
export function moveBack(
  orders: readonly OrderState[],
  places: readonly StoodAt[],
  context: CommandContext,
): ReturnType<typeof moveLines> {
  const moves = places.map(({ to, units }) => moveLines(orders, { units, to }, context))
  const failed = moves.find((move) => !move.ok)
  return failed ?? { ok: true, value: moves.flatMap((move) => (move.ok ? move.value : [])) }
}

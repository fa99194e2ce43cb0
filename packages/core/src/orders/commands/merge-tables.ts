import { err, type MergeId, type OrderId } from '../../kernel/index.ts'
import { billOf } from '../bill/bill-of.ts'
import { unitRefsOf } from '../bill/unit-sets.ts'
import type { FactBody } from '../fact-bodies.ts'
import { orderClosed, orderMerged } from '../order-phase.ts'
import type { MergeState, OrderState } from '../order-state.ts'
import { sayEach, type CommandContext, type Drafts } from './command.ts'

export interface MergeRequest {
  readonly from: OrderId
  readonly to: OrderId
}

type MergeCode = 'order.unknown' | 'order.same' | 'order.closed' | 'order.merged' | 'bill.paidInPart'

/**
 * H3: brings what stands on one bill to another: one fact, with one merge id, in the home of every line that moves, in `from` itself, and in
 * orders whose charges stand there. A bill on which money was taken is not merged (`bill.paidInPart`): it is settled or refunded first.
 */
export function mergeTables(
  orders: Iterable<OrderState>,
  { from, to }: MergeRequest,
  context: CommandContext,
): Drafts<MergeCode> {
  const all = [...orders]
  const source = all.find((state) => state.id === from)
  const target = all.find((state) => state.id === to)
  if (!source || !target) return err('order.unknown')
  if (from === to) return err('order.same')
  if (orderClosed(source) || orderClosed(target)) return err('order.closed')
  if (orderMerged(source) || orderMerged(target)) return err('order.merged')
  if (hasMoney(from, all)) return err('bill.paidInPart')
  const merge = context.ids.next('merge')
  const bodies: [OrderId, FactBody<'tablesMerged'>][] = []
  for (const state of all) {
    const units = unitsStandingAt(state, from)
    const concerned = units.length > 0 || state.id === from || state.chargesAt === from
    if (concerned) bodies.push([state.id, { merge, from, to, units }])
  }
  return sayEach(context, 'tablesMerged', bodies)
}

/** H4: undoes a merge by name, and others that brought the same bill to the same bill. Fails with `merge.unknown`, `bill.paidInPart`. */
export function unmergeTables(
  orders: Iterable<OrderState>,
  merge: MergeId,
  context: CommandContext,
): Drafts<'merge.unknown' | 'bill.paidInPart'> {
  const all = [...orders]
  const named = all.flatMap((state) => state.merges).find((one) => one.merge === merge && !one.undone)
  if (!named) return err('merge.unknown')
  if (hasMoney(named.to, all)) return err('bill.paidInPart')
  const twins = (one: MergeState) => !one.undone && one.from === named.from && one.to === named.to
  const bodies = all.flatMap((state) =>
    state.merges.filter(twins).map((one) => [state.id, { merge: one.merge, of: one.fact }] as const),
  )
  return sayEach(context, 'tablesUnmerged', bodies)
}

function hasMoney(order: OrderId, orders: readonly OrderState[]): boolean {
  const bill = billOf(order, orders)
  return bill.paid !== bill.refunded || bill.pending > 0
}

function unitsStandingAt(state: OrderState, order: OrderId): FactBody<'tablesMerged'>['units'] {
  const standing = [...state.lines.values()].flatMap((line) =>
    line.units.filter((unit) => unit.place.order === order).map(({ unit }) => ({ line: line.id, unit })),
  )
  return unitRefsOf(standing)
}

import { moveLines, splitBySeat, WHOLE_SHARE, type Bill, type CommandCode, type UnitRef } from '@orderez/core/orders'
import { takeable, type NextPart } from '@orderez/core/payments'
import { useCan } from '../../state/index.ts'
import type { OrderView } from '../order/index.ts'
import { movableLines, useProblemOf } from '../table-moves/index.ts'
import { payableShares } from './payable-shares.ts'

export type SplitWay = 'none' | 'equally' | 'items' | 'seats'

type SplitProblem = `command.${CommandCode}` | 'pay.noSeats'

/** Why a bill cannot be divided in each way now; null where it can. */
export function useSplitProblems(
  view: OrderView,
  share: Bill,
  part: NextPart | null,
): { readonly [W in SplitWay]: SplitProblem | null } {
  const can = useCan()
  const problemOf = useProblemOf()
  const { state, around, bill } = view
  const isSplit = payableShares(bill).length > 1
  const joined = problemOf((context) => moveLines(around, { units: unpaidUnits(view), to: wholeOf(view) }, context))
  const seats = problemOf((context) => splitBySeat(around, { order: state.id }, context))
  return {
    none: part || !isSplit || joined === null ? null : 'command.bill.paidInPart',
    equally: !can('fact.splitEqually')
      ? 'command.right.missing'
      : takeable(share) === 0
        ? 'command.payment.nothingDue'
        : null,
    items: !can('fact.linesMoved')
      ? 'command.right.missing'
      : bill.lines.length === 0
        ? 'command.bill.empty'
        : movableLines(bill, around).length === 0
          ? 'command.bill.paidInPart'
          : null,
    seats: seats === 'nothing.toDo' ? 'pay.noSeats' : seats && `command.${seats}`,
  }
}

export function wholeOf({ state }: OrderView) {
  return { order: state.id, share: WHOLE_SHARE }
}

/** What can still change its share. */
export function unpaidUnits({ bill, around }: OrderView): readonly UnitRef[] {
  return movableLines(bill, around).map(({ line, units }) => ({ line: line.id, units: [...units] }))
}

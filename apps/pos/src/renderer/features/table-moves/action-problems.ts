import { actionOfFact, type Action } from '@orderez/core/staff'
import {
  orderClosed,
  orderMerged,
  type Bill,
  type CommandCode,
  type FactKind,
  type OrderState,
} from '@orderez/core/orders'
import { movableLines } from './movable-units.ts'
import { targetOrders } from './move-targets.ts'
import { standingMerges } from './standing-merges.ts'

export const MOVE_ACTIONS = ['table', 'merge', 'unmerge', 'dishes', 'join', 'another'] as const
export type MoveAction = (typeof MOVE_ACTIONS)[number]

/** The key of the sentence that says why an action cannot be done now. */
export type MoveProblem =
  | `command.${CommandCode}`
  | 'moves.noOrder'
  | 'moves.oneBill'
  | 'moves.noMerge'
  | 'moves.noDish'
  | 'moves.noTable'

interface Situation {
  readonly state: OrderState
  readonly bill: Bill
  /** Every order that is not closed for good, this one included. */
  readonly orders: readonly OrderState[]
  readonly can: (action: Action) => boolean
}

/** Why each action cannot be done; null where it can. */
export function actionProblems(situation: Situation): { readonly [A in MoveAction]: MoveProblem | null } {
  const { state, bill, orders } = situation
  const targets = targetOrders(state.id, orders)
  const open = (kind: FactKind) => rightProblem(situation, kind) ?? openProblem(state)
  return {
    table: open('tableSet'),
    merge: open('tablesMerged') ?? (targets.length === 0 ? 'moves.noOrder' : null),
    unmerge:
      rightProblem(situation, 'tablesUnmerged') ??
      (standingMerges(state.id, orders).length === 0 ? 'moves.noMerge' : null),
    dishes: rightProblem(situation, 'linesMoved') ?? dishesProblem(state, bill, orders),
    join: open('tablesMerged') ?? (ordersOfTable(state, targets).length === 0 ? 'moves.oneBill' : null),
    another: open('opened') ?? (state.table === null ? 'moves.noTable' : null),
  }
}

/** Other bills of the same table. */
export function ordersOfTable(
  { table }: Pick<OrderState, 'table'>,
  targets: readonly OrderState[],
): readonly OrderState[] {
  return table === null ? [] : targets.filter((other) => other.table === table)
}

function rightProblem({ can }: Situation, kind: FactKind): MoveProblem | null {
  return can(actionOfFact(kind)) ? null : 'command.right.missing'
}

function openProblem(state: OrderState): MoveProblem | null {
  if (!state.complete) return 'command.order.loading'
  if (orderClosed(state)) return 'command.order.closed'
  return orderMerged(state) ? 'command.order.merged' : null
}

/** What came late to an order merged away stands there and can still be brought on; a closed order's dishes stay. */
function dishesProblem(state: OrderState, bill: Bill, orders: readonly OrderState[]): MoveProblem | null {
  if (orderClosed(state)) return 'command.order.closed'
  if (movableLines(bill, orders).length > 0) return null
  return bill.lines.some(({ units }) => units.length > 0) ? 'command.bill.paidInPart' : 'moves.noDish'
}

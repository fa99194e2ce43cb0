import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineId, OrderId } from '@orderez/core/kernel'
import { useLive, useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { useCan } from '../../state/index.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useOpenOrder, useOrder } from '../order/index.ts'
import { ACTION_WORDS, ActionList } from './action-list.tsx'
import { actionProblems, ordersOfTable, type MoveAction } from './action-problems.ts'
import { DishesStep } from './dishes-step.tsx'
import { MergeStep } from './merge-step.tsx'
import { targetOrders, type TableTarget } from './move-targets.ts'
import { TableStep } from './table-step.tsx'
import { UnmergeStep } from './unmerge-step.tsx'
import { useMoves } from './use-moves.ts'

interface MovesSheetProps {
  readonly order: OrderId
  /** Where something else has asked for one action already. */
  readonly start?: MoveAction
  /** The dish it was asked for. */
  readonly line?: LineId
  readonly onClose: () => void
}

/** What can be done with an order beside ordering: the action, then with whom. */
export function MovesSheet({ order, start, line, onClose }: MovesSheetProps) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const open = useLive(queries.openOrders)
  const view = useOrder(order)
  const can = useCan()
  const moves = useMoves(order)
  const openOrder = useOpenOrder()
  const [action, setAction] = useState<MoveAction | null>(start ?? null)
  const [taken, setTaken] = useState<TableTarget | null>(null)
  if (!view || !open) return null
  const { state, bill } = view
  const orders = [state, ...open.filter((other) => other.id !== order)]
  const targets = targetOrders(order, orders)

  function act(done: Promise<unknown>): void {
    onClose()
    void done
  }

  function choose(next: MoveAction): void {
    // A bill of their own for some of those who sit there already: the guests stay counted where they are.
    if (next === 'another' && state.table) act(openOrder({ type: 'dineIn', table: state.table, guests: 0 }))
    else setAction(next)
  }

  const title = taken
    ? t('moves.taken', { table: taken.table.label })
    : t(action ? ACTION_WORDS[action].name : 'moves.more')
  return (
    <Sheet title={title} closeLabel={t('sheet.close')} onClose={onClose} testId={TEST_IDS.movesSheet} wide>
      {action === null ? (
        <ActionList problems={actionProblems({ state, bill, orders, can })} onAction={choose} />
      ) : null}
      {action === 'table' && !taken ? (
        <TableStep
          state={state}
          orders={orders}
          onFree={(table) => act(moves.toTable(state, table))}
          onTaken={setTaken}
        />
      ) : null}
      {taken ? (
        <MergeStep
          targets={taken.taken}
          orders={orders}
          requestOf={(other) => ({ from: order, to: other })}
          onMerge={(request) => act(moves.merge(request))}
        />
      ) : null}
      {action === 'merge' || action === 'join' ? (
        <MergeStep
          targets={action === 'join' ? ordersOfTable(state, targets) : targets}
          orders={orders}
          requestOf={(other) => ({ from: other, to: order })}
          onMerge={(request) => act(moves.merge(request))}
        />
      ) : null}
      {action === 'unmerge' ? (
        <UnmergeStep order={order} orders={orders} onUnmerge={(merge) => act(moves.unmerge(orders, merge))} />
      ) : null}
      {action === 'dishes' ? (
        <DishesStep
          view={view}
          orders={orders}
          line={line}
          onMove={(units, to) => act(moves.moveUnits(orders, units, to))}
          onSplit={(units) => act(moves.split(orders, units, order))}
        />
      ) : null}
    </Sheet>
  )
}

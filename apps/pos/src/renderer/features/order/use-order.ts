import { useMemo } from 'react'
import type { OrderId } from '@orderez/core/kernel'
import { billOf, type Bill, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { relatedOrders } from './related-orders.ts'

export interface OrderView {
  readonly state: OrderState
  /** The orders that have a say on its bill, itself included. */
  readonly around: readonly OrderState[]
  /** Others that are open on its table. */
  readonly atTable: readonly OrderState[]
  readonly bill: Bill
}

/** An order with its bill, as this terminal sees them; null while it is being read, undefined when it is not here. */
export function useOrder(id: OrderId): OrderView | null | undefined {
  const { queries } = useTerminal()
  const state = useLive(queries.order(id))
  const open = useLive(queries.openOrders)
  return useMemo(() => {
    if (state === null || open === null) return null
    if (state === undefined) return undefined
    const others = open.filter((other) => other.id !== id)
    const around = relatedOrders([state, ...others]).get(id) ?? [state]
    const atTable = others.filter((other) => state.table !== null && other.table === state.table)
    return { state, around, atTable, bill: billOf(id, around) }
  }, [state, open, id])
}

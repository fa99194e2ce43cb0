import { useMemo } from 'react'
import { businessDayOf } from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'

/** What a kitchen may have to cook: everything open, and today's closed orders, because guests may pay before they eat. */
export function useKitchenOrders(): readonly OrderState[] | null {
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const open = useLive(queries.openOrders)
  const today = useLive(queries.ordersOfDay(businessDayOf(now(), branch)))
  return useMemo(() => {
    if (!open || !today) return null
    return [...new Map([...today, ...open].map((order) => [order.id, order])).values()]
  }, [open, today])
}

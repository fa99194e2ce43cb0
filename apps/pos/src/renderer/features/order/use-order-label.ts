import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import { orderNumberText, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'

/** An order as people call it: its table, or how it leaves the house, then its number. */
export function useOrderLabel(orders: readonly OrderState[]): (order: OrderId) => string {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const floor = useLive(queries.floor)
  return (id) => {
    const order = orders.find((one) => one.id === id)
    if (!order?.opening) return t('order.loading')
    const label = order.table ? floor?.tables.get(order.table)?.label : undefined
    return `${label ?? t(`orderType.${order.opening.type}`)} · ${orderNumberText(order.opening.number)}`
  }
}

import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useOrderLabel } from '../order/index.ts'

interface StrayListProps {
  readonly orders: readonly OrderState[]
  readonly onOpen: (order: OrderId) => void
}

/** Orders whose table is no longer on the plan: one tap opens them, where they can be transferred or settled. */
export function StrayList({ orders, onOpen }: StrayListProps) {
  const { t } = useTranslation()
  const labelOf = useOrderLabel(orders)
  if (orders.length === 0) return null
  return (
    <section aria-label={t('table.stray')}>
      <h2 className="mb-2 font-bold">{t('table.stray')}</h2>
      <ul className="flex gap-2 fades-sideways overflow-x-auto tablet:flex-col">
        {orders.map((order) => (
          <li key={order.id} className="shrink-0">
            <Button data-testid={TEST_IDS.strayOrder} className="w-full" onClick={() => onOpen(order.id)}>
              {labelOf(order.id)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

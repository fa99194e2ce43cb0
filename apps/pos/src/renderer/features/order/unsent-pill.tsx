import { useMemo } from 'react'
import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { unsentLines } from '@orderez/core/carts'
import { unitCount, type OrderId } from '@orderez/core/kernel'
import { useLive, useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** How much stands in the draft of an order: nobody cooks it until somebody sends it. */
export function UnsentPill({ order }: { readonly order: OrderId }) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const carts = useLive(queries.cartsOf(order))
  const state = useLive(queries.openOrders)?.find(({ id }) => id === order)
  const count = useMemo(() => {
    if (!carts || !state) return 0
    return unsentLines(carts, state).reduce((sum, { line, quantity }) => sum + unitCount(quantity, line.unit), 0)
  }, [carts, state])
  if (count === 0) return null
  return (
    <span
      role="img"
      aria-label={t('order.unsentCount', { count })}
      data-testid={TEST_IDS.unsentPill}
      data-count={count}
      className="inline-flex h-6 items-center gap-1 rounded-full bg-brand px-2 text-xs font-bold text-on-brand"
    >
      <Pencil aria-hidden size={12} />
      {count}
    </span>
  )
}

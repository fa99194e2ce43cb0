import { useTranslation } from 'react-i18next'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Chip } from '../../ui/chip.tsx'
import type { ClosedOrder } from './closed-orders.ts'

interface ClosedOrderRowProps {
  readonly order: ClosedOrder
  readonly onOpen: () => void
}

/** One tap leads to the bill. What is still owed or was given back stands in words. */
export function ClosedOrderRow({ order, onOpen }: ClosedOrderRowProps) {
  const { t } = useTranslation()
  const { money, time } = useWords()
  const { number, table, closedAt, tenders, due, refunded, open } = order
  return (
    <button
      type="button"
      data-testid={TEST_IDS.closedOrder}
      data-number={number}
      data-table-label={table}
      onClick={onOpen}
      className="press flex min-h-(--touch-primary) w-full flex-wrap items-center gap-x-4 gap-y-1 rounded-md border border-line-strong bg-raised px-4 py-2 text-left"
    >
      <b className="text-lg">{table === '' ? t('closedOrders.noTable') : table}</b>
      <span className="flex-1">
        {number}
        <span className="block text-sm text-ink-2">
          {time(closedAt)} · {tenders.map((tender) => t(`tenderName.${tender}`)).join(' · ')}
        </span>
      </span>
      {refunded > 0 ? <Chip tone="idle">{t('pay.refunded', { amount: money(refunded) })}</Chip> : null}
      {open > 0 ? <Chip tone="late">{t('closedOrders.open', { amount: money(open) })}</Chip> : null}
      <b className="text-lg">{money(due)}</b>
    </button>
  )
}

import { useTranslation } from 'react-i18next'
import type { Table } from '@orderez/core/floor'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { ReservationSign, ReservedFor } from './reservation-sign.tsx'
import { TableAmount } from './table-amount.tsx'
import { TABLE_ICONS, TABLE_LOOKS, UnsentPill } from '../order/index.ts'
import { initialsOf } from './attention.ts'
import type { TableSummary } from './table-summary.ts'
import { useWaiter } from './use-waiter.ts'

interface TableTileProps {
  readonly table: Table
  readonly summary: TableSummary
  readonly onOpen: () => void
}

export function TableTile({ table, summary, onOpen }: TableTileProps) {
  const { t } = useTranslation()
  const { state } = summary
  const Icon = TABLE_ICONS[state]
  const waiter = useWaiter(summary)
  return (
    <button
      type="button"
      data-testid={TEST_IDS.table}
      data-table-label={table.label}
      data-table-state={state}
      data-orders={summary.orders.length}
      onClick={onOpen}
      className={classNames(
        'press relative flex min-h-(--touch-tile) flex-col items-center justify-center rounded-lg border p-3 text-center',
        TABLE_LOOKS[state],
      )}
    >
      <span className="text-xl font-bold">{table.label}</span>
      {state === 'reserved' ? (
        <ReservedFor summary={summary} />
      ) : (
        <span className="inline-flex items-center gap-1 text-sm font-bold">
          {Icon ? <Icon aria-hidden size={16} /> : null}
          {t(`table.${state}`)}
        </span>
      )}
      {state === 'free' ? <span className="text-sm">{t('table.seats', { count: table.seats })}</span> : null}
      {state === 'free' || state === 'reserved' ? null : (
        <>
          <span className="text-sm">{t('table.sitting', { minutes: summary.minutes, guests: summary.guests })}</span>
          <TableAmount amount={summary.amount} ordered={summary.ordered} />
          <ReservationSign summary={summary} />
        </>
      )}
      {summary.orders.length > 1 ? (
        <span className="text-sm font-bold">{t('table.bills', { count: summary.orders.length })}</span>
      ) : null}
      <span className="absolute top-1 left-1 flex gap-1">
        {summary.orders.map((order) => (
          <UnsentPill key={order} order={order} />
        ))}
      </span>
      {waiter ? <span className="absolute top-2 right-2 text-xs font-bold">{initialsOf(waiter)}</span> : null}
    </button>
  )
}

import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { User } from 'lucide-react'
import type { Table } from '@orderez/core/floor'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { initialsOf } from './attention.ts'
import type { PlanBounds } from './plan.ts'
import { ReservationSign, ReservedFor } from './reservation-sign.tsx'
import { TableAmount } from './table-amount.tsx'
import { TABLE_ICONS, TABLE_LOOKS, UnsentPill } from '../order/index.ts'
import type { TableSummary } from './table-summary.ts'
import { useWaiter } from './use-waiter.ts'

interface PlanTableProps {
  readonly table: Table
  readonly bounds: PlanBounds
  readonly summary: TableSummary
  readonly onOpen: () => void
}

/** A table at its place on the plan; what is written on it stays upright however it is turned. */
export function PlanTable({ table, bounds, summary, onOpen }: PlanTableProps) {
  const { state } = summary
  const upright = { rotate: `${-table.rotation}deg` }
  return (
    <button
      type="button"
      data-testid={TEST_IDS.table}
      data-table-label={table.label}
      data-table-state={state}
      data-orders={summary.orders.length}
      data-shape={table.shape}
      onClick={onOpen}
      style={placeOf(table, bounds)}
      className={classNames(
        'floor-table press absolute flex items-center justify-center rounded-lg border-2 text-center',
        TABLE_LOOKS[state],
      )}
    >
      <span
        // A guest's name is cut at the table's edge; what else stands here may lie on its frame.
        className={classNames('flex flex-col items-center', state === 'reserved' && 'w-full')}
        style={upright}
      >
        <span className="floor-label font-bold">{table.label}</span>
        <Facts table={table} summary={summary} />
      </span>
      <Waiter summary={summary} style={upright} />
      {state === 'reserved' ? null : (
        <span style={upright} className="absolute -right-3 -bottom-5">
          <ReservationSign summary={summary} />
        </span>
      )}
      <span style={upright} className="absolute -bottom-3 -left-3 flex gap-1">
        {summary.orders.map((order) => (
          <UnsentPill key={order} order={order} />
        ))}
      </span>
    </button>
  )
}

function placeOf({ x, y, w, h, rotation }: Table, bounds: PlanBounds): CSSProperties {
  return {
    left: `${((x - bounds.x) / bounds.width) * 100}%`,
    top: `${((y - bounds.y) / bounds.height) * 100}%`,
    width: `${(w / bounds.width) * 100}%`,
    height: `${(h / bounds.height) * 100}%`,
    rotate: `${rotation}deg`,
  }
}

function Facts({ table, summary }: Pick<PlanTableProps, 'table' | 'summary'>) {
  const { t } = useTranslation()
  const { state } = summary
  const Icon = TABLE_ICONS[state]
  if (state === 'free') {
    return (
      <>
        <span className="sr-only">{t('table.free')}</span>
        <span className="floor-fact floor-seats">{t('table.seats', { count: table.seats })}</span>
      </>
    )
  }
  if (state === 'reserved') return <ReservedFor summary={summary} />
  return (
    <>
      <span className="floor-fact inline-flex max-w-full items-center gap-1 font-bold">
        {Icon ? <Icon aria-hidden size={14} className="shrink-0" /> : null}
        <span className="truncate">{t(`table.${state}`)}</span>
      </span>
      <span className="floor-fact inline-flex max-w-full flex-wrap items-center justify-center gap-1">
        {t('table.minutes', { minutes: summary.minutes })}
        <User aria-hidden size={14} />
        {summary.guests}
      </span>
      {summary.orders.length > 1 ? (
        <span className="floor-fact font-bold">{t('table.bills', { count: summary.orders.length })}</span>
      ) : (
        <TableAmount amount={summary.amount} ordered={summary.ordered} />
      )}
    </>
  )
}

function Waiter({ summary, style }: { readonly summary: TableSummary; readonly style: CSSProperties }) {
  const name = useWaiter(summary)
  if (name === undefined) return null
  return (
    <span
      style={style}
      translate="no"
      className="absolute -top-3 -right-3 flex h-8 min-w-8 items-center justify-center rounded-full border border-line bg-surface px-1 text-xs font-bold text-ink"
    >
      {initialsOf(name)}
    </span>
  )
}

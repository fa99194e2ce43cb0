import { AlarmClock, ConciergeBell, ReceiptText, Send, TriangleAlert, User, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Table } from '@orderez/core/floor'
import { TEST_IDS } from '../../test-ids.ts'
import { useWords } from '../../state/index.ts'
import { classNames } from '../../ui/class-names.ts'
import type { TableSummary } from './table-summary.ts'

type State = TableSummary['state']

/** UI 3: only waiting and ready are solid, because only they ask for a hand now. */
const LOOKS: { readonly [S in State]: string } = {
  free: 'border-line bg-surface text-ink-2',
  seated: 'border-seat-edge bg-seat-soft text-on-seat-soft',
  sent: 'border-sent-edge bg-sent-soft text-on-sent-soft',
  paying: 'border-brand-edge bg-brand-soft text-on-brand-soft',
  waiting: 'border-wait-edge bg-wait text-on-wait',
  ready: 'border-ready bg-ready text-on-ready',
}

const ICONS: { readonly [S in Exclude<State, 'free'>]: LucideIcon } = {
  seated: User,
  sent: Send,
  paying: ReceiptText,
  waiting: AlarmClock,
  ready: ConciergeBell,
}

interface TableTileProps {
  readonly table: Table
  readonly summary: TableSummary
  readonly onOpen: () => void
}

export function TableTile({ table, summary, onOpen }: TableTileProps) {
  const { t } = useTranslation()
  const { state } = summary
  const Icon = state === 'free' ? null : ICONS[state]
  return (
    <button
      type="button"
      data-testid={TEST_IDS.table}
      data-table-label={table.label}
      data-table-state={state}
      data-orders={summary.orders.length}
      onClick={onOpen}
      className={classNames(
        'press flex min-h-(--touch-tile) flex-col items-center justify-center rounded-lg border p-3 text-center',
        LOOKS[state],
      )}
    >
      <span className="text-xl font-bold">{table.label}</span>
      <span className="inline-flex items-center gap-1 text-sm font-bold">
        {Icon ? <Icon aria-hidden size={16} /> : null}
        {t(`table.${state}`)}
      </span>
      {state === 'free' ? (
        <span className="text-sm">{t('table.seats', { count: table.seats })}</span>
      ) : (
        <>
          <span className="text-sm">{t('table.sitting', { minutes: summary.minutes, guests: summary.guests })}</span>
          <Amount amount={summary.amount} />
        </>
      )}
      {summary.orders.length > 1 ? (
        <span className="text-sm font-bold">{t('table.bills', { count: summary.orders.length })}</span>
      ) : null}
    </button>
  )
}

function Amount({ amount }: Pick<TableSummary, 'amount'>) {
  const { t } = useTranslation()
  const { money } = useWords()
  if (amount === null) {
    return (
      <span className="inline-flex items-center gap-1 rounded-sm bg-late px-1 text-sm font-bold text-on-late">
        <TriangleAlert aria-hidden size={16} />
        {t('table.broken')}
      </span>
    )
  }
  return <span className="text-sm font-bold">{amount > 0 ? money(amount) : t('table.noOrder')}</span>
}

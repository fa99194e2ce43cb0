import { useTranslation } from 'react-i18next'
import type { Table } from '@orderez/core/floor'
import { classNames } from '../../ui/class-names.ts'
import type { TableInNeed } from './attention.ts'
import { TableAmount } from './table-amount.tsx'
import { TABLE_LOOKS } from '../order/index.ts'

interface AttentionListProps {
  readonly tables: readonly TableInNeed[]
  readonly onOpen: (table: Table) => void
}

/** Who needs somebody now; one tap goes to the order. A rail where there is room, else a row to swipe. */
export function AttentionList({ tables, onOpen }: AttentionListProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('table.need')}>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 tablet:block">
        <h2 className="flex items-center gap-2 font-bold tablet:mb-2">
          {t('table.need')}
          <span className="rounded-full bg-brand px-2 text-sm text-on-brand">{tables.length}</span>
        </h2>
        {tables.length === 0 ? <p className="text-sm text-ink-2">{t('table.needNone')}</p> : null}
      </div>
      <ul className="flex gap-2 fades-sideways overflow-x-auto tablet:flex-col">
        {tables.map(({ table, summary }) => (
          <li key={table.id} className="shrink-0">
            <button
              type="button"
              onClick={() => onOpen(table)}
              className="press flex min-h-14 w-full items-center gap-3 rounded-md border border-line bg-surface p-1 pr-3"
            >
              <span
                className={classNames(
                  'flex min-h-12 min-w-12 items-center justify-center rounded-md border px-1 font-bold',
                  TABLE_LOOKS[summary.state],
                )}
              >
                {table.label}
              </span>
              <span className="flex flex-col">
                <span className="font-bold">{t(`table.${summary.state}`)}</span>
                <span className="text-sm text-ink-2">
                  {t('table.sitting', { minutes: summary.minutes, guests: summary.guests })}
                </span>
              </span>
              <span className="ml-auto">
                <TableAmount amount={summary.amount} ordered={summary.ordered} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

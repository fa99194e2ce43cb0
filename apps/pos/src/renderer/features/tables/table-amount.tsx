import { useTranslation } from 'react-i18next'
import { TriangleAlert } from 'lucide-react'
import { useWords } from '../../state/index.ts'
import type { TableSummary } from './table-summary.ts'

/** What a taken table owes, or why that cannot be said. */
export function TableAmount({ amount, ordered }: Pick<TableSummary, 'amount' | 'ordered'>) {
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
  return <span className="floor-fact text-sm font-bold">{ordered ? money(amount) : t('table.noOrder')}</span>
}

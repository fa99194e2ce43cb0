import { useTranslation } from 'react-i18next'
import type { Report } from '@orderez/core/reports'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** The sums that a manager looks at first, each with what it is made of. */
export function FiguresRow({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const { money } = useWords()
  const average = (amount: number | null) => (amount === null ? t('report.none') : money(amount))
  return (
    <dl className="flex flex-wrap rounded-lg border border-line bg-surface">
      <Figure
        name={t('report.takings')}
        value={money(report.takings)}
        note={t('report.paidRefunded', { paid: money(report.paid), refunded: money(report.refunded) })}
        testId={TEST_IDS.reportTakings}
        amount={report.takings}
      />
      <Figure
        name={t('report.orders')}
        value={String(report.orders)}
        note={t('report.guestCount', { count: report.guests })}
      />
      <Figure
        name={t('report.perGuest')}
        value={average(report.perGuest)}
        note={t('report.perOrder', { amount: average(report.perOrder) })}
      />
      <Figure
        name={t('report.discounts')}
        value={money(report.discounts.amount)}
        note={t('report.times', { count: report.discounts.count })}
      />
      <Figure
        name={t('report.voids')}
        value={money(report.voids.amount)}
        note={t('report.units', { count: report.voids.count })}
      />
    </dl>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly note: string
  readonly testId?: string
  readonly amount?: number
}

function Figure({ name, value, note, testId, amount }: FigureProps) {
  return (
    <div className="flex min-w-40 flex-1 flex-col justify-center border-l border-line px-4 py-3 first:border-l-0">
      <dt className="text-xs text-ink-2">{name}</dt>
      <dd>
        <span data-testid={testId} data-amount={amount} className="block text-xl font-bold tabular-nums">
          {value}
        </span>
        <span className="text-xs text-ink-2 tabular-nums">{note}</span>
      </dd>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import { changeOf, type PeriodFigures, type PeriodReport } from '@orderez/core/reports'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** The sums that a manager looks at first, each with what it is made of and how it stands against the days before. */
export function FiguresRow({ period: { report, days, before } }: { readonly period: PeriodReport }) {
  const { t } = useTranslation()
  const { money } = useWords()
  const average = (amount: number | null) => (amount === null ? t('report.none') : money(amount))
  const change = (now: number | null, of: keyof PeriodFigures) => changeOf(now, before?.[of])
  return (
    <div className="flex flex-col gap-1">
      <dl className="flex flex-wrap rounded-lg border border-line bg-surface">
        <Figure
          name={t('report.takings')}
          value={money(report.takings)}
          note={t('report.paidRefunded', { paid: money(report.paid), refunded: money(report.refunded) })}
          change={change(report.takings, 'takings')}
          testId={TEST_IDS.reportTakings}
          amount={report.takings}
        />
        <Figure
          name={t('report.orders')}
          value={String(report.orders)}
          note={t('report.guestCount', { count: report.guests })}
          change={change(report.orders, 'orders')}
        />
        <Figure
          name={t('report.perGuest')}
          value={average(report.perGuest)}
          note={t('report.perOrder', { amount: average(report.perOrder) })}
          change={change(report.perGuest, 'perGuest')}
        />
        <Figure
          name={t('report.discounts')}
          value={money(report.discounts.amount)}
          note={t('report.times', { count: report.discounts.count })}
          change={change(report.discounts.amount, 'discounts')}
        />
        <Figure
          name={t('report.voids')}
          value={money(report.voids.amount)}
          note={t('report.units', { count: report.voids.count })}
          change={change(report.voids.amount, 'voids')}
        />
      </dl>
      {before ? (
        <p className="text-xs text-ink-2" data-testid={TEST_IDS.reportBefore}>
          {days.length === 1
            ? t('report.comparedDay', { amount: money(before.takings) })
            : t('report.compared', { count: days.length, amount: money(before.takings) })}
        </p>
      ) : null}
    </div>
  )
}

const PERCENT = new Intl.NumberFormat('en', { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 })

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly note: string
  /** A part of what was before; null where there is nothing to compare with. */
  readonly change: number | null
  readonly testId?: string
  readonly amount?: number
}

function Figure({ name, value, note, change, testId, amount }: FigureProps) {
  return (
    <div className="flex min-w-40 flex-1 flex-col border-l border-line px-4 py-3 first:border-l-0">
      <dt className="text-xs text-ink-2">{name}</dt>
      <dd>
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span data-testid={testId} data-amount={amount} className="text-xl font-bold tabular-nums">
            {value}
          </span>
          {change === null ? null : <b className="text-sm tabular-nums">{PERCENT.format(change)}</b>}
        </span>
        <span className="text-xs text-ink-2 tabular-nums">{note}</span>
      </dd>
    </div>
  )
}

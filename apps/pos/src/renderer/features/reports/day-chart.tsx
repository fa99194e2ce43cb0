import { useTranslation } from 'react-i18next'
import type { DayFigures, PeriodReport } from '@orderez/core/reports'
import { useWords } from '../../state/index.ts'
import { ColumnChart } from './column-chart.tsx'

/** Takings by the day, the earliest left; the best is also said in words. */
export function DayChart({ days }: { readonly days: PeriodReport['days'] }) {
  const { t } = useTranslation()
  const { money } = useWords()
  const best = days.reduce<DayFigures | null>((top, row) => (top && top.takings >= row.takings ? top : row), null)
  if (!best || best.takings <= 0) return <p className="text-sm text-ink-2">{t('report.nothing')}</p>
  return (
    <>
      <p className="text-sm text-ink-2 tabular-nums">
        {t('report.bestDay', { day: best.day, amount: money(best.takings) })}
      </p>
      <ColumnChart
        gap="narrow"
        most={best.takings}
        bestKey={best.day}
        columns={days.map(({ day, takings, orders }) => ({
          key: day,
          mark: Number(day.slice(8)),
          label: t('report.dayLabel', { day, amount: money(takings), count: orders }),
          value: takings,
        }))}
      />
    </>
  )
}

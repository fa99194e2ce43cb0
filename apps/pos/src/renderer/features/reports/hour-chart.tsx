import { useTranslation } from 'react-i18next'
import type { HourRow, Report } from '@orderez/core/reports'
import { useWords } from '../../state/index.ts'
import { ColumnChart } from './column-chart.tsx'

/** Takings by the hour, from the first with anything to the last; the greatest is also said in words. */
export function HourChart({ byHour }: { readonly byHour: Report['byHour'] }) {
  const { t } = useTranslation()
  const { money } = useWords()
  const hours = busyHours(byHour)
  const best = hours.reduce<HourRow | null>((top, row) => (top && top.takings >= row.takings ? top : row), null)
  if (!best) return <p className="text-sm text-ink-2">{t('report.nothing')}</p>
  return (
    <>
      <p className="text-sm text-ink-2 tabular-nums">
        {t('report.bestHour', { hour: best.hour, amount: money(best.takings) })}
      </p>
      <ColumnChart
        gap="wide"
        most={Math.max(1, best.takings)}
        bestKey={best.hour}
        columns={hours.map(({ hour, takings, orders }) => ({
          key: hour,
          mark: hour,
          label: t('report.hourLabel', { hour, amount: money(takings), count: orders }),
          value: takings,
        }))}
      />
    </>
  )
}

function busyHours(byHour: readonly HourRow[]): readonly HourRow[] {
  const busy = (row: HourRow) => row.takings !== 0 || row.orders > 0
  return byHour.slice(Math.max(0, byHour.findIndex(busy)), byHour.findLastIndex(busy) + 1)
}

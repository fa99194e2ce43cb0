import { useTranslation } from 'react-i18next'
import type { PeriodReport } from '@orderez/core/reports'
import { useWords } from '../../state/index.ts'
import { BarList } from './bar-list.tsx'
import { DayChart } from './day-chart.tsx'
import { HourChart } from './hour-chart.tsx'
import { ReportCard } from './report-card.tsx'

const TOP_DISHES = 8

export function Charts({ period: { report, days } }: { readonly period: PeriodReport }) {
  const { t } = useTranslation()
  const { money, name } = useWords()
  const dishes = report.byDish.slice(0, TOP_DISHES).map((row) => ({
    key: row.of,
    label: t('report.dishCount', { dish: name(row.names), count: row.count }),
    value: row.amount,
    text: money(row.amount),
  }))
  const tenders = report.byTender.map((row) => ({
    key: row.tender,
    label: t('report.tenderCount', { tender: t(`tenderName.${row.tender}`), count: row.payments }),
    value: row.takings,
    text: money(row.takings),
  }))
  return (
    <div className="grid grid-cols-1 gap-3 tablet:grid-cols-2">
      {days.length > 1 ? (
        <ReportCard title={t('report.byDay')}>
          <DayChart days={days} />
        </ReportCard>
      ) : null}
      <ReportCard title={t('report.byHour')}>
        <HourChart byHour={report.byHour} />
      </ReportCard>
      <ReportCard title={t('report.topDishes')}>
        <BarList bars={dishes} />
      </ReportCard>
      <ReportCard title={t('report.byTender')}>
        <BarList bars={tenders} />
      </ReportCard>
    </div>
  )
}

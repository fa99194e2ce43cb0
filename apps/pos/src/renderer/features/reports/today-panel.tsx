import { useTranslation } from 'react-i18next'
import { Charts } from './charts.tsx'
import { FiguresRow } from './figures-row.tsx'
import { ReportNotice } from './report-notice.tsx'
import { usePeriod } from './use-period.ts'

/** The business day as it goes. */
export function TodayPanel() {
  const { t } = useTranslation()
  const answer = usePeriod(1)
  if (typeof answer === 'string') return <ReportNotice answer={answer} />
  return (
    <section aria-label={t('report.today')} className="flex flex-col gap-3">
      <h1 className="sr-only">{t('report.today')}</h1>
      <FiguresRow period={answer.period} />
      <ReportNotice answer={answer} />
      <Charts period={answer.period} />
    </section>
  )
}

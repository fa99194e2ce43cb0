import { useTranslation } from 'react-i18next'
import { Charts } from './charts.tsx'
import { FiguresRow } from './figures-row.tsx'
import { ReportNotice } from './report-notice.tsx'
import { useReport } from './use-report.ts'

/** The business day as it goes. */
export function TodayPanel() {
  const { t } = useTranslation()
  const report = useReport(1)
  if (typeof report === 'string') return <ReportNotice answer={report} />
  return (
    <section aria-label={t('report.today')} className="flex flex-col gap-3">
      <h1 className="sr-only">{t('report.today')}</h1>
      <FiguresRow report={report} />
      <ReportNotice answer={report} />
      <Charts report={report} />
    </section>
  )
}

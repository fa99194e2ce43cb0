import { useTranslation } from 'react-i18next'
import { DAYS_KEPT, type PeriodAnswer } from './use-period.ts'

/** Why there are no figures, or what is not in them. */
export function ReportNotice({ answer }: { readonly answer: PeriodAnswer }) {
  const { t } = useTranslation()
  if (answer === 'reading') return <p className="p-4 text-ink-2">{t('report.reading')}</p>
  const says = noticeOf(answer)
  return says === null ? null : (
    <p role="alert" className="rounded-md bg-late-soft p-4 text-on-late-soft">
      {says}
    </p>
  )

  function noticeOf(given: Exclude<PeriodAnswer, 'reading'>): string | null {
    if (given === 'failed') return t('report.failed')
    if (given === 'away') return t('report.away', { count: DAYS_KEPT })
    const { unreadable } = given.period.report
    return unreadable.length === 0 ? null : t('report.unreadable', { count: unreadable.length })
  }
}

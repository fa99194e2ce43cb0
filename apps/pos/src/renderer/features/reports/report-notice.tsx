import { useTranslation } from 'react-i18next'
import type { ReportAnswer } from './use-report.ts'

/** Why there are no figures, or what is not in them. */
export function ReportNotice({ answer }: { readonly answer: ReportAnswer }) {
  const { t } = useTranslation()
  if (answer === 'reading') return <p className="p-4 text-ink-2">{t('report.reading')}</p>
  if (answer !== 'failed' && answer.unreadable.length === 0) return null
  return (
    <p role="alert" className="rounded-md bg-late-soft p-4 text-on-late-soft">
      {answer === 'failed' ? t('report.failed') : t('report.unreadable', { count: answer.unreadable.length })}
    </p>
  )
}

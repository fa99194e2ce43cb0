import { useTranslation } from 'react-i18next'
import type { ReportAnswer } from './use-report.ts'

/** Why there are no figures, or what is not in them. */
export function ReportNotice({ answer }: { readonly answer: ReportAnswer }) {
  const { t } = useTranslation()
  if (answer === 'reading') return <p className="p-4 text-ink-2">{t('report.reading')}</p>
  const problem = answer === 'failed' ? t('report.failed') : unreadable(answer.unreadable.length)
  function unreadable(count: number): string | null {
    return count === 0 ? null : t('report.unreadable', { count })
  }
  return problem === null ? null : (
    <p role="alert" className="rounded-md bg-late-soft p-4 text-on-late-soft">
      {problem}
    </p>
  )
}

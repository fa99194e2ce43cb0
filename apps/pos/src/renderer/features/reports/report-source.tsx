import { useTranslation } from 'react-i18next'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { Period } from './use-period.ts'

/** Where the figures come from, and from when they are. */
export function ReportSource({ source, askedAt }: Period) {
  const { t } = useTranslation()
  const { time } = useWords()
  return (
    <p className="text-sm text-ink-2" data-testid={TEST_IDS.reportSource} data-source={source}>
      {askedAt === null ? t('report.fromTerminal') : t('report.fromServer', { time: time(askedAt) })}
    </p>
  )
}

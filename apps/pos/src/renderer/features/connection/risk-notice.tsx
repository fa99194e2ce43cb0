import { useTranslation } from 'react-i18next'
import { useEngineStatus } from '../../data/index.ts'
import { Notice } from '../../ui/notice.tsx'

/** Loud only when a promise is at risk: what does not work, what still does, and what to do. */
export function RiskNotice() {
  const { t } = useTranslation()
  const { link, blockedBy, refused, held, breaks } = useEngineStatus()
  if (blockedBy) return <Notice tone="late">{t(`risk.${blockedBy.by}`)}</Notice>
  if (link === 'unauthorised') return <Notice tone="late">{t('risk.unauthorised')}</Notice>
  if (refused + held > 0) return <Notice tone="late">{t('risk.setAside', { count: refused + held })}</Notice>
  const broken = breaks.at(-1)
  if (broken) return <Notice tone="wait">{t(`break.${broken}`)}</Notice>
  return null
}

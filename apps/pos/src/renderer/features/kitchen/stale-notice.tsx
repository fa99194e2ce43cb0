import { useTranslation } from 'react-i18next'
import { useEngineStatus } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { ageText } from '../../ui/age-text.ts'
import { Notice } from '../../ui/notice.tsx'
import { useNow } from '../../ui/use-now.ts'

const STALE_MS = 15_000

/** A kitchen screen that hears nothing never looks healthy: new orders are not coming in. */
export function StaleNotice() {
  const { t } = useTranslation()
  const { heardAt } = useEngineStatus()
  const now = useNow()
  if (heardAt !== null && now - heardAt <= STALE_MS) return null
  return (
    <Notice tone="late" large data-testid={TEST_IDS.stale}>
      {heardAt === null ? t('kitchen.neverHeard') : t('kitchen.stale', { time: ageText(now - heardAt) })}
    </Notice>
  )
}

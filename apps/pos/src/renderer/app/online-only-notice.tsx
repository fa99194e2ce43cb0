import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../test-ids.ts'
import { Notice } from '../ui/notice.tsx'
import { keptForOffline } from './service-worker.ts'

/** A page that the browser does not trust cannot keep its files, its locks or its promise; it says so. */
export function OnlineOnlyNotice() {
  const { t } = useTranslation()
  const [kept, setKept] = useState(true)
  useEffect(() => {
    void keptForOffline().then(setKept)
  }, [])
  if (kept) return null
  return (
    <Notice tone="late" data-testid={TEST_IDS.onlineOnly} className="m-2">
      {t('boot.onlineOnly')}{' '}
      <a className="underline" href="/trust">
        {t('boot.howToTrust')}
      </a>
    </Notice>
  )
}

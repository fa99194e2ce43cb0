import { useTranslation } from 'react-i18next'
import { hostApi } from '../platform/host.ts'
import { TEST_IDS } from '../test-ids.ts'
import { Notice } from '../ui/notice.tsx'

/** A page without a secure context cannot keep its files, its locks or its promise; it says so. */
export function OnlineOnlyNotice() {
  const { t } = useTranslation()
  if (hostApi() || window.isSecureContext) return null
  return (
    <Notice tone="late" data-testid={TEST_IDS.onlineOnly} className="m-2">
      {t('boot.onlineOnly')}{' '}
      <a className="underline" href="/trust">
        {t('boot.howToTrust')}
      </a>
    </Notice>
  )
}

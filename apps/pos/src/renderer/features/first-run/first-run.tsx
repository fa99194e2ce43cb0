import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostApi, Identity } from '../../../shared/host-api.ts'
import { fetchSiteFacts, type SiteFacts } from '../../data/index.ts'
import { useScreenWords } from '../../i18n/i18n.ts'
import type { IdentityKeeper } from '../../platform/identity-keeper.ts'
import { DoorsScreen } from './doors-screen.tsx'
import { JoinScreen } from './join-screen.tsx'
import { screenAhead } from '../../ui/screen-ahead.tsx'
import { useJoinLink } from './use-join-link.ts'

const { Screen: SetupWizard, fetch: fetchWizard } = screenAhead(
  async () => (await import('./setup-wizard.tsx')).SetupWizard,
)

export interface FirstRunProps {
  readonly keeper: IdentityKeeper
  readonly host: HostApi | null
  readonly onEnrolled: (identity: Identity) => void
}

type Asked = { readonly step: 'asking' } | { readonly step: 'asked'; readonly site: SiteFacts | null }

/**
 * What a device sees that is nobody's terminal yet. A join link leads straight to joining, and so does a server whose restaurant is
 * set up; the desktop app has to be told first where its server is.
 */
export function FirstRun({ keeper, host, onEnrolled }: FirstRunProps) {
  useScreenWords()
  const { t } = useTranslation()
  const link = useJoinLink()
  const [asked, setAsked] = useState<Asked>({ step: 'asking' })
  const [starting, setStarting] = useState(false)
  const joinsAtOnce = host !== null || link.code !== ''
  useEffect(() => {
    if (joinsAtOnce) return
    let left = false
    void fetchSiteFacts().then((site) => {
      if (left) return
      setAsked({ step: 'asked', site })
      // While the doors are read, the one that is more than a form comes ahead.
      if (site && site.setup !== 'done') void fetchWizard()
    })
    return () => {
      left = true
    }
  }, [joinsAtOnce])
  if (joinsAtOnce) return <JoinScreen keeper={keeper} host={host} link={link} onEnrolled={onEnrolled} />
  if (asked.step === 'asking') return <p className="p-8 text-ink-2">{t('boot.opening')}</p>
  const { site } = asked
  if (!site || site.setup === 'done') {
    return <JoinScreen keeper={keeper} host={host} link={link} onEnrolled={onEnrolled} />
  }
  if (starting) {
    return (
      <Suspense fallback={<p className="p-8 text-ink-2">{t('boot.opening')}</p>}>
        <SetupWizard
          keeper={keeper}
          needsCode={site.needsCode}
          onEnrolled={onEnrolled}
          onBack={() => setStarting(false)}
        />
      </Suspense>
    )
  }
  return <DoorsScreen keeper={keeper} site={site} onEnrolled={onEnrolled} onStart={() => setStarting(true)} />
}

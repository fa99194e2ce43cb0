import { useState, type ReactNode } from 'react'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Identity } from '../../../shared/host-api.ts'
import { enterDemo, type SiteFacts } from '../../data/index.ts'
import type { IdentityKeeper } from '../../platform/identity-keeper.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DemoPicture, JoinPicture, ShopPicture } from './door-pictures.tsx'
import { FirstRunPage } from './first-run-page.tsx'
import { JoinForm } from './join-form.tsx'
import { problemKey } from '../leaving/index.ts'

interface DoorsScreenProps {
  readonly keeper: IdentityKeeper
  readonly site: SiteFacts
  readonly onEnrolled: (identity: Identity) => void
  readonly onStart: () => void
}

/** Three doors: try the demo, start a restaurant, join one. */
export function DoorsScreen({ keeper, site, onEnrolled, onStart }: DoorsScreenProps) {
  const { t } = useTranslation()
  const isDemo = site.setup === 'demo'
  return (
    <FirstRunPage>
      <h1 className="text-3xl font-bold">{t('doors.title')}</h1>
      <p className="mt-2 mb-6 text-lg text-ink-2">{t('doors.how')}</p>
      <div className="doors">
        <Door picture={<DemoPicture />} title={t('doors.demo')} about={t('doors.demoAbout')}>
          <StepIn keeper={keeper} onEnrolled={onEnrolled} />
        </Door>
        <Door picture={<ShopPicture />} title={t('doors.start')} about={t('doors.startAbout')}>
          <ol className="mb-4 flex flex-wrap gap-3 text-sm">
            {[t('doors.menu'), t('doors.floor'), t('doors.pin')].map((step, index) => (
              <li key={step} className="inline-flex items-center gap-2">
                <span className="door-step">{index + 1}</span>
                {step}
              </li>
            ))}
          </ol>
          <Button
            size="large"
            className="w-full"
            data-testid={TEST_IDS.doorStart}
            disabled={isDemo}
            hint={isDemo ? t('doors.demoFirst') : undefined}
            onClick={onStart}
          >
            {t('doors.begin')}
            <ChevronRight aria-hidden size={22} />
          </Button>
        </Door>
        <Door picture={<JoinPicture />} title={t('doors.join')} about={t('doors.joinAbout')}>
          <JoinForm keeper={keeper} onEnrolled={onEnrolled} look="plain" />
        </Door>
      </div>
    </FirstRunPage>
  )
}

interface DoorProps {
  readonly picture: ReactNode
  readonly title: string
  readonly about: string
  readonly children: ReactNode
}

function Door({ picture, title, about, children }: DoorProps) {
  return (
    <section className="door border border-line bg-surface">
      {picture}
      <div className="flex flex-1 flex-col p-6">
        <h2 className="text-xl font-bold">{title}</h2>
        <p className="mt-2 mb-4 flex-1 text-ink-2">{about}</p>
        {children}
      </div>
    </section>
  )
}

function StepIn({ keeper, onEnrolled }: Pick<DoorsScreenProps, 'keeper' | 'onEnrolled'>) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function stepIn(): Promise<void> {
    setBusy(true)
    setProblem(null)
    const entered = await enterDemo(t('enrol.unnamed'), keeper)
    setBusy(false)
    if (entered.ok) onEnrolled(entered.value)
    else setProblem(entered.code)
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm font-bold">{t('doors.demoKept')}</p>
      {problem === null ? null : <Notice tone="late">{t(problemKey(problem))}</Notice>}
      <Button
        look="primary"
        size="large"
        className="w-full"
        data-testid={TEST_IDS.doorDemo}
        disabled={busy}
        hint={busy ? t('doors.openingHint') : undefined}
        onClick={() => void stepIn()}
      >
        {busy ? t('doors.opening') : t('doors.stepIn')}
        {busy ? null : <ChevronRight aria-hidden size={22} />}
      </Button>
    </div>
  )
}

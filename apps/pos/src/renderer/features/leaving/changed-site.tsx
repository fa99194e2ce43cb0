import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '@orderez/core/kernel'
import { useEngineStatus, useLive, useTerminal, type SiteFacts } from '../../data/index.ts'
import { useScreenWords } from '../../i18n/i18n.ts'
import { useUi } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FirstRunPage } from '../first-run/index.ts'
import { useForget } from './use-forget.ts'

interface ChangedSiteProps {
  readonly site: SiteFacts
  readonly onGoOn: () => void
}

/**
 * The server at this address is another restaurant's, or nobody's. What belongs to a demo is gone with it; what a real restaurant
 * recorded here and the server has not got stays, and is not left behind by a tap.
 */
export function ChangedSite({ site, onGoOn }: ChangedSiteProps) {
  useScreenWords()
  const { identity } = useTerminal()
  return (
    <FirstRunPage testId={TEST_IDS.changedSite}>
      <div className="mx-auto flex max-w-3xl flex-col gap-6">
        {identity.demo === true ? <DemoIsGone /> : <OtherServer site={site} onGoOn={onGoOn} />}
      </div>
    </FirstRunPage>
  )
}

function DemoIsGone() {
  const { t } = useTranslation()
  const forget = useForget()
  return (
    <>
      <h1 className="text-2xl font-bold">{t('changed.demoGone')}</h1>
      <p className="text-ink-2">{t('changed.demoGoneAbout')}</p>
      <Button
        look="primary"
        size="large"
        data-testid={TEST_IDS.toDoors}
        onClick={() => void forget({ keepData: false })}
      >
        {t('changed.toDoors')}
      </Button>
    </>
  )
}

function OtherServer({ site, onGoOn }: ChangedSiteProps) {
  const { t } = useTranslation()
  const language = useUi((state) => state.preferences.language)
  const { queries } = useTerminal()
  const mine = useLive(queries.branch)?.branch
  const { undecided, pendingEdits } = useEngineStatus()
  const [sure, setSure] = useState(false)
  const forget = useForget()
  const waiting = undecided + pendingEdits
  const name = mine ? nameIn(mine.names, language) : t('changed.thisRestaurant')
  const other = site.names ? nameIn(site.names, language) : null
  return (
    <>
      <h1 className="text-2xl font-bold">{t('changed.title', { name })}</h1>
      <p className="text-ink-2">{other === null ? t('changed.nobody') : t('changed.other', { name: other })}</p>
      <Notice tone={waiting > 0 ? 'late' : 'sent'}>
        {waiting > 0 ? t('changed.waiting', { count: waiting }) : t('changed.nothingWaits')}
      </Notice>
      <Button look="primary" size="large" data-testid={TEST_IDS.goOn} onClick={onGoOn}>
        {t('changed.goOn', { name })}
      </Button>
      {sure ? (
        <div className="flex flex-col gap-2">
          <p className="font-bold">{t('changed.leaveQuestion', { name })}</p>
          <Button look="danger" size="large" onClick={() => void forget({ keepData: true })}>
            {t('changed.leaveSure')}
          </Button>
          <Button onClick={() => setSure(false)}>{t('changed.stay')}</Button>
        </div>
      ) : (
        <Button
          size="large"
          data-testid={TEST_IDS.leaveSite}
          disabled={waiting > 0}
          hint={waiting > 0 ? t('changed.leaveWhyNot') : undefined}
          onClick={() => setSure(true)}
        >
          {t('changed.leave')}
        </Button>
      )}
    </>
  )
}

import { Cable, Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEngineStatus, useNetworkCut, useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { ageText } from '../../ui/age-text.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { DemoCard, DemoFigure } from './demo-card.tsx'

/** Pulls this terminal's cable, and puts it back. */
export function CutSwitch() {
  const { t } = useTranslation()
  const { network } = useTerminal()
  const cut = useNetworkCut()
  const status = useEngineStatus()
  const now = useNow()
  const heard = status.heardAt === null ? t('demo.never') : ageText(Math.max(0, now - status.heardAt))
  const healed = !cut && status.link === 'online' && status.undecided + status.pendingEdits === 0
  return (
    <DemoCard title={t('demo.cutTitle')} tone={cut ? 'late' : 'plain'}>
      <p className="text-sm">{cut ? t('demo.cutNow') : healed ? t('demo.cutHealed') : t('demo.cutHealing')}</p>
      <dl className="grid grid-cols-3 gap-2">
        <DemoFigure name={t('demo.waitingFacts')} value={String(status.undecided)} testId={TEST_IDS.demoWaiting} />
        <DemoFigure name={t('demo.waitingEdits')} value={String(status.pendingEdits)} />
        <DemoFigure name={t('demo.heard')} value={heard} />
      </dl>
      <Button
        data-testid={TEST_IDS.demoCut}
        aria-pressed={cut}
        look={cut ? 'primary' : 'danger'}
        size="large"
        onClick={() => network.set(!cut)}
      >
        {cut ? <Cable aria-hidden size={22} /> : <Unplug aria-hidden size={22} />}
        {cut ? t('demo.mend') : t('demo.cut')}
      </Button>
    </DemoCard>
  )
}

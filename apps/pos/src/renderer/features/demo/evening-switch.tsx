import { DoorOpen, Hourglass, Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { DemoCard, DemoFigure } from './demo-card.tsx'
import { useEvening } from './use-evening.ts'

const SPEEDS = [1, 4] as const
const MODES = { off: 'demo.modeOff', on: 'demo.modeOn', finishing: 'demo.modeFinishing' } as const

/** Fills the restaurant with simulated guests, and empties it. */
export function EveningSwitch() {
  const { t } = useTranslation()
  const { facts, unreachable, turn } = useEvening()
  const [busy, setBusy] = useState(false)
  const mayTurn = useCan()('edit.branch')
  if (!facts) {
    return (
      <DemoCard title={t('demo.eveningTitle')}>
        <p className="text-sm text-ink-2">{unreachable ? t('demo.unreachable') : t('boot.opening')}</p>
      </DemoCard>
    )
  }
  const { mode, speed } = facts
  const why = mayTurn ? (unreachable ? t('demo.unreachable') : undefined) : t('demo.managerTurns')
  async function ask(to: 'on' | 'finish' | 'clear', at: number = speed): Promise<void> {
    setBusy(true)
    await turn(to, at)
    setBusy(false)
  }
  const off = { disabled: busy || why !== undefined, hint: why }
  return (
    <DemoCard title={t('demo.eveningTitle')} tone={mode === 'off' ? 'plain' : 'ready'}>
      <p className="text-sm" data-testid={TEST_IDS.demoEvening} data-mode={mode}>
        {t(MODES[mode])}
      </p>
      <dl className="grid grid-cols-3 gap-2">
        <DemoFigure name={t('demo.parties')} value={String(facts.parties)} />
        <DemoFigure name={t('demo.sent')} value={String(facts.sent)} testId={TEST_IDS.demoSent} />
        <DemoFigure name={t('demo.paid')} value={String(facts.paid)} />
      </dl>
      <div role="group" aria-label={t('demo.speed')} className="grid grid-cols-2 gap-2">
        {SPEEDS.map((each) => (
          <Button
            key={each}
            data-testid={TEST_IDS.demoSpeed}
            data-speed={each}
            aria-pressed={mode === 'on' && each === speed}
            look={mode === 'on' && each === speed ? 'chosen' : 'plain'}
            onClick={() => void ask('on', each)}
            {...off}
          >
            <Users aria-hidden size={20} />
            {each === 1 ? t('demo.usual') : t('demo.quick', { factor: each })}
          </Button>
        ))}
      </div>
      {mode === 'off' ? null : (
        <div className="grid grid-cols-2 gap-2">
          <Button data-testid={TEST_IDS.demoFinish} onClick={() => void ask('finish')} {...off}>
            <Hourglass aria-hidden size={20} />
            {t('demo.finish')}
          </Button>
          <Button data-testid={TEST_IDS.demoClear} onClick={() => void ask('clear')} {...off}>
            <DoorOpen aria-hidden size={20} />
            {t('demo.clear')}
          </Button>
        </div>
      )}
    </DemoCard>
  )
}

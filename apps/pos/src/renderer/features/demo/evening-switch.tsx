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
/** Before the server has said a figure. */
const UNKNOWN = '–'

/** Fills the restaurant with simulated guests, and empties it. As high before the first answer as after it, so that nothing below it moves. */
export function EveningSwitch() {
  const { t } = useTranslation()
  const { facts, unreachable, turn } = useEvening()
  const [busy, setBusy] = useState(false)
  const why = useWhyNot({ busy, unreachable, isKnown: facts !== null })
  const mode = facts?.mode ?? null
  const over = why ?? (mode === 'off' ? t('demo.nobodyHere') : undefined)
  async function ask(to: 'on' | 'finish' | 'clear', at: number): Promise<void> {
    setBusy(true)
    await turn(to, at)
    setBusy(false)
  }
  return (
    <DemoCard title={t('demo.eveningTitle')} tone={mode === null || mode === 'off' ? 'plain' : 'ready'}>
      <ModeWords mode={mode} unreachable={unreachable} />
      <dl className="grid grid-cols-3 gap-2">
        <DemoFigure name={t('demo.parties')} value={String(facts?.parties ?? UNKNOWN)} />
        <DemoFigure name={t('demo.sent')} value={String(facts?.sent ?? UNKNOWN)} testId={TEST_IDS.demoSent} />
        <DemoFigure name={t('demo.paid')} value={String(facts?.paid ?? UNKNOWN)} />
      </dl>
      <div role="group" aria-label={t('demo.speed')} className="grid grid-cols-2 gap-2">
        {SPEEDS.map((each) => {
          const chosen = mode === 'on' && each === facts?.speed
          return (
            <Button
              key={each}
              data-testid={TEST_IDS.demoSpeed}
              data-speed={each}
              aria-pressed={chosen}
              look={chosen ? 'chosen' : 'plain'}
              disabled={why !== undefined}
              hint={why}
              onClick={() => void ask('on', each)}
            >
              <Users aria-hidden size={20} />
              {each === 1 ? t('demo.usual') : t('demo.quick', { factor: each })}
            </Button>
          )
        })}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Button
          data-testid={TEST_IDS.demoFinish}
          disabled={over !== undefined}
          hint={over}
          onClick={() => void ask('finish', facts?.speed ?? 1)}
        >
          <Hourglass aria-hidden size={20} />
          {t('demo.finish')}
        </Button>
        <Button
          data-testid={TEST_IDS.demoClear}
          disabled={over !== undefined}
          hint={over}
          onClick={() => void ask('clear', facts?.speed ?? 1)}
        >
          <DoorOpen aria-hidden size={20} />
          {t('demo.clear')}
        </Button>
      </div>
    </DemoCard>
  )
}

interface Obstacles {
  readonly busy: boolean
  readonly unreachable: boolean
  readonly isKnown: boolean
}

/** Why the evening cannot be switched just now; undefined where it can. */
function useWhyNot({ busy, unreachable, isKnown }: Obstacles): string | undefined {
  const { t } = useTranslation()
  const can = useCan()
  if (!can('edit.branch')) return t('demo.managerTurns')
  if (unreachable) return t('demo.unreachable')
  return busy || !isKnown ? t('demo.asking') : undefined
}

/** The longest of its words keeps the room for the others. */
function ModeWords({ mode, unreachable }: { readonly mode: keyof typeof MODES | null; readonly unreachable: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="grid text-sm *:col-start-1 *:row-start-1">
      {Object.values(MODES).map((words) => (
        <p key={words} aria-hidden className="invisible">
          {t(words)}
        </p>
      ))}
      <p data-testid={TEST_IDS.demoEvening} data-mode={mode}>
        {mode !== null ? t(MODES[mode]) : unreachable ? t('demo.unreachable') : t('demo.asking')}
      </p>
    </div>
  )
}

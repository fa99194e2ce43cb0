import { useTranslation } from 'react-i18next'
import { useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TextField } from '../../ui/text-field.tsx'
import { Choice, Choices } from './dish-choices.tsx'
import type { DishFields } from '../menu-edits/index.ts'

const HOUR_MS = 3_600_000
const HOURS = [1, 3, 12]

interface DishAvailabilityProps {
  readonly draft: DishFields
  readonly onChange: (next: Partial<DishFields>) => void
}

/** On the shelf or off it for the season; sold out for now; or so many left. */
export function DishAvailability({ draft, onChange }: DishAvailabilityProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { now } = useTerminal()
  const until = draft.soldOut === true ? (draft.soldOutUntil ?? null) : null
  return (
    <>
      <Choices title={t('manager.shelf')}>
        <Choice isOn={draft.status === 'onShelf'} onTap={() => onChange({ status: 'onShelf' })}>
          {t('manager.onShelf')}
        </Choice>
        <Choice isOn={draft.status === 'offShelf'} onTap={() => onChange({ status: 'offShelf' })}>
          {t('manager.offShelf')}
        </Choice>
        <Choice isOn={draft.marketPrice} onTap={() => onChange({ marketPrice: !draft.marketPrice })}>
          {t('manager.marketPrice')}
        </Choice>
      </Choices>
      <Choices title={t('manager.soldOut')}>
        <Choice isOn={draft.soldOut !== true} onTap={() => onChange({ soldOut: false, soldOutUntil: null })}>
          {t('manager.onSale')}
        </Choice>
        <Choice
          isOn={draft.soldOut === true && until === null}
          onTap={() => onChange({ soldOut: true, soldOutUntil: null })}
        >
          {t('manager.untilISay')}
        </Choice>
        {until === null ? null : (
          <Choice isOn onTap={() => onChange({ soldOut: false, soldOutUntil: null })}>
            {t('manager.soldOutUntil', { time: words.time(until) })}
          </Choice>
        )}
        {HOURS.map((hours) => (
          <Choice
            key={hours}
            isOn={false}
            onTap={() => onChange({ soldOut: true, soldOutUntil: now() + hours * HOUR_MS })}
          >
            {t('manager.forHours', { count: hours })}
          </Choice>
        ))}
      </Choices>
      <TextField
        label={t('manager.countdown')}
        max={5}
        inputMode="numeric"
        value={draft.countdown ? String(draft.countdown.units) : ''}
        onText={(text) => {
          const digits = text.replaceAll(/\D/g, '')
          onChange({ countdown: digits === '' ? null : { units: Number(digits), since: now() } })
        }}
      />
    </>
  )
}

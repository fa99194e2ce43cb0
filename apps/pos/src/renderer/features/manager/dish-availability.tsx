import { useTranslation } from 'react-i18next'
import { useTerminal } from '../../data/index.ts'
import { Choice } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { CountField } from '../document-edits/index.ts'
import type { DishFields } from '../menu-edits/index.ts'
import { SoldOutChoice } from './sold-out-choice.tsx'

const MOST_LEFT = 99_999

interface DishAvailabilityProps {
  readonly draft: DishFields
  readonly onChange: (next: Partial<DishFields>) => void
}

/** On the shelf or off it for the season; sold out for now; or so many left. */
export function DishAvailability({ draft, onChange }: DishAvailabilityProps) {
  const { t } = useTranslation()
  const { now } = useTerminal()
  return (
    <>
      <Choice
        label={t('manager.shelf')}
        value={draft.status}
        options={[
          { value: 'onShelf', label: t('manager.onShelf') },
          { value: 'offShelf', label: t('manager.offShelf') },
        ]}
        onChoose={(status) => onChange({ status })}
      />
      <Switch
        label={t('manager.marketPrice')}
        on={draft.marketPrice}
        onSwitch={(marketPrice) => onChange({ marketPrice })}
      />
      <SoldOutChoice draft={draft} onChange={onChange} />
      <CountField
        label={t('manager.countdown')}
        value={draft.countdown?.units ?? null}
        min={0}
        max={MOST_LEFT}
        onValue={(units) => onChange({ countdown: { units, since: now() } })}
        onEmpty={() => onChange({ countdown: null })}
      />
    </>
  )
}

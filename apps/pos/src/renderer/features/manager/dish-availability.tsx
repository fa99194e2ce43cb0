import { useTranslation } from 'react-i18next'
import { useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { Choice } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { CountField } from '../document-edits/index.ts'
import type { DishFields } from '../menu-edits/index.ts'

const HOUR_MS = 3_600_000
const HOURS = [1, 3, 12] as const
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

/** Until somebody says otherwise, until the time that was chosen before, or so many hours from now. */
function SoldOutChoice({ draft, onChange }: DishAvailabilityProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { now } = useTerminal()
  const until = draft.soldOut === true ? (draft.soldOutUntil ?? null) : null
  const value = draft.soldOut !== true ? 'onSale' : until === null ? 'untilISay' : 'untilThen'
  return (
    <Choice<typeof value | (typeof HOURS)[number]>
      label={t('manager.soldOut')}
      value={value}
      options={[
        { value: 'onSale', label: t('manager.onSale') },
        { value: 'untilISay', label: t('manager.untilISay') },
        ...(until === null
          ? []
          : [{ value: 'untilThen' as const, label: t('manager.soldOutUntil', { time: words.time(until) }) }]),
        ...HOURS.map((hours) => ({ value: hours, label: t('manager.forHours', { count: hours }) })),
      ]}
      onChoose={(chosen) => {
        if (chosen === 'onSale') onChange({ soldOut: false, soldOutUntil: null })
        else if (chosen === 'untilISay') onChange({ soldOut: true, soldOutUntil: null })
        else if (chosen !== 'untilThen') onChange({ soldOut: true, soldOutUntil: now() + chosen * HOUR_MS })
      }}
    />
  )
}

import { useTranslation } from 'react-i18next'
import { useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { Choice } from '../../ui/choice.tsx'
import type { DishFields } from '../menu-edits/index.ts'
import { useEndOfDay } from './use-end-of-day.ts'

const HOUR_MS = 3_600_000
const HOURS = [1, 3, 12] as const

interface SoldOutChoiceProps {
  readonly draft: Pick<DishFields, 'soldOut' | 'soldOutUntil'>
  readonly onChange: (next: Pick<DishFields, 'soldOut' | 'soldOutUntil'>) => void
}

/** For the rest of the day, so many hours from now, until the time that was chosen before, or until somebody says otherwise. */
export function SoldOutChoice({ draft, onChange }: SoldOutChoiceProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { now } = useTerminal()
  const endOfDay = useEndOfDay()(now())
  const until = draft.soldOut === true ? (draft.soldOutUntil ?? null) : null
  const value = draft.soldOut !== true ? 'onSale' : wayOf(until, endOfDay)
  return (
    <Choice<typeof value | (typeof HOURS)[number]>
      label={t('manager.soldOut')}
      value={value}
      options={[
        { value: 'onSale', label: t('manager.onSale') },
        { value: 'today', label: t('manager.restOfToday') },
        ...HOURS.map((hours) => ({
          value: hours,
          label: t('manager.forHours', { count: hours }),
          hint: t('manager.untilTime', { time: words.time(now() + hours * HOUR_MS) }),
        })),
        ...(until === null || value !== 'untilThen'
          ? []
          : [{ value: 'untilThen' as const, label: t('manager.soldOutUntil', { time: words.time(until) }) }]),
        { value: 'untilISay', label: t('manager.untilISay') },
      ]}
      onChoose={(chosen) => {
        if (chosen === 'onSale') onChange({ soldOut: false, soldOutUntil: null })
        else if (chosen === 'untilISay') onChange({ soldOut: true, soldOutUntil: null })
        else if (chosen === 'today') onChange({ soldOut: true, soldOutUntil: endOfDay })
        else if (chosen !== 'untilThen') onChange({ soldOut: true, soldOutUntil: now() + chosen * HOUR_MS })
      }}
    />
  )
}

function wayOf(until: number | null, endOfDay: number): 'untilISay' | 'today' | 'untilThen' {
  if (until === null) return 'untilISay'
  return until === endOfDay ? 'today' : 'untilThen'
}

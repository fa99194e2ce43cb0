import { AlarmClock, Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ageText } from '../../ui/age-text.ts'
import type { TicketAge } from './ticket-age.ts'

/** The looks of a head by its age. */
export const AGE_HEADS: { readonly [A in TicketAge]: string } = {
  normal: 'bg-raised text-ink border-line-strong',
  slow: 'bg-wait text-on-wait border-wait',
  late: 'bg-late text-on-late border-late',
}

/** How old a ticket is, and in a word with its icon where that is too old. */
export function AgeSign({ age, ageMs }: { readonly age: TicketAge; readonly ageMs: number }) {
  const { t } = useTranslation()
  const Icon = age === 'late' ? AlarmClock : Clock
  return (
    <>
      <span className="block text-2xl font-bold">{ageText(ageMs)}</span>
      {age === 'normal' ? null : (
        <span className="inline-flex items-center gap-1 text-kds-sub">
          <Icon aria-hidden size={18} />
          {age === 'late' ? t('kitchen.late') : t('kitchen.slow')}
        </span>
      )}
    </>
  )
}

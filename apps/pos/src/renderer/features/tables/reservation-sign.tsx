import { AlarmClock, CalendarClock, User } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../state/index.ts'
import { classNames } from '../../ui/class-names.ts'
import type { TableSummary } from './table-summary.ts'

interface Reserved {
  readonly summary: Pick<TableSummary, 'reservation'>
}

/** On a table that is kept for somebody: time, name and guests; late guests in words. */
export function ReservedFor({ summary: { reservation } }: Reserved) {
  const { t } = useTranslation()
  const { time } = useWords()
  if (!reservation) return null
  const { late, at, name, guests } = reservation
  const Icon = late ? AlarmClock : CalendarClock
  return (
    <>
      <span
        className={classNames(
          'floor-fact inline-flex items-center gap-1 text-sm font-bold',
          late && 'rounded-sm bg-wait px-1 text-on-wait',
        )}
      >
        <Icon aria-hidden size={14} />
        <span className={late ? undefined : 'sr-only'}>{late ? t('reservation.late') : t('table.reserved')}</span>
        {time(at)}
      </span>
      <span className="floor-fact block max-w-full truncate px-2 text-sm">{name}</span>
      <span className="floor-fact inline-flex items-center gap-1 text-sm">
        <User aria-hidden size={14} />
        {guests}
      </span>
    </>
  )
}

/** On a table where others still sit: who is expected, so that nobody gives it another round of guests. */
export function ReservationSign({ summary: { reservation } }: Reserved) {
  const { t } = useTranslation()
  const { time } = useWords()
  if (!reservation) return null
  return (
    <span className="floor-fact inline-flex items-center gap-1 rounded-full border border-dashed border-line-strong bg-surface px-2 text-xs font-bold text-ink">
      <CalendarClock aria-hidden size={14} />
      <span className="sr-only">{t('table.reserved')}</span>
      {time(reservation.at)}
    </span>
  )
}

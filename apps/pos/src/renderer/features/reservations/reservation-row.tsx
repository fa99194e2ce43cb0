import { AlarmClock, CalendarClock, TriangleAlert, User } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isDue, type Reservation } from '@orderez/core/floor'
import { useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { TABLE_LOOKS } from '../order/index.ts'
import type { ReservationWords } from './use-reservation-words.ts'

interface ReservationRowProps {
  readonly reservation: Reservation
  readonly words: ReservationWords
  readonly onOpen: () => void
}

/** Table, time, name and guests; late and a clash with who sits there now, in words. */
export function ReservationRow({ reservation, words, onOpen }: ReservationRowProps) {
  const { t } = useTranslation()
  const { now } = useTerminal()
  const late = words.isLate(reservation)
  const clash = isDue(reservation, now()) ? words.clash(reservation) : null
  const Icon = late ? AlarmClock : CalendarClock
  return (
    <li className="shrink-0 tablet:w-full">
      <button
        type="button"
        data-testid={TEST_IDS.reservation}
        data-late={late}
        data-clash={clash !== null}
        onClick={onOpen}
        className="press flex min-h-14 w-full min-w-0 items-center gap-3 rounded-md border border-line bg-surface p-1 pr-3 text-left"
      >
        <span
          className={classNames(
            'flex min-h-12 min-w-12 items-center justify-center rounded-md border px-1 font-bold',
            TABLE_LOOKS.reserved,
          )}
        >
          {words.label(reservation)}
        </span>
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-center gap-1 font-bold">
            <Icon aria-hidden size={16} className="shrink-0" />
            <span className="whitespace-nowrap">{words.when(reservation.at)}</span>
            {late ? (
              <span className="rounded-sm bg-wait px-1 text-sm text-on-wait">{t('reservation.late')}</span>
            ) : null}
          </span>
          <span className="flex items-center gap-1 text-sm text-ink-2">
            <span className="mr-1 truncate">{reservation.name}</span>
            <User aria-hidden size={14} className="shrink-0" />
            {reservation.guests}
          </span>
          {clash === null ? null : (
            <span className="flex items-center gap-1 text-sm font-bold text-late">
              <TriangleAlert aria-hidden size={16} className="shrink-0" />
              {clash}
            </span>
          )}
        </span>
      </button>
    </li>
  )
}

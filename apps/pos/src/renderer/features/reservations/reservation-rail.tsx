import { useState } from 'react'
import { CalendarPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isDue, type Reservation } from '@orderez/core/floor'
import { useTerminal } from '../../data/index.ts'
import { useCan } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { ReservationDialog } from './reservation-dialog.tsx'
import { ReservationForm } from './reservation-form.tsx'
import { ReservationRow } from './reservation-row.tsx'
import { useReservationWords } from './use-reservation-words.ts'
import { useReservations } from './use-reservations.ts'

/** Who is expected: today's, and on a tap those of later days; on a phone, where the tables say it too, all on a tap. And the key that notes another. */
export function ReservationRail() {
  const { t } = useTranslation()
  const can = useCan()
  const { now } = useTerminal()
  const reservations = useReservations()
  const words = useReservationWords()
  const [noting, setNoting] = useState(false)
  const [later, setLater] = useState(false)
  const [shown, setShown] = useState<Reservation['id'] | null>(null)
  const today = reservations.filter((each) => words.isToday(each.at) || isDue(each, now()))
  const wide = useWide()
  const late = today.filter(words.isLate).length
  const others = wide ? reservations.length - today.length : reservations.length
  const chosen = reservations.find(({ id }) => id === shown)
  const allowed = can('edit.reservation')
  return (
    <section aria-label={t('reservation.list')} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2
          className={classNames(
            'flex grow items-center gap-2 font-bold',
            reservations.length === 0 && 'max-tablet:sr-only',
          )}
        >
          {t('reservation.list')}
          <span className="rounded-full bg-sunken px-2 text-sm">{today.length}</span>
        </h2>
        {late > 0 ? <Chip tone="wait">{t('reservation.lateCount', { count: late })}</Chip> : null}
        {others > 0 ? (
          <Button look={later ? 'chosen' : 'plain'} aria-pressed={later} onClick={() => setLater(!later)}>
            {t(wide ? 'reservation.later' : 'reservation.show', { count: others })}
          </Button>
        ) : null}
        <Button
          className="max-tablet:grow"
          data-testid={TEST_IDS.noteReservation}
          disabled={!allowed}
          hint={allowed ? undefined : t('command.right.missing')}
          onClick={() => setNoting(true)}
        >
          <CalendarPlus aria-hidden size={20} />
          {t('reservation.note')}
        </Button>
      </div>
      <ul className="flex gap-2 fades-sideways overflow-x-auto tablet:flex-col">
        {(later ? reservations : wide ? today : []).map((reservation) => (
          <ReservationRow
            key={reservation.id}
            reservation={reservation}
            words={words}
            onOpen={() => setShown(reservation.id)}
          />
        ))}
      </ul>
      {noting ? <ReservationForm before={null} onClose={() => setNoting(false)} /> : null}
      {chosen ? <ReservationDialog reservation={chosen} onClose={() => setShown(null)} /> : null}
    </section>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reservation } from '@orderez/core/floor'
import { useCan } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ReservationForm } from './reservation-form.tsx'
import { useReservationEdits } from './use-reservation-edits.ts'
import { useReservationWords } from './use-reservation-words.ts'

interface ReservationDialogProps {
  readonly reservation: Reservation
  /** Seats somebody else at its table. */
  readonly onOthers?: () => void
  readonly onClose: () => void
}

/** Who is expected, and what becomes of it: seated, changed or cancelled. */
export function ReservationDialog({ reservation, onOthers, onClose }: ReservationDialogProps) {
  const { t } = useTranslation()
  const can = useCan()
  const words = useReservationWords()
  const { seat, cancel } = useReservationEdits()
  const [changing, setChanging] = useState(false)
  if (changing) return <ReservationForm before={reservation} onClose={onClose} />
  const clash = words.clash(reservation) ?? (can('fact.opened') ? null : t('command.right.missing'))
  const { at, name, guests, phone, remark } = reservation
  return (
    <Sheet
      title={`${words.label(reservation)} · ${words.when(at)}`}
      closeLabel={t('sheet.close')}
      onClose={onClose}
      testId={TEST_IDS.reservationDialog}
    >
      <div className="flex flex-col gap-4">
        <p className="text-lg font-bold">{t('reservation.who', { name, guests })}</p>
        {phone ? <p translate="no">{phone}</p> : null}
        {remark ? <p className="whitespace-pre-line">{remark}</p> : null}
        {words.isLate(reservation) ? (
          <Notice tone="wait">{t('reservation.lateSince', { time: words.when(at) })}</Notice>
        ) : null}
        <Button
          look="primary"
          size="large"
          data-testid={TEST_IDS.seatReservation}
          disabled={clash !== null}
          hint={clash ?? undefined}
          onClick={() => void seat(reservation)}
        >
          {t('reservation.seat', { guests })}
        </Button>
        <div className="grid gap-2 phone:grid-cols-2">
          <Button data-testid={TEST_IDS.changeReservation} onClick={() => setChanging(true)}>
            {t('reservation.change')}
          </Button>
          <Button
            look="danger"
            data-testid={TEST_IDS.cancelReservation}
            onClick={() => {
              cancel(reservation)
              onClose()
            }}
          >
            {t('reservation.cancel')}
          </Button>
        </div>
        {onOthers ? (
          <Button data-testid={TEST_IDS.seatOthers} hint={t('reservation.othersHint', { name })} onClick={onOthers}>
            {t('reservation.others')}
          </Button>
        ) : null}
      </div>
    </Sheet>
  )
}

import { useTranslation } from 'react-i18next'
import { cancelledReservation, seatedReservation, type Reservation } from '@orderez/core/floor'
import { useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'
import { useOpenOrder } from '../order/index.ts'

export interface ReservationEdits {
  /** False, and said, where it could not be saved. */
  save(reservation: Reservation): Promise<boolean>
  /** Can be taken back for some seconds. */
  cancel(reservation: Reservation): void
  /** Opens its table for its guests and goes there; the reservation is over. */
  seat(reservation: Reservation): Promise<void>
}

export function useReservationEdits(): ReservationEdits {
  const { t } = useTranslation()
  const { edit } = useTerminal()
  const { person } = usePerson()
  const notices = useNotices()
  const open = useOpenOrder()

  async function save(reservation: Reservation): Promise<boolean> {
    try {
      await edit('floor', { ...reservation }, person.id)
      return true
    } catch (cause) {
      console.error('reservation', cause)
      notices.say(t('edits.notSaved'))
      return false
    }
  }

  return {
    save,
    cancel: (reservation) =>
      notices.offerUndo({
        text: t('reservation.cancelled', { name: reservation.name }),
        commit: () => void save(cancelledReservation(reservation)),
      }),
    async seat(reservation) {
      const { table, guests } = reservation
      const order = await open({ type: 'dineIn', table, guests })
      if (order !== null) await save(seatedReservation(reservation, order))
    },
  }
}

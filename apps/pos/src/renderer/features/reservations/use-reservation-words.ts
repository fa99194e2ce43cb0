import { useTranslation } from 'react-i18next'
import { isLate, type Reservation } from '@orderez/core/floor'
import { businessDayOf } from '@orderez/core/kernel'
import { orderClosed, orderMerged } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { languageShown, usePerson, useUi, useWords } from '../../state/index.ts'

export interface ReservationWords {
  /** The time; with its day where that is not today. */
  when(at: number): string
  isToday(at: number): boolean
  /** Why its guests cannot sit down there now; null where they can. */
  clash(reservation: Pick<Reservation, 'table'>): string | null
  isLate(reservation: Reservation): boolean
  /** How its table is called; '–' where it was taken off the floor. */
  label(reservation: Pick<Reservation, 'table'>): string
}

const LOCALE = { zh: 'zh-CN', en: 'en' } as const

export function useReservationWords(): ReservationWords {
  const { t } = useTranslation()
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const { time } = useWords()
  const language = useUi(languageShown)
  const floor = useLive(queries.floor)
  const orders = useLive(queries.openOrders)
  const isToday = (at: number) => businessDayOf(at, branch) === businessDayOf(now(), branch)
  const date = new Intl.DateTimeFormat(LOCALE[language], {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: branch.timeZone,
  })
  const tableOf = ({ table }: Pick<Reservation, 'table'>) => floor?.tables.get(table) ?? null
  return {
    isToday,
    when: (at) => (isToday(at) ? time(at) : `${date.format(at)} ${time(at)}`),
    label: (reservation) => tableOf(reservation)?.label ?? '–',
    isLate: (reservation) => isLate(reservation, now()),
    clash(reservation) {
      const table = tableOf(reservation)
      if (table?.status !== 'inUse') return t('reservation.tableGone')
      const there = orders?.find((order) => order.table === table.id && !orderClosed(order) && !orderMerged(order))
      return there ? t('reservation.tableTaken', { table: table.label }) : null
    },
  }
}

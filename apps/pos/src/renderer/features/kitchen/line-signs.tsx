import { useTranslation } from 'react-i18next'
import type { TicketLine } from '@orderez/core/kitchen'

/** For whom it is, when it is to come, and that somebody waits for it. */
export function LineSigns({ line }: { readonly line: Pick<TicketLine, 'seat' | 'course' | 'rushed'> }) {
  const { t } = useTranslation()
  const { seat, course, rushed } = line
  if (seat === null && course === null && !rushed) return null
  return (
    <span className="flex flex-wrap items-center gap-2 text-kds-sub text-ink-2">
      {rushed ? <span className="rounded-sm bg-late px-2 font-bold text-on-late">{t('line.rush')}</span> : null}
      {seat === null ? null : <span>{t('order.seatNumber', { seat })}</span>}
      {course === null ? null : <span>{t('order.courseNumber', { course })}</span>}
    </span>
  )
}

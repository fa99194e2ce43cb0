export type TicketAge = 'normal' | 'slow' | 'late'

const SLOW_MS = 10 * 60_000
const LATE_MS = 20 * 60_000

/** Two thresholds for the age of a ticket. */
export function ticketAge(ms: number): TicketAge {
  if (ms >= LATE_MS) return 'late'
  return ms >= SLOW_MS ? 'slow' : 'normal'
}

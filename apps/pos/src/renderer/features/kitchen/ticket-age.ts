import { settingsOf, type Branch } from '@orderez/core/branch'

export type TicketAge = 'normal' | 'slow' | 'late'

export type OrderType = 'dineIn' | 'takeaway' | 'delivery'

const MINUTE_MS = 60_000

/** What the branch calls slow and late for this type of order, or else for dine-in, which also holds while the order has not arrived. */
export function ticketAge(ageMs: number, type: OrderType | null, branch: Branch): TicketAge {
  const { orderTypes } = settingsOf(branch)
  const thresholds = orderTypes?.[type ?? 'dineIn'] ?? orderTypes?.dineIn
  if (!thresholds) return 'normal'
  if (ageMs >= thresholds.lateMinutes * MINUTE_MS) return 'late'
  return ageMs >= thresholds.slowMinutes * MINUTE_MS ? 'slow' : 'normal'
}

import type { Bill } from '@orderez/core/orders'

/** The one seat whose dishes stand on a share; null where there are several, or none. What belongs to everyone does not count. */
export function seatOfShare({ lines }: Pick<Bill, 'lines'>): number | null {
  const seats = new Set(lines.filter(({ units }) => units.length > 0).flatMap(({ line }) => line.seat ?? []))
  const [seat] = seats
  return seats.size === 1 ? (seat ?? null) : null
}

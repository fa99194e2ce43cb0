import type { Bill } from '@orderez/core/orders'

/** Units of a share that came after money was taken for it, or after the order was closed. What others paid on their shares says nothing of it. */
export function lateOn({ late, payments }: Pick<Bill, 'late' | 'payments'>, closed: boolean): number {
  if (!closed && !payments.some(({ state }) => state === 'confirmed')) return 0
  return late.reduce((sum, { units }) => sum + units.length, 0)
}

import type { OrderNumber } from '@orderez/core/orders'

/** The number of an order as people call it; '' before it is known. */
export function orderLabel(number: OrderNumber | null): string {
  return number ? `${number.letters}-${number.counter}` : ''
}

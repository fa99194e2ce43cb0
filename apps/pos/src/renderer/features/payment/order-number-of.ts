import type { OrderState } from '@orderez/core/orders'

/** "AK-17", as it is spoken and printed; '' while the opening has not arrived. */
export function orderNumberOf({ opening }: Pick<OrderState, 'opening'>): string {
  return opening ? `${opening.number.letters}-${opening.number.counter}` : ''
}

import type { OrderState } from '@orderez/core/orders'

/** The terminal's own daily counter goes on behind the highest number that it gave. */
export function nextCounter(orders: readonly Pick<OrderState, 'opening'>[], letters: string): number {
  const own = orders.flatMap(({ opening }) => (opening?.number.letters === letters ? opening.number.counter : []))
  return Math.max(0, ...own) + 1
}

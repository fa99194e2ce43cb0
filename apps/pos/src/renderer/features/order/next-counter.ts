import type { BusinessDay } from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'

/** The terminal's own daily counter goes on behind the highest number that it gave. */
export function nextCounter(orders: readonly Pick<OrderState, 'opening'>[], letters: string): number {
  const own = orders.flatMap(({ opening }) => (opening?.number.letters === letters ? opening.number.counter : []))
  return Math.max(0, ...own) + 1
}

/** Remembers the day's last number, so that a whole day of orders is read once a day and not at every table. */
export function createDailyCounter(
  letters: string,
): (
  day: BusinessDay,
  open: readonly Pick<OrderState, 'opening'>[],
  readDay: (day: BusinessDay) => Promise<readonly Pick<OrderState, 'opening'>[]>,
) => Promise<number> {
  let last: { readonly day: BusinessDay; readonly counter: number } | null = null
  return async (day, open, readDay) => {
    const known = last?.day === day ? last.counter + 1 : nextCounter(await readDay(day), letters)
    // Another window of this terminal may have gone on meanwhile.
    const here = open.filter(({ opening }) => opening?.day === day)
    const counter = Math.max(known, nextCounter(here, letters))
    last = { day, counter }
    return counter
  }
}

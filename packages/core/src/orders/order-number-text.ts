import type { OrderNumber } from './fact-bodies.ts'

/** "AK-17", as an order's number is spoken, shown and printed; '' while the opening has not arrived. */
export function orderNumberText(number: OrderNumber | null | undefined): string {
  return number ? `${number.letters}-${number.counter}` : ''
}

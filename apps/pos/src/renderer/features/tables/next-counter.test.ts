import { expect, it } from 'vitest'
import type { OrderState } from '@orderez/core/orders'
import { nextCounter } from './next-counter.ts'

function numbered(letters: string, counter: number): Pick<OrderState, 'opening'> {
  return { opening: { number: { letters, counter } } as OrderState['opening'] }
}

it('goes on behind this terminal’s highest number of the day, whatever others gave', () => {
  expect(nextCounter([], 'AK')).toBe(1)
  expect(nextCounter([{ opening: null }, numbered('AK', 3), numbered('AK', 17), numbered('BX', 40)], 'AK')).toBe(18)
})

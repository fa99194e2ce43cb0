import { expect, it } from 'vitest'
import { orderNumberText } from './index.ts'

it('writes the number of an order as it is spoken, and nothing before it is known', () => {
  expect(orderNumberText({ letters: 'AK', counter: 17 })).toBe('AK-17')
  expect(orderNumberText(null)).toBe('')
})

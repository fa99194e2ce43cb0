import { expect, it } from 'vitest'
import type { Branch } from '@orderez/core/branch'
import { ticketAge } from './ticket-age.ts'

const branch: Pick<Branch, 'orderTypes'> = {
  orderTypes: {
    dineIn: { inUse: true, slowMinutes: 5, lateMinutes: 9 },
    takeaway: { inUse: true, slowMinutes: 2, lateMinutes: 3 },
    delivery: { inUse: true, slowMinutes: 12, lateMinutes: 25 },
  },
}
const MINUTE = 60_000

it('is slow and late as the branch says for the type of order', () => {
  const age = (minutes: number, type: Parameters<typeof ticketAge>[1]) =>
    ticketAge(minutes * MINUTE, type, branch as Branch)
  expect([age(4.9, 'dineIn'), age(5, 'dineIn'), age(9, 'dineIn')]).toEqual(['normal', 'slow', 'late'])
  expect([age(1, 'takeaway'), age(2, 'takeaway'), age(3, 'takeaway')]).toEqual(['normal', 'slow', 'late'])
  expect([age(11, 'delivery'), age(24, 'delivery'), age(5, null)]).toEqual(['normal', 'slow', 'slow'])
})

it('keeps to what is usual where the branch says nothing', () => {
  expect(ticketAge(10 * MINUTE, 'dineIn', {} as Branch)).toBe('slow')
  expect(ticketAge(15 * MINUTE, 'takeaway', {} as Branch)).toBe('late')
})

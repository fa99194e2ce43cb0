import { expect, it } from 'vitest'
import { lastDays } from './last-days.ts'

it('goes back over months and summer time, from the hour at which the day begins', () => {
  const rule = { timeZone: 'Europe/Berlin', dayStartsAt: '05:00' }
  const days = lastDays(Date.UTC(2026, 3, 1, 2, 59), 4, rule)
  expect(days).toEqual(['2026-03-31', '2026-03-30', '2026-03-29', '2026-03-28'])
  expect(lastDays(Date.UTC(2026, 3, 1, 3), 1, rule)).toEqual(['2026-04-01'])
})

import { expect, it } from 'vitest'
import { kitchenDays } from './kitchen-days.ts'

const shanghai = { timeZone: 'Asia/Shanghai', dayStartsAt: '04:00' }

it('keeps the day that has just ended in the kitchen, also across the end of a month', () => {
  const beforeTurn = Date.parse('2026-03-01T03:59:00+08:00')
  expect(kitchenDays(beforeTurn, shanghai)).toEqual({ today: '2026-02-28', before: '2026-02-27' })
  expect(kitchenDays(beforeTurn + 60_000, shanghai)).toEqual({ today: '2026-03-01', before: '2026-02-28' })
})

it('skips no day where clocks change', () => {
  const berlin = { timeZone: 'Europe/Berlin', dayStartsAt: '02:30' }
  expect(kitchenDays(Date.parse('2026-03-29T12:00:00+02:00'), berlin)).toEqual({
    today: '2026-03-29',
    before: '2026-03-28',
  })
})

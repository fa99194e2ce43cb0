import { describe, expect, it } from 'vitest'
import type { BusinessDay } from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'
import { createDailyCounter, nextCounter } from './next-counter.ts'

const [monday, tuesday] = ['2026-11-23', '2026-11-24'] as BusinessDay[]

function numbered(letters: string, counter: number, day = monday): Pick<OrderState, 'opening'> {
  return { opening: { number: { letters, counter }, day } as OrderState['opening'] }
}

describe('order numbers', () => {
  it('go on behind this terminal’s highest of the day, whatever others gave', () => {
    expect(nextCounter([], 'AK')).toBe(1)
    expect(nextCounter([{ opening: null }, numbered('AK', 3), numbered('AK', 17), numbered('BX', 40)], 'AK')).toBe(18)
  })

  it('read the day once, begin anew on the next, and see what another window gave', async () => {
    const next = createDailyCounter('AK')
    const read: BusinessDay[] = []
    const readDay = async (day: BusinessDay) => {
      read.push(day)
      return day === monday ? [numbered('AK', 4)] : []
    }
    expect(await next(monday!, [], readDay)).toBe(5)
    expect(await next(monday!, [numbered('AK', 5)], readDay)).toBe(6)
    expect(await next(monday!, [numbered('AK', 9), numbered('BX', 30)], readDay)).toBe(10)
    expect(await next(tuesday!, [numbered('AK', 9)], readDay)).toBe(1)
    expect(read).toEqual([monday, tuesday])
  })
})

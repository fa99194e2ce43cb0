import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  businessDayBounds,
  businessDayOf,
  businessDaySchema,
  dayStartSchema,
  timeZoneSchema,
  type BusinessDay,
} from './index.ts'

const HOUR = 3_600_000
const day = (text: string) => businessDaySchema.parse(text)
const hours = (text: string, timeZone: string, dayStartsAt = '04:00') => {
  const { from, to } = businessDayBounds(day(text), { timeZone, dayStartsAt })
  return (to - from) / HOUR
}

describe('business day', () => {
  it('begins at the hour of the branch, not at midnight', () => {
    const rule = { timeZone: 'Asia/Shanghai', dayStartsAt: '04:00' }
    expect(businessDayOf(Date.parse('2026-11-23T03:59:59.999+08:00'), rule)).toBe('2026-11-22')
    expect(businessDayOf(Date.parse('2026-11-23T04:00:00+08:00'), rule)).toBe('2026-11-23')
    expect(businessDayOf(Date.parse('2026-11-24T00:30:00+08:00'), rule)).toBe('2026-11-23')
    expect(businessDayBounds(day('2026-11-23'), rule)).toEqual({
      from: Date.parse('2026-11-23T04:00:00+08:00'),
      to: Date.parse('2026-11-24T04:00:00+08:00'),
    })
  })

  it('crosses the end of a month, a year and a leap day', () => {
    const rule = { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00' }
    expect(businessDayOf(Date.parse('2027-01-01T02:00:00+08:00'), rule)).toBe('2026-12-31')
    expect(businessDayOf(Date.parse('2028-03-01T02:00:00+08:00'), rule)).toBe('2028-02-29')
  })

  it('has 23 hours when summer time begins and 25 when it ends', () => {
    expect(hours('2026-03-28', 'Europe/Berlin')).toBe(23)
    expect(hours('2026-10-24', 'Europe/Berlin')).toBe(25)
    expect(hours('2026-03-07', 'America/New_York')).toBe(23)
    expect(hours('2026-10-31', 'America/New_York')).toBe(25)
    expect(hours('2026-10-03', 'Australia/Lord_Howe')).toBe(23.5)
    expect(hours('2026-04-04', 'Australia/Lord_Howe')).toBe(24.5)
    expect(hours('2026-06-01', 'Europe/Berlin')).toBe(24)
  })

  it('begins behind a gap where its hour is skipped, and at the first of two where its hour comes twice', () => {
    const rule = { timeZone: 'Europe/Berlin', dayStartsAt: '02:30' }
    expect(businessDayBounds(day('2026-03-29'), rule).from).toBe(Date.parse('2026-03-29T03:30:00+02:00'))
    expect(businessDayBounds(day('2026-10-25'), rule).from).toBe(Date.parse('2026-10-25T02:30:00+02:00'))
    expect(businessDayOf(Date.parse('2026-10-25T02:45:00+01:00'), rule)).toBe('2026-10-25')
    expect(businessDayOf(Date.parse('2026-10-25T02:15:00+01:00'), rule)).toBe('2026-10-25')
    const midnight = { timeZone: 'Africa/Cairo', dayStartsAt: '00:00' }
    expect(businessDayBounds(day('2026-04-24'), midnight).from).toBe(Date.parse('2026-04-24T01:00:00+03:00'))
  })

  it('every moment belongs to the one day whose bounds hold it, and the days leave no gap', () => {
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'Africa/Casablanca',
      'America/Sao_Paulo',
      'Pacific/Apia',
      'Asia/Kathmandu',
      'UTC',
    )
    const rule = fc.record({
      timeZone: zone,
      dayStartsAt: fc.constantFrom('00:00', '02:30', '03:00', '04:00', '06:15', '23:30'),
    })
    const moment = fc.integer({ min: Date.parse('2011-01-01'), max: Date.parse('2040-01-01') })
    fc.assert(
      fc.property(moment, rule, (ms, rules) => {
        const found = businessDayOf(ms, rules)
        const { from, to } = businessDayBounds(found, rules)
        expect(ms >= from && ms < to).toBe(true)
        expect(businessDayOf(from, rules)).toBe(found)
        expect(businessDayOf(to - 1, rules)).toBe(found)
        const next = businessDayOf(to, rules)
        expect(next > found).toBe(true)
        expect(businessDayBounds(next, rules).from).toBe(to)
      }),
      { numRuns: 500 },
    )
  })

  it('does not mix what it remembers of two rules', () => {
    const ms = Date.parse('2026-11-23T02:00:00+08:00')
    const ask = (timeZone: string, dayStartsAt: string): BusinessDay => businessDayOf(ms, { timeZone, dayStartsAt })
    for (let round = 0; round < 3; round += 1) {
      expect(ask('Asia/Shanghai', '04:00')).toBe('2026-11-22')
      expect(ask('Asia/Shanghai', '00:00')).toBe('2026-11-23')
      expect(ask('America/New_York', '00:00')).toBe('2026-11-22')
    }
  })
})

describe('schemas of days', () => {
  it.each(['2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '2026-01-32', '', 20260101])(
    'refuse the day %j',
    (value) => {
      expect(businessDaySchema.safeParse(value).success).toBe(false)
    },
  )

  it.each(['24:00', '4:00', '04:60', '0400', ''])('refuse the start %j', (value) => {
    expect(dayStartSchema.safeParse(value).success).toBe(false)
  })

  it('know time zones by name', () => {
    expect(timeZoneSchema.safeParse('Asia/Shanghai').success).toBe(true)
    expect(timeZoneSchema.safeParse('UTC').success).toBe(true)
    for (const name of ['Mars/Base', '+08:00', '', 'Asia/Shanghai\n'])
      expect(timeZoneSchema.safeParse(name).success).toBe(false)
  })
})

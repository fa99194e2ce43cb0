import * as Instant from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import * as z from 'zod'
import type { EpochMs } from './hybrid-time.ts'

/** 'YYYY-MM-DD': the day that a bill belongs to. It begins at the branch's hour, not at midnight. */
export const businessDaySchema = z
  .string()
  .max(10)
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .brand<'businessDay'>()
export type BusinessDay = z.infer<typeof businessDaySchema>

/** 'HH:MM', the local time at which a business day begins. */
export const dayStartSchema = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A place on the map as the time zone database names it ('Asia/Shanghai'). */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, 'timeZone.unknown')

/** When a branch's day begins; both fields have been through their schemas. */
export interface DayRule {
  readonly timeZone: string
  readonly dayStartsAt: string
}

/** `from` belongs to the day, `to` to the next one. Ms since 1970. Across summer time a day has 23 or 25 hours. */
export interface DayBounds {
  readonly from: EpochMs
  readonly to: EpochMs
}

interface KnownDay extends DayBounds {
  readonly day: BusinessDay
}

/** More than a terminal's window of 14 days, so that reading it through computes each day once. */
const KNOWN_DAYS = 32
const knownDays = new Map<string, KnownDay[]>()

/** The business day that a moment belongs to. */
export function businessDayOf(ms: EpochMs, rule: DayRule): BusinessDay {
  const key = `${rule.timeZone} ${rule.dayStartsAt}`
  const known = knownDays.get(key) ?? []
  const hit = known.findIndex((day) => ms >= day.from && ms < day.to)
  const found = known[hit] ?? findDay(ms, rule)
  if (hit !== 0) {
    const others = known.filter((day) => day !== found)
    knownDays.set(key, [found, ...others].slice(0, KNOWN_DAYS))
  }
  return found.day
}

/** Where a business day begins and ends. A start that the clocks skip is moved behind the gap; of one that comes twice the first counts. */
export function businessDayBounds(day: BusinessDay, rule: DayRule): DayBounds {
  const date = PlainDate.create(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
  return { from: startOf(date, rule), to: startOf(PlainDate.addDays(date, 1), rule) }
}

function findDay(ms: EpochMs, rule: DayRule): KnownDay {
  const moment = Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(Math.floor(ms)), rule.timeZone)
  let date = ZonedDateTime.toPlainDate(moment)
  // Only the hours before the day's start belong to the date before; asking the bounds themselves keeps the two functions in step.
  if (ms < startOf(date, rule)) date = PlainDate.addDays(date, -1)
  const day = PlainDate.toString(date) as BusinessDay
  return { day, ...businessDayBounds(day, rule) }
}

function startOf(date: PlainDate.Record, rule: DayRule): EpochMs {
  const [hour, minute] = rule.dayStartsAt.split(':')
  const local = PlainDateTime.create(date.year, date.month, date.day, Number(hour), Number(minute))
  return PlainDateTime.toZonedDateTime(local, rule.timeZone).epochMilliseconds
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

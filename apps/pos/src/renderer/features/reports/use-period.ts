import { useEffect, useMemo, useState } from 'react'
import { businessDayOf, type BusinessDay } from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'
import {
  daysBefore,
  figuresOf,
  lastDays,
  periodOf,
  reachesOut,
  reportOf,
  type PeriodFigures,
  type PeriodReport,
  type Report,
  type ReportRule,
} from '@orderez/core/reports'
import { readServerReport, useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'

/** What a terminal keeps of the past; what is older is the server's to tell. */
export const DAYS_KEPT = 14
/** The days before are kept here too. */
const DAYS_COMPARED = DAYS_KEPT / 2
const READ_AGAIN_MS = 15_000

export interface Period {
  readonly period: PeriodReport
  /** Where it was computed: here, from what this terminal keeps, or by the server. */
  readonly source: 'terminal' | 'server'
  /** When the server was asked; null where it is live. */
  readonly askedAt: number | null
}

/** `reading` until the orders have been read; `failed` where they cannot be; `away` where only the server could tell and does not answer. */
export type PeriodAnswer = Period | 'reading' | 'failed' | 'away'

/** What the last days came to: today among them and live as long as this terminal keeps them all, from the server beyond. */
export function usePeriod(days: number): PeriodAnswer {
  const local = useLocalPeriod(Math.min(days, DAYS_KEPT))
  const wanted = useServerDays(days)
  const server = useServerPeriod(wanted)
  if (days > DAYS_KEPT) return server
  if (typeof local === 'string' || days <= DAYS_COMPARED || typeof server === 'string') return local
  const before: PeriodFigures = figuresOf(server.period.report)
  return before.orders === 0 ? local : { ...local, period: { ...local.period, before } }
}

/** All of a long period; of one that is kept here but not compared, the days before. Null where nobody has to be asked. */
function useServerDays(days: number): readonly [from: BusinessDay, to: BusinessDay] | null {
  const { now } = useTerminal()
  const { branch } = usePerson()
  const today = businessDayOf(now(), branch)
  if (days <= DAYS_COMPARED) return null
  const asked = lastDays(now(), days, branch)
  const first = asked.at(-1) ?? today
  if (days > DAYS_KEPT) return [first, today]
  const earlier = daysBefore(first, days)
  return [earlier[0] ?? first, earlier.at(-1) ?? first]
}

function useServerPeriod(wanted: readonly [from: BusinessDay, to: BusinessDay] | null): PeriodAnswer {
  const terminal = useTerminal()
  const { person } = usePerson()
  const [answer, setAnswer] = useState<{ readonly key: string; readonly is: PeriodAnswer } | null>(null)
  const key = wanted?.join(' ') ?? ''
  useEffect(() => {
    const [from, to] = key.split(' ') as BusinessDay[]
    if (!from || !to) return
    let left = false
    const ask = async () => {
      const found = await readServerReport(terminal, { from, to, person: person.id })
      if (left) return
      const is = found.ok ? { period: found.value, source: 'server' as const, askedAt: terminal.now() } : 'away'
      setAnswer((before) =>
        is === 'away' && before?.key === key && typeof before.is !== 'string' ? before : { key, is },
      )
    }
    void ask()
    // What was cut off is asked again once it is mended.
    const stop = terminal.network.listen(() => void ask())
    return () => {
      left = true
      stop()
      // Who comes back asks anew: what the server said then is old.
      setAnswer(null)
    }
  }, [key, terminal, person])
  return answer?.key === key ? answer.is : 'reading'
}

function useLocalPeriod(days: number): PeriodAnswer {
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const rule = useRule()
  const compared = days <= DAYS_COMPARED ? days * 2 : days
  const asked = lastDays(now(), compared, branch)
  const todayIs = asked[0]
  const today = useLive(queries.ordersOfDay(businessDayOf(now(), branch)))
  const open = useLive(queries.openOrders)
  const past = usePastDays(asked.slice(1))
  return useMemo(() => {
    if (past === null) return 'failed'
    if (!today || !open || !rule || !todayIs || past === 'reading') return 'reading'
    const all = new Map([...past, [todayIs, today] as const])
    const around = [...all.values(), open].flat().filter(reachesOut)
    const reports = [...all].map(([day, orders]) => [day, reportOfDay(orders, rule, around)] as const)
    const sorted = reports.toSorted(([a], [b]) => (a < b ? -1 : 1))
    const period = periodOf(
      sorted.slice(-days),
      sorted.slice(0, -days).map(([, report]) => report),
    )
    return period ? { period, source: 'terminal', askedAt: null } : 'failed'
  }, [past, today, open, rule, todayIs, days])
}

const reportsOfDays = new WeakMap<readonly OrderState[], { readonly rule: ReportRule; readonly report: Report }>()

/** The same orders are computed once, so that an evening that goes on computes its own day alone. */
function reportOfDay(orders: readonly OrderState[], rule: ReportRule, around: readonly OrderState[]): Report {
  const known = reportsOfDays.get(orders)
  if (known?.rule === rule && around.length === 0) return known.report
  const report = reportOf(orders, rule, around)
  if (around.length === 0) reportsOfDays.set(orders, { rule, report })
  return report
}

type PastDays = ReadonlyMap<BusinessDay, readonly OrderState[]>
const NO_DAYS: PastDays = new Map()

/** Null where they cannot be read. */
function usePastDays(asked: readonly BusinessDay[]): PastDays | 'reading' | null {
  const { queries } = useTerminal()
  const [read, setRead] = useState<{ readonly key: string; readonly days: PastDays | null } | null>(null)
  const key = asked.join(' ')
  useEffect(() => {
    if (key === '') return
    let left = false
    const settle = (days: PastDays | null) => {
      if (!left) setRead((before) => (before?.key === key ? { key, days: keepSame(before.days, days) } : { key, days }))
    }
    const readDay = async (day: BusinessDay) => [day, await queries.readDay(day)] as const
    const readAll = () => {
      Promise.all((key.split(' ') as BusinessDay[]).map(readDay)).then(
        (days) => settle(new Map(days)),
        (cause: unknown) => {
          console.error('reports', cause)
          settle(null)
        },
      )
    }
    readAll()
    // A terminal that has just joined is still getting them.
    const timer = setInterval(readAll, READ_AGAIN_MS)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [key, queries])
  if (key === '') return NO_DAYS
  return read?.key === key ? read.days : 'reading'
}

/** Days in which nothing came stay the same thing, so that nothing is computed of them. */
function keepSame(before: PastDays | null, now: PastDays | null): PastDays | null {
  if (!before || !now) return now
  const days = [...now].map(([day, orders]) => {
    const known = before.get(day)
    const isSame = known?.length === orders.length && known.every((state, index) => state === orders[index])
    return [day, isSame ? known : orders] as const
  })
  return days.every(([day, orders]) => before.get(day) === orders) ? before : new Map(days)
}

/** Dishes that left the shelf are still sold in the past, so all of them are asked. */
function useRule(): ReportRule | null {
  const { branch } = usePerson()
  const dishes = useLive(useTerminal().queries.documents('dish'))
  const { timeZone, dayStartsAt } = branch
  return useMemo(() => {
    if (!dishes) return null
    const categories = new Map(dishes.map((dish) => [dish.id, dish.category]))
    return { timeZone, dayStartsAt, categoryOf: (dish) => categories.get(dish) ?? null }
  }, [dishes, timeZone, dayStartsAt])
}

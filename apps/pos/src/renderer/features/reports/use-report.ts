import { useEffect, useMemo, useState } from 'react'
import { businessDayOf } from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'
import { lastDays, reportOf, type Report, type ReportRule } from '@orderez/core/reports'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'

const NOBODY: readonly OrderState[] = []

interface PastOrders {
  readonly key: string
  /** Null: they could not be read. */
  readonly orders: readonly OrderState[] | null
}

/** `reading` until the orders have been read; `failed` where they cannot be. */
export type ReportAnswer = Report | 'reading' | 'failed'

/** What the last days came to, today among them and live; days before as they are when they are asked for. */
export function useReport(days: number): ReportAnswer {
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const rule = useRule()
  const today = useLive(queries.ordersOfDay(businessDayOf(now(), branch)))
  const open = useLive(queries.openOrders)
  const past = usePastOrders(days)
  return useMemo(() => {
    if (past === null) return 'failed'
    if (!today || !open || !rule || past === 'reading') return 'reading'
    return reportOf([...past, ...today], rule, open)
  }, [past, today, open, rule])
}

function usePastOrders(days: number): readonly OrderState[] | 'reading' | null {
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const [read, setRead] = useState<PastOrders | null>(null)
  const key = lastDays(now(), days, branch).slice(1).join(' ')
  useEffect(() => {
    let left = false
    const asked = lastDays(now(), days, branch).slice(1)
    const settle = (orders: PastOrders['orders']) => {
      if (!left) setRead({ key, orders })
    }
    Promise.all(asked.map((day) => queries.readDay(day))).then(
      (each) => settle(each.flat()),
      (cause: unknown) => {
        console.error('reports', cause)
        settle(null)
      },
    )
    return () => {
      left = true
    }
  }, [key, days, branch, queries, now])
  if (key === '') return NOBODY
  return read?.key === key ? read.orders : 'reading'
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

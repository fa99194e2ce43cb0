import { useEffect, useRef } from 'react'
import { businessDayOf, type DishId } from '@orderez/core/kernel'
import { addHeat, heatIdOf, type Heat, type HeatCounts } from '@orderez/core/ranking'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'

/** Counts wait this long for more of them: one write for many taps. What is lost in a crash meanwhile is a few views. */
const GATHER_MS = 2_000
const SALE = { sales: 1, views: 0, favourites: 0 }
const VIEW = { sales: 0, views: 1, favourites: 0 }
const FAVOURITE = { sales: 0, views: 0, favourites: 1 }

export interface HeatCounter {
  seen(dish: DishId): void
  sold(dish: DishId, units: number): void
  /** Once for each person who marks it, not each time. */
  favoured(dish: DishId): void
}

/** Counts what this terminal shows and sells into its own document of the day. */
export function useHeat(): HeatCounter {
  const { queries, identity, now, edit } = useTerminal()
  const { person, branch } = usePerson()
  const heats = useLive(queries.documents('heat'))
  const latest = useRef(heats)
  const waiting = useRef(new Map<DishId, typeof SALE>())
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    latest.current = heats
  }, [heats])

  async function write(): Promise<void> {
    timer.current = null
    if (!latest.current || waiting.current.size === 0) return
    const counted: HeatCounts = waiting.current
    waiting.current = new Map()
    const day = businessDayOf(now(), branch)
    const id = heatIdOf(day, identity.terminal)
    const empty: Heat = { id, kind: 'heat', v: 1, terminal: identity.terminal, day, dishes: {} }
    const known = latest.current.find((heat) => heat.id === id) ?? null
    try {
      await edit('ranking', { ...addHeat(known, empty, counted) }, person.id)
    } catch (cause) {
      console.warn('heat', cause)
    }
  }

  function count(dish: DishId, by: typeof SALE, times: number): void {
    const old = waiting.current.get(dish) ?? { sales: 0, views: 0, favourites: 0 }
    waiting.current.set(dish, {
      sales: old.sales + by.sales * times,
      views: old.views + by.views * times,
      favourites: old.favourites + by.favourites * times,
    })
    timer.current ??= setTimeout(() => void write(), GATHER_MS)
  }

  const leave = useRef(write)
  useEffect(() => {
    leave.current = write
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current ?? undefined)
      void leave.current()
    },
    [],
  )

  return {
    seen: (dish) => count(dish, VIEW, 1),
    sold: (dish, units) => count(dish, SALE, units),
    favoured: (dish) => count(dish, FAVOURITE, 1),
  }
}

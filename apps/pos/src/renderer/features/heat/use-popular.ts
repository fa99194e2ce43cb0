import { businessDayOf } from '@orderez/core/kernel'
import type { Dish } from '@orderez/core/menu'
import { heatScores } from '@orderez/core/ranking'
import { useLive, useTerminal, type Menu } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'

const SHOWN = 24

/** The hottest dishes of the menu, the same on every terminal that has the same counters; empty before anything was counted. */
export function usePopular(menu: Menu): readonly Dish[] {
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const heats = useLive(queries.documents('heat'))
  if (!heats) return []
  const scores = heatScores(heats, businessDayOf(now(), branch))
  return [...scores]
    .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || (a < b ? -1 : 1))
    .flatMap(([id]) => menu.dishes.get(id) ?? [])
    .slice(0, SHOWN)
}

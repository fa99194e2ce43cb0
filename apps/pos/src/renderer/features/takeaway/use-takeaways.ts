import { useMemo } from 'react'
import { businessDayOf } from '@orderez/core/kernel'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNow } from '../../ui/use-now.ts'
import { takeawaysOf, type Takeaway } from './takeaways.ts'

/** Minutes are shown, so a look every few seconds is enough. */
const STEP_MS = 10_000

/** Orders that leave the house and still ask something; closed ones of today too, which may be paid and not handed over. */
export function useTakeaways(): readonly Takeaway[] {
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const open = useLive(queries.openOrders)
  const today = useLive(queries.ordersOfDay(businessDayOf(now(), branch)))
  const step = Math.floor(useNow() / STEP_MS)
  return useMemo(() => {
    if (!open || !today) return []
    const all = new Map([...today, ...open].map((order) => [order.id, order]))
    return takeawaysOf([...all.values()], branch, now())
    // oxlint-disable-next-line react/exhaustive-deps -- `step` is what makes the minutes go on
  }, [open, today, branch, now, step])
}

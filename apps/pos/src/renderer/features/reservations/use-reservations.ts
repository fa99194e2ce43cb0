import { useMemo } from 'react'
import { standingReservations, type Reservation } from '@orderez/core/floor'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNow } from '../../ui/use-now.ts'

/** Whether one is due or late is told in minutes. */
const STEP_MS = 10_000
const NONE: readonly Reservation[] = []

/** The reservations that somebody still has to do with, the soonest first. */
export function useReservations(): readonly Reservation[] {
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const all = useLive(queries.documents('reservation'))
  const step = Math.floor(useNow() / STEP_MS)
  return useMemo(
    () => (all ? standingReservations(all, now(), branch) : NONE),
    // oxlint-disable-next-line react/exhaustive-deps -- `step` is what makes the time go on
    [all, now, branch, step],
  )
}

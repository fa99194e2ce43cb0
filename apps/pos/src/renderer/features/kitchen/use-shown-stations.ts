import { useMemo } from 'react'
import { stationsShownBy } from '@orderez/core/kitchen'
import type { StationId } from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { useStationRouting } from '../order/index.ts'

export interface ShownStations {
  /** This one first; the fallback's screen shows those that nobody looks at any more too. */
  readonly stations: readonly StationId[]
  readonly isFallback: boolean
}

/** Whose work a kitchen screen shows. */
export function useShownStations(station: StationId, orders: readonly OrderState[]): ShownStations {
  const routing = useStationRouting()
  const records = useLive(useTerminal().queries.branch)
  const left = records?.unwatched
  // As text: orders change all the time, and the same stations must not make every ticket anew.
  const stations = useMemo(
    () => (routing && left ? stationsShownBy(station, routing, left, orders).join(' ') : station),
    [station, routing, left, orders],
  )
  return useMemo(
    () => ({ stations: stations.split(' ') as StationId[], isFallback: routing?.fallback === station }),
    [stations, routing, station],
  )
}

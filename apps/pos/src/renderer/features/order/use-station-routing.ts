import { useMemo } from 'react'
import { stationRouting, type StationRouting } from '@orderez/core/kitchen'
import { useLive, useTerminal } from '../../data/index.ts'

/** Which stations somebody looks at; null while the branch's records are being read. */
export function useStationRouting(): StationRouting | null {
  const records = useLive(useTerminal().queries.branch)
  return useMemo(() => records && stationRouting(records.stations, records.branch?.fallbackStation), [records])
}

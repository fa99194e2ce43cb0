import { routeLines } from '@orderez/core/kitchen'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { useStationRouting } from '../order/index.ts'
import type { UnsentLine } from './cart-lines.ts'
import { stationSummary, unitsOf } from './station-summary.ts'

interface StationWords {
  readonly count: number
  readonly stations: readonly string[]
  /** Some of it would be seen by nobody: there is no station with a screen. */
  readonly nowhere: boolean
}

/** What goes where, in words: how many units, and how many at each station. */
export function useStationWords(): (lines: readonly UnsentLine[]) => StationWords {
  const { name } = useWords()
  const { queries } = useTerminal()
  const records = useLive(queries.branch)
  const routing = useStationRouting()
  return (unsent) => {
    const lines = unsent.map(({ line, quantity }) => ({ ...line, quantity }))
    const routed = routing && routeLines(lines, routing)
    const known = records?.stations ?? []
    const stations = stationSummary(
      routed?.ok ? routed.value : [],
      known.map(({ id }) => id),
    ).map(({ station, units }) => `${name(records?.station.get(station)?.names ?? { zh: '', en: '' })} ${units}`)
    // A set meal is one thing to the guest, however many stations make it.
    const wholes = unsent.filter(({ line }) => line.parent === undefined)
    const count = unitsOf(wholes.map(({ line, quantity }) => ({ quantity, unit: line.unit })))
    return { count, stations, nowhere: routed?.ok === false }
  }
}

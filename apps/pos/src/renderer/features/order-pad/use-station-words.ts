import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import type { UnsentLine } from './cart-lines.ts'
import { stationSummary, unitsOf } from './station-summary.ts'

/** What goes where, in words: how many units, and how many at each station. */
export function useStationWords(): (lines: readonly UnsentLine[]) => { count: number; stations: readonly string[] } {
  const { name } = useWords()
  const { queries } = useTerminal()
  const records = useLive(queries.branch)
  return (unsent) => {
    const lines = unsent.map(({ line, quantity }) => ({ quantity, unit: line.unit, stations: line.stations }))
    const known = records?.stations ?? []
    const stations = stationSummary(
      lines,
      known.map(({ id }) => id),
    ).map(({ station, units }) => `${name(records?.station.get(station)?.names ?? { zh: '', en: '' })} ${units}`)
    // A set meal is one thing to the guest, however many stations make it.
    const wholes = unsent.filter(({ line }) => line.parent === undefined)
    return { count: unitsOf(wholes.map(({ line, quantity }) => ({ quantity, unit: line.unit }))), stations }
  }
}

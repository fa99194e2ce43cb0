import { unitCount, type Quantity, type StationId, type Unit } from '@orderez/core/kernel'

interface Counted {
  readonly quantity: Quantity
  readonly unit: Unit
  readonly stations: readonly StationId[]
}

/** What goes where when it is sent: units by station, in the order of the stations. A dish made at two stations counts at each. */
export function stationSummary(
  lines: readonly Counted[],
  stations: readonly StationId[],
): readonly { station: StationId; units: number }[] {
  return stations.flatMap((station) => {
    const units = unitsOf(lines.filter((line) => line.stations.includes(station)))
    return units > 0 ? [{ station, units }] : []
  })
}

export function unitsOf(lines: readonly Pick<Counted, 'quantity' | 'unit'>[]): number {
  return lines.reduce((sum, line) => sum + unitCount(line.quantity, line.unit), 0)
}

import type { Station } from '../branch/index.ts'
import { err, ok, type Result, type StationId } from '../kernel/index.ts'
import type { Line, OrderState } from '../orders/index.ts'

/** Which stations a cook looks at, and which of them takes what none of them makes. */
export interface StationRouting {
  readonly screens: ReadonlySet<StationId>
  /** Null where no station has a screen. */
  readonly fallback: StationId | null
}

type Routed = Pick<Station, 'id' | 'type' | 'screen' | 'deleted'>

/** K9: `stations` in the order of the kitchen; `wanted` is the one that the branch names for what has none. */
export function stationRouting(stations: readonly Routed[], wanted: StationId | null | undefined): StationRouting {
  const looked = stations.filter((station) => !station.deleted && station.screen !== false)
  const named = looked.find(({ id }) => id === wanted)
  const first = looked.find(({ type }) => type !== 'expo') ?? looked[0]
  return { screens: new Set(looked.map(({ id }) => id)), fallback: (named ?? first)?.id ?? null }
}

/**
 * K9: the lines of a Send, each at stations that somebody looks at. A set meal is made nowhere, its dishes are. Fails with `station.none`
 * where a line has no station and there is none to take it.
 */
export function routeLines<L extends Pick<Line, 'id' | 'parent' | 'stations'>>(
  lines: readonly L[],
  { screens, fallback }: StationRouting,
): Result<L[], 'station.none'> {
  const sets = new Set(lines.flatMap(({ parent }) => parent ?? []))
  const routed: L[] = []
  for (const line of lines) {
    const stations = line.stations.filter((station) => screens.has(station))
    if (sets.has(line.id) || stations.length > 0) routed.push({ ...line, stations })
    else if (fallback === null) return err('station.none')
    else routed.push({ ...line, stations: [fallback] })
  }
  return ok(routed)
}

/** K9: what was sent to a station that nobody looks at any more is shown by the fallback, and is bumped where it was sent. */
export function stationsShownBy(
  station: StationId,
  { fallback }: StationRouting,
  unwatched: ReadonlySet<StationId>,
  orders: Iterable<OrderState>,
): readonly StationId[] {
  if (station !== fallback) return [station]
  const left = new Set<StationId>()
  for (const order of orders) {
    for (const { content } of order.lines.values()) {
      for (const named of content.stations) if (unwatched.has(named)) left.add(named)
    }
  }
  return [station, ...[...left].sort()]
}

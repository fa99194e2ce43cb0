import { err, type FactId } from '../kernel/index.ts'
import {
  byHome,
  findUnits,
  sayEach,
  type CommandContext,
  type Drafts,
  type OrderState,
  type StationUnit,
} from '../orders/index.ts'
import type { StationRequest } from './mark-units.ts'

/**
 * K5: takes units back that were ready or served, by naming the facts that said so; a bump that this terminal has not seen stands.
 * Fails with `line.unknown`, `unit.unknown`, `unit.notReady`.
 */
export function recallUnits(
  orders: Iterable<OrderState>,
  { station, units }: StationRequest,
  context: CommandContext,
): Drafts<'line.unknown' | 'unit.unknown' | 'unit.notReady'> {
  const found = findUnits(orders, units)
  if (!found.ok) return found
  const done = found.value.filter(({ state }) => undoable(state.stations, station).length + state.servedBy.length > 0)
  if (done.length === 0) return err('unit.notReady')
  const facts = new Map<string, Set<FactId>>()
  for (const { home, state } of done) {
    const of = facts.get(home.id) ?? new Set()
    for (const fact of [...undoable(state.stations, station), ...state.servedBy]) of.add(fact)
    facts.set(home.id, of)
  }
  const factsOf = (home: string): FactId[] => [...(facts.get(home) ?? [])]
  const bodies = [...byHome(done)].map(([home, refs]) => [home, { station, units: refs, of: factsOf(home) }] as const)
  return sayEach(context, 'recalled', bodies)
}

function undoable(stations: readonly StationUnit[], station: StationRequest['station']): readonly FactId[] {
  return stations.find((one) => one.station === station)?.readyBy ?? []
}

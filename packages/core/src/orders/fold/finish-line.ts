import { invariant, type LineId } from '../../kernel/index.ts'
import { STATION_STAGES, type LineState, type StationUnit, type UnitStage, type UnitState } from '../order-state.ts'
import { unitsOfSet } from '../set-units.ts'
import type { LineDraft, StationDraft, UnitDraft } from './order-draft.ts'

/** Turns what was gathered about a line into what it says. K3: started implies fired, whatever a hold says. */
export function finishLine({ startedAt, units, ...line }: LineDraft): LineState {
  const fired = line.fired || startedAt !== null
  const firedAt = line.firedAt ?? startedAt
  return { ...line, fired, firedAt, units: units.map((unit) => finishUnit(unit, fired)) }
}

/** Least first. */
const STAGES: readonly UnitStage[] = ['held', 'sent', 'received', 'started', 'ready', 'served']

/** K2: no station makes a set meal; it stands where the one of its dishes stands that is furthest behind. */
export function withSets(lines: ReadonlyMap<LineId, LineState>): ReadonlyMap<LineId, LineState> {
  const sets = new Set([...lines.values()].flatMap(({ content }) => content.parent ?? []))
  if (sets.size === 0) return lines
  return new Map([...lines].map(([id, line]) => [id, sets.has(id) ? asItsDishes(line, lines) : line]))
}

function asItsDishes(set: LineState, lines: ReadonlyMap<LineId, LineState>): LineState {
  const units = set.units.map((unit) => {
    if (unit.servedBy.length > 0 || unit.stations.length > 0) return unit
    const dishes = unitsOfSet(lines.values(), set, unit.unit).flatMap(
      ({ line, unit: own }) => line.units[own - 1] ?? [],
    )
    const standing = new Set(dishes.filter((dish) => !dish.voided).map(({ stage }) => stage))
    return { ...unit, stage: STAGES.find((stage) => standing.has(stage)) ?? unit.stage }
  })
  return { ...set, units }
}

function finishUnit(unit: UnitDraft, fired: boolean): UnitState {
  const stations = unit.stations.map(finishStation)
  return { ...unit, stations, stage: stageOf(unit, stations, fired) }
}

function finishStation({ station, rank, recalled, readyBy }: StationDraft): StationUnit {
  const stage = STATION_STAGES[rank]
  invariant(stage, 'a rank names a stage')
  return { station, stage, recalled: recalled && stage !== 'ready', readyBy }
}

/** K2: ready when all its stations are; cooking as soon as one has started. What no station makes is sent until it is served. */
function stageOf(unit: UnitDraft, stations: readonly StationUnit[], fired: boolean): UnitStage {
  if (unit.servedBy.length > 0) return 'served'
  if (!fired) return 'held'
  if (stations.length === 0) return 'sent'
  if (stations.every((station) => station.stage === 'ready')) return 'ready'
  if (stations.some((station) => station.stage === 'started' || station.stage === 'ready')) return 'started'
  return stations.every((station) => station.stage === 'received') ? 'received' : 'sent'
}

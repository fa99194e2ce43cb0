import { err, type StationId } from '../kernel/index.ts'
import {
  byHome,
  findUnits,
  sayEach,
  STATION_STAGES,
  withBelongings,
  type CommandContext,
  type Drafts,
  type NamedUnit,
  type OrderState,
  type StationStage,
  type UnitRef,
} from '../orders/index.ts'

export interface StationRequest {
  readonly station: StationId
  readonly units: readonly UnitRef[]
}

type MarkCode = 'line.unknown' | 'unit.unknown' | 'line.held' | 'nothing.toDo'

/** K1: the kitchen screen of a station has shown these units, held ones too. */
export function markReceived(orders: Iterable<OrderState>, request: StationRequest, context: CommandContext) {
  return advanceUnits('received', orders, request, context)
}

/** K1, K3: a station has begun. */
export function markStarted(orders: Iterable<OrderState>, request: StationRequest, context: CommandContext) {
  return advanceUnits('started', orders, request, context)
}

/** K4: a bump: a station is done with these units, of a line, of part of it, or of a whole ticket. */
export function markReady(orders: Iterable<OrderState>, request: StationRequest, context: CommandContext) {
  return advanceUnits('ready', orders, request, context)
}

function advanceUnits(
  stage: Exclude<StationStage, 'sent'>,
  orders: Iterable<OrderState>,
  { station, units }: StationRequest,
  context: CommandContext,
): Drafts<MarkCode> {
  const found = findUnits(orders, units)
  if (!found.ok) return found
  const behind = found.value.filter((unit) => !unit.state.voided && isBehind(unit, station, stage))
  if (behind.length === 0) return err('nothing.toDo')
  const moved = stage === 'received' ? behind : behind.filter(({ line }) => line.fired)
  if (moved.length === 0) return err('line.held')
  const bodies = [...byHome(moved)].map(([home, refs]) => [home, { station, units: refs }] as const)
  return sayEach(context, stage, bodies)
}

function isBehind({ state }: NamedUnit, station: StationId, stage: StationStage): boolean {
  const at = state.stations.find((one) => one.station === station)
  return (
    at !== undefined && state.servedBy.length === 0 && STATION_STAGES.indexOf(at.stage) < STATION_STAGES.indexOf(stage)
  )
}

/** K4: the guest has it; of a set meal, its dishes too. Units voided or served are left out. Fails with `line.unknown`, `unit.unknown`, `line.held`, `nothing.toDo`. */
export function markServed(
  orders: Iterable<OrderState>,
  units: readonly UnitRef[],
  context: CommandContext,
): Drafts<MarkCode> {
  const found = findUnits(orders, units)
  if (!found.ok) return found
  const waiting = withBelongings(found.value).filter(({ state }) => !state.voided && state.servedBy.length === 0)
  if (waiting.length === 0) return err('nothing.toDo')
  const fired = waiting.filter(({ line }) => line.fired)
  if (fired.length === 0) return err('line.held')
  const bodies = [...byHome(fired)].map(([home, refs]) => [home, { units: refs }] as const)
  return sayEach(context, 'served', bodies)
}

import type { StationId } from '../../src/kernel/index.ts'
import { ticketsOf, type TicketLine } from '../../src/kitchen/index.ts'
import type { LineState, OrderState, UnitState } from '../../src/orders/index.ts'
import { check } from '../world/check-failed.ts'
import type { Replica } from '../world/replica.ts'
import { countedFacts, unitKey } from './reference-orders.ts'

/** S3: every fired unit that its station has still to make is on exactly one ticket there; nothing else is asked for. */
export function kitchenHolds(replica: Replica, stations: readonly StationId[], now: number): void {
  for (const station of stations) stationHolds(replica, station, now)
  for (const state of replica.states) amendmentsShow(replica, state)
}

function stationHolds({ name, states }: Replica, station: StationId, now: number): void {
  const at = `${name}, station …${station.slice(-4)}`
  const shown = new Map<string, 'toDo' | 'done' | 'held'>()
  const show = (line: TicketLine, units: readonly number[], how: 'toDo' | 'done' | 'held') => {
    for (const unit of units) {
      const key = unitKey(line.line, unit)
      check('S3', !shown.has(key), () => `${at}: unit ${key} is shown twice`)
      shown.set(key, how)
    }
  }
  for (const ticket of ticketsOf(states, station, now)) {
    for (const line of ticket.lines) {
      show(line, [...line.toDo, ...line.started], 'toDo')
      show(line, line.done, 'done')
      show(line, line.held, 'held')
    }
  }
  for (const state of states) {
    for (const line of state.lines.values()) {
      if (!line.content.stations.includes(station)) continue
      for (const unit of line.units) unitIsShown(at, line, unit, station, shown)
    }
  }
}

function unitIsShown(
  at: string,
  line: LineState,
  unit: UnitState,
  station: StationId,
  shown: ReadonlyMap<string, 'toDo' | 'done' | 'held'>,
): void {
  const key = unitKey(line.id, unit.unit)
  const how = shown.get(key)
  const isReady = unit.stations.find((one) => one.station === station)?.stage === 'ready'
  const isWanted = !unit.voided && !isReady && unit.servedBy.length === 0
  if (!isWanted)
    return check('S3', how !== 'toDo' && how !== 'held', () => `${at}: unit ${key} is asked for, though voided or done`)
  const expected = line.fired ? 'toDo' : 'held'
  check('S3', how === expected, () => `${at}: unit ${key} should be ${expected} and is ${how ?? 'on no ticket'}`)
}

/** S4: what counts as a change of a sent line is an amendment that the kitchen gets to see. */
function amendmentsShow({ name, viewer }: Replica, state: OrderState): void {
  const shown = new Set([...state.lines.values()].flatMap((line) => line.amendments.map(({ fact }) => fact)))
  for (const fact of countedFacts(state.document, viewer)) {
    if (fact.kind !== 'lineAmended' || !state.lines.has(fact.body.line)) continue
    if (fact.body.note === undefined && fact.body.options === undefined) continue
    check('S4', shown.has(fact.id), () => `${name}: amendment ${fact.id} of ${fact.body.line} is silent`)
  }
}

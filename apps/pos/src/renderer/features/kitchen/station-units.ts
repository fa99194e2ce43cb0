import type { EpochMs, FactId, Names, OrderId, StationId } from '@orderez/core/kernel'
import type { LineState, OrderNumber, OrderState, StationUnit, UnitRef, UnitState } from '@orderez/core/orders'

/** Units that this station's screen shows now and has not told the waiter so. */
export function unreceivedUnits(orders: readonly OrderState[], station: StationId): readonly UnitRef[] {
  return refsOf(orders, station, (unit, here) => !unit.voided && unit.stage !== 'served' && here.stage === 'sent')
}

/** Units done at this station that may be called back, newest first. */
export interface DoneLine {
  readonly station: StationId
  readonly order: OrderId
  readonly ref: UnitRef
  readonly names: Names
  readonly table: OrderState['table']
  readonly number: OrderNumber | null
  readonly doneAt: EpochMs
}

export function doneLines(
  orders: readonly OrderState[],
  stations: readonly StationId[],
  limit: number,
): readonly DoneLine[] {
  const done = stations.flatMap((station) => doneAt(orders, station))
  return done.toSorted((a, b) => b.doneAt - a.doneAt).slice(0, limit)
}

function doneAt(orders: readonly OrderState[], station: StationId): readonly DoneLine[] {
  return orders.flatMap((order) =>
    [...order.lines.values()].flatMap((line): DoneLine[] => {
      const units = unitsAt(line, station).filter(([unit, here]) => !unit.voided && here.stage === 'ready')
      const facts = units.flatMap(([, here]) => here.readyBy)
      if (units.length === 0 || facts.length === 0) return []
      const ref = { line: line.id, units: units.map(([unit]) => unit.unit) }
      const { id, table, opening } = order
      const number = opening?.number ?? null
      return [{ station, order: id, ref, names: line.content.names, table, number, doneAt: lastOf(order, facts) }]
    }),
  )
}

function lastOf(order: OrderState, facts: readonly FactId[]): EpochMs {
  return Math.max(0, ...facts.map((fact) => order.document.facts[fact]?.at.ms ?? 0))
}

function refsOf(
  orders: readonly OrderState[],
  station: StationId,
  wanted: (unit: UnitState, here: StationUnit) => boolean,
): readonly UnitRef[] {
  return orders.flatMap((order) =>
    [...order.lines.values()].flatMap((line) => {
      const units = unitsAt(line, station).filter(([unit, here]) => wanted(unit, here))
      return units.length === 0 ? [] : [{ line: line.id, units: units.map(([unit]) => unit.unit) }]
    }),
  )
}

function unitsAt(line: LineState, station: StationId): readonly (readonly [UnitState, StationUnit])[] {
  return line.units.flatMap((unit) => {
    const here = unit.stations.find((one) => one.station === station)
    return here ? [[unit, here] as const] : []
  })
}

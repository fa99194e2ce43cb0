import type { StationId } from '../../src/kernel/index.ts'
import { acknowledge, markReady, markReceived, markServed, markStarted, recallUnits } from '../../src/kitchen/index.ts'
import { STATION_STAGES, type StationStage, type UnitState } from '../../src/orders/index.ts'
import { pickUnits, type Operation, type Scene } from './scene.ts'

const stageAt = (unit: UnitState, station: StationId): StationStage | null =>
  unit.stations.find((one) => one.station === station)?.stage ?? null

function isBehind(unit: UnitState, station: StationId, stage: StationStage): boolean {
  const at = stageAt(unit, station)
  return at !== null && STATION_STAGES.indexOf(at) < STATION_STAGES.indexOf(stage)
}

/** Units that a station has not got as far as `stage` with; closed and merged orders are cooked too. */
function pending(scene: Scene, station: StationId, stage: StationStage) {
  return pickUnits(scene, (unit, line) => !unit.voided && line.fired && isBehind(unit, station, stage), scene.orders)
}

const receive: Operation = (scene) => {
  const station = scene.random.pick(scene.site.stations)
  const units = pending(scene, station, 'received')
  return units && markReceived(scene.orders, { station, units }, scene.context)
}

const start: Operation = (scene) => {
  const station = scene.random.pick(scene.site.stations)
  const units = pending(scene, station, 'started')
  return units && markStarted(scene.orders, { station, units }, scene.context)
}

/** Of a line, of a part of its units, or of several lines: whatever was picked. */
const bump: Operation = (scene) => {
  const station = scene.random.pick(scene.site.stations)
  const units = pending(scene, station, 'ready')
  return units && markReady(scene.orders, { station, units }, scene.context)
}

const recall: Operation = (scene) => {
  const station = scene.random.pick(scene.site.stations)
  const units = pickUnits(scene, (unit) => stageAt(unit, station) === 'ready', scene.orders)
  return units && recallUnits(scene.orders, { station, units }, scene.context)
}

const serve: Operation = (scene) => {
  const units = pickUnits(scene, (unit) => unit.stage === 'ready', scene.orders)
  return units && markServed(scene.orders, units, scene.context)
}

/** Whatever of voids, amendments and rushes the station has not taken note of. */
const takeNote: Operation = (scene) => {
  const station = scene.random.pick(scene.site.stations)
  const changes = scene.orders.flatMap((order) => {
    const known = order.acknowledged.get(station)
    return [...order.lines.values()]
      .flatMap((line) => [
        ...line.amendments.map(({ fact }) => fact),
        ...line.rushes.map(({ fact }) => fact),
        ...line.units.flatMap((unit) => unit.voided?.facts ?? []),
      ])
      .filter((fact) => !known?.has(fact))
  })
  if (changes.length === 0) return null
  return acknowledge(scene.orders, { station, of: scene.random.some(changes.slice(0, 6), 1) }, scene.context)
}

export const KITCHEN_OPERATIONS = { receive, start, bump, recall, serve, takeNote } as const satisfies Readonly<
  Record<string, Operation>
>

export type KitchenOperation = keyof typeof KITCHEN_OPERATIONS

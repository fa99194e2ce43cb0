import type { EpochMs } from '../kernel/index.ts'
import type { OrderState, UnitState } from '../orders/index.ts'

/** `empty`: nothing is wanted. `served`: all that was wanted has been handed over. */
export type PickupStage = 'empty' | 'preparing' | 'ready' | 'served'

export interface Pickup {
  readonly stage: PickupStage
  /** When it became ready; null before that and where nothing had to be made. */
  readonly readyAt: EpochMs | null
}

/** How far an order that leaves the house is: ready when all that a station makes of it is, held dishes too. */
export function pickupOf(state: OrderState): Pickup {
  const wanted = [...state.lines.values()].flatMap((line) => line.units).filter((unit) => !unit.voided)
  if (wanted.length === 0) return { stage: 'empty', readyAt: null }
  const waiting = wanted.filter((unit) => unit.stage !== 'served')
  if (waiting.length === 0) return { stage: 'served', readyAt: null }
  const toCook = waiting.filter((unit) => unit.stations.length > 0 || unit.stage === 'held')
  if (toCook.some((unit) => unit.stage !== 'ready')) return { stage: 'preparing', readyAt: null }
  const facts = toCook.map((unit) => readyAt(state, unit))
  return { stage: 'ready', readyAt: facts.length === 0 ? null : Math.max(...facts) }
}

function readyAt({ document }: OrderState, unit: UnitState): EpochMs {
  const facts = unit.stations.flatMap((station) => station.readyBy)
  return Math.max(0, ...facts.map((fact) => document.facts[fact]?.at.ms ?? 0))
}

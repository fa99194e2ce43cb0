import type { StationId } from '../../kernel/index.ts'
import { STATION_STAGES, type StationStage } from '../order-state.ts'
import type { Counted } from './counted-facts.ts'
import { eachUnit, type LineDraft, type OrderDraft, type UnitDraft } from './order-draft.ts'

const STARTED = STATION_STAGES.indexOf('started')

export const received = atStation('received')
export const started = atStation('started')

/** K1: a stage is the highest that any fact says, so repeats and late arrivals change nothing. */
function atStation(stage: Exclude<StationStage, 'ready'>) {
  const rank = STATION_STAGES.indexOf(stage)
  return (draft: OrderDraft, { fact, at }: Counted<'received' | 'started'>): void => {
    eachUnit(draft, fact.body.units, (unit, line) => {
      if (advance(unit, fact.body.station, rank) && rank >= STARTED) noteStart(line, at.ms)
    })
  }
}

/** K5: a bump that a recall names is taken back to "started"; a bump that the recall had not seen stands. */
export function ready(draft: OrderDraft, { fact, at }: Counted<'ready'>): void {
  eachUnit(draft, fact.body.units, (unit, line) => {
    const station = unit.stations.find((one) => one.station === fact.body.station)
    if (!station) return
    noteStart(line, at.ms)
    const taken = draft.undone.recalledAt(fact.id, line.id, unit.unit).includes(station.station)
    if (taken) {
      station.recalled = true
      station.rank = Math.max(station.rank, STARTED)
    } else {
      station.rank = STATION_STAGES.indexOf('ready')
      station.readyBy.push(fact.id)
    }
  })
}

export function served(draft: OrderDraft, { fact, at }: Counted<'served'>): void {
  eachUnit(draft, fact.body.units, (unit, line) => {
    noteStart(line, at.ms)
    const takenAt = draft.undone.recalledAt(fact.id, line.id, unit.unit)
    if (takenAt.length === 0) unit.servedBy.push(fact.id)
    for (const station of unit.stations) {
      if (!takenAt.includes(station.station)) continue
      station.recalled = true
      station.rank = Math.max(station.rank, STARTED)
    }
  })
}

export function acknowledged(draft: OrderDraft, { fact }: Counted<'acknowledged'>): void {
  const known = draft.acknowledged.get(fact.body.station) ?? new Set()
  for (const id of fact.body.of) known.add(id)
  draft.acknowledged.set(fact.body.station, known)
}

function advance(unit: UnitDraft, stationId: StationId, rank: number): boolean {
  const station = unit.stations.find((one) => one.station === stationId)
  if (!station) return false
  station.rank = Math.max(station.rank, rank)
  return true
}

function noteStart(line: LineDraft, ms: number): void {
  line.startedAt = line.startedAt === null ? ms : Math.min(line.startedAt, ms)
}

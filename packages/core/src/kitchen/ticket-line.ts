import type { FactId, StationId } from '../kernel/index.ts'
import type { LineState, OrderState, StationUnit, UnitState } from '../orders/index.ts'
import type { TicketLine, TicketVoid } from './ticket.ts'

type Lists = { -readonly [K in 'toDo' | 'started' | 'done' | 'held' | 'recalled']: number[] }

/** What one line asks of a station; null where it is not made there. */
export function ticketLine(state: OrderState, line: LineState, station: StationId): TicketLine | null {
  if (!line.content.stations.includes(station)) return null
  const known = state.acknowledged.get(station) ?? NOTHING
  const { content } = line
  const lists = sortUnits(line, station)
  const open = lists.toDo.length + lists.started.length > 0
  return {
    line: line.id,
    names: content.names,
    unitQuantity: line.unitQuantity,
    unweighed: line.unweighed,
    unit: content.unit,
    options: line.options,
    note: line.note,
    seat: line.seat,
    course: line.course,
    parent: content.parent ?? null,
    set: content.parent === undefined ? null : (state.lines.get(content.parent)?.content.names ?? null),
    firedAt: line.firedAt,
    ...lists,
    voided: openVoids(line, station, known),
    amendments: line.amendments.filter((one) => !known.has(one.fact) && concernsCook(line, one.units)),
    rushes: open ? line.rushes.filter((rush) => !known.has(rush.fact)) : [],
    rushed: open && line.rushes.length > 0,
  }
}

const NOTHING: ReadonlySet<FactId> = new Set()

/** K7: a ticket line asks something while a unit is not done, or something is not acknowledged. */
export function asksSomething(line: TicketLine): boolean {
  const open = line.toDo.length + line.started.length + line.held.length
  return open + line.voided.length + line.amendments.length + line.rushes.length > 0
}

/** K4: a served unit is off every screen, whoever forgot to bump it. */
function sortUnits(line: LineState, station: StationId): Lists {
  const lists: Lists = { toDo: [], started: [], done: [], held: [], recalled: [] }
  for (const unit of line.units) {
    if (unit.voided) continue
    const here = stationOf(unit, station)
    if (isDone(unit, here)) lists.done.push(unit.unit)
    else if (!line.fired) lists.held.push(unit.unit)
    else (here?.stage === 'started' ? lists.started : lists.toDo).push(unit.unit)
    if (here?.recalled && !isDone(unit, here)) lists.recalled.push(unit.unit)
  }
  return lists
}

function stationOf(unit: UnitState, station: StationId): StationUnit | undefined {
  return unit.stations.find((one) => one.station === station)
}

function isDone(unit: UnitState, here: StationUnit | undefined): boolean {
  return unit.servedBy.length > 0 || here?.stage === 'ready'
}

/** K6: a void of what was already made here asks nothing of the cook any more. */
function openVoids(line: LineState, station: StationId, known: ReadonlySet<FactId>): TicketVoid[] {
  const open = new Map<FactId, { units: number[]; fact: FactId; reason: string }>()
  for (const unit of line.units) {
    const { voided } = unit
    if (!voided || isDone(unit, stationOf(unit, station)) || voided.facts.some((fact) => known.has(fact))) continue
    const entry = open.get(voided.fact) ?? { units: [], fact: voided.fact, reason: voided.reason }
    entry.units.push(unit.unit)
    open.set(voided.fact, entry)
  }
  return [...open.values()]
}

/** S4: a change concerns the cook until he takes note of it, also where he bumped before he saw it; not once all is voided or served. */
function concernsCook(line: LineState, added: readonly number[]): boolean {
  const units = line.units.filter((unit) => added.length === 0 || added.includes(unit.unit))
  return units.some((unit) => !unit.voided && unit.servedBy.length === 0)
}

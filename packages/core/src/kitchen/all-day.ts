import type { Names, Unit } from '../kernel/index.ts'
import type { Ticket, TicketLine } from './ticket.ts'

/** How many units of a dish a station has to do over all its tickets. */
export interface DishCount {
  /** The same for all lines that ask for the same dish. */
  readonly key: string
  readonly names: Names
  readonly unit: Unit
  readonly units: number
}

/** Units still to do by dish, the most first; begun ones count, held ones do not (see `heldOf`). */
export function allDayOf(tickets: Iterable<Ticket>): DishCount[] {
  return countDishes(tickets, (line) => line.toDo.length + line.started.length)
}

/** Units that will come once they are fired, by dish, the most first. */
export function heldOf(tickets: Iterable<Ticket>): DishCount[] {
  return countDishes(tickets, (line) => line.held.length)
}

function countDishes(tickets: Iterable<Ticket>, unitsOf: (line: TicketLine) => number): DishCount[] {
  const counts = new Map<string, DishCount>()
  for (const line of [...tickets].flatMap((ticket) => ticket.lines)) {
    const units = unitsOf(line)
    if (units === 0) continue
    const key = `${line.unit} ${line.names.zh} ${line.names.en}`
    counts.set(key, { key, names: line.names, unit: line.unit, units: units + (counts.get(key)?.units ?? 0) })
  }
  return [...counts.values()].sort((a, b) => b.units - a.units || (a.key < b.key ? -1 : 1))
}

import type { Ticket, TicketLine } from '@orderez/core/kitchen'
import type { UnitRef } from '@orderez/core/orders'

/** Units of the fired lines of a ticket, as picked of each line. */
export function firedUnits(ticket: Ticket, pick: (line: TicketLine) => readonly number[]): readonly UnitRef[] {
  return ticket.lines.flatMap((line) => {
    const units = line.firedAt === null ? [] : pick(line)
    return units.length > 0 ? [{ line: line.line, units: [...units] }] : []
  })
}

/** What one press of the bump key finishes. */
export function openUnits(ticket: Ticket): readonly UnitRef[] {
  return firedUnits(ticket, (line) => [...line.toDo, ...line.started])
}

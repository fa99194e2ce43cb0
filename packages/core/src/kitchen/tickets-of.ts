import type { EpochMs, OrderId, StationId, TableId } from '../kernel/index.ts'
import type { LineState, OrderState } from '../orders/index.ts'
import { asksSomething, ticketLine } from './ticket-line.ts'
import type { Ticket, TicketLine } from './ticket.ts'

/**
 * K4, S3: what a station has to do, from the rounds minus voids: one ticket for each round with work here, each unit on exactly one. Recalled
 * ones first, then by the age of the oldest open work, then those that are wholly held. A move or merge only changes the table's label.
 */
export function ticketsOf(states: Iterable<OrderState>, station: StationId, now: EpochMs): Ticket[] {
  const all = [...states]
  const byId = new Map(all.map((state) => [state.id, state]))
  return all.flatMap((state) => orderTickets(state, station, now, byId)).sort(byUrgency)
}

/** K8, K9: the tickets of all the stations that one screen shows, the most urgent first. */
export function ticketsAt(states: readonly OrderState[], stations: readonly StationId[], now: EpochMs): Ticket[] {
  return stations.flatMap((station) => ticketsOf(states, station, now)).sort(byUrgency)
}

function orderTickets(
  state: OrderState,
  station: StationId,
  now: EpochMs,
  byId: ReadonlyMap<OrderId, OrderState>,
): Ticket[] {
  return state.rounds.flatMap((round) => {
    const sent = round.lines.flatMap((id) => state.lines.get(id) ?? [])
    const lines = sent.flatMap((line) => ticketLine(state, line, station) ?? [])
    if (!lines.some(asksSomething)) return []
    const firedAt = oldestWork(lines)
    return {
      id: `${round.round} ${station}`,
      order: state.id,
      round: round.round,
      station,
      table: tableOf(state, sent, byId),
      number: state.opening?.number ?? null,
      type: state.opening?.type ?? null,
      guests: state.guests,
      wishedAt: state.wishedAt,
      orderNote: state.note,
      waiter: round.by,
      firedAt,
      ageMs: Math.max(0, now - (firedAt ?? round.at.ms)),
      sentAt: round.at.ms,
      recalled: lines.some((line) => line.recalled.length > 0),
      rushed: lines.some((line) => line.rushed),
      lines,
    }
  })
}

function oldestWork(lines: readonly TicketLine[]): EpochMs | null {
  const asking = lines.filter((line) => asksSomething(line) && line.firedAt !== null)
  const times = asking.flatMap((line) => line.firedAt ?? [])
  return times.length > 0 ? Math.min(...times) : null
}

/** O4: the table at which the ticket's first wanted unit stands now. */
function tableOf(
  state: OrderState,
  lines: readonly LineState[],
  byId: ReadonlyMap<OrderId, OrderState>,
): TableId | null {
  const wanted = lines.flatMap((line) => line.units).find((unit) => !unit.voided)
  return (byId.get(wanted?.place.order ?? state.id) ?? state).table
}

function byUrgency(a: Ticket, b: Ticket): number {
  const recalled = Number(b.recalled) - Number(a.recalled)
  const held = Number(a.firedAt === null) - Number(b.firedAt === null)
  const age = (a.firedAt ?? a.sentAt) - (b.firedAt ?? b.sentAt)
  return recalled || held || age || (a.id < b.id ? -1 : 1)
}

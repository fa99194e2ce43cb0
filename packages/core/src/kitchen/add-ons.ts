import type { Ticket } from './ticket.ts'

/** K10: a ticket and below it the later rounds of its order, the first on top. */
export interface TicketPile {
  /** The same while rounds come and go. */
  readonly id: string
  readonly tickets: readonly Ticket[]
}

/**
 * K10: tickets as a screen hangs them up: each with the later rounds of its order below it, as long as it stands. The piles keep the order of
 * their most urgent tickets, and within one the round that was sent first is on top.
 */
export function withAddOns(tickets: readonly Ticket[]): readonly TicketPile[] {
  const piles = Map.groupBy(tickets, ({ order, table, station }) => `${order} ${table ?? ''} ${station}`)
  return [...piles].map(([id, pile]) => ({
    id,
    tickets: pile.toSorted((a, b) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1)),
  }))
}

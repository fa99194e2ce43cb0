import { sharedRushes, type Ticket } from '@orderez/core/kitchen'
import type { OrderState } from '@orderez/core/orders'
import { TicketCard } from './ticket-card.tsx'

interface TicketPileProps {
  readonly pile: readonly Ticket[]
  readonly orders: readonly OrderState[]
  /** The key of the bump bar that bumps a ticket; null beyond the ninth. */
  readonly slotOf: (ticket: Ticket) => number | null
}

/** K10: a ticket, and below it what the same table has ordered since. */
export function TicketPile({ pile, orders, slotOf }: TicketPileProps) {
  const rushes = sharedRushes(pile)
  return (
    <div className="ticket-column flex flex-col overflow-hidden rounded-lg border border-line-strong bg-surface">
      {pile.map((ticket, index) => (
        <TicketCard
          key={ticket.id}
          ticket={ticket}
          orders={orders}
          slot={slotOf(ticket)}
          isAddOn={index > 0}
          rushes={rushes}
        />
      ))}
    </div>
  )
}

import type { Ticket } from '@orderez/core/kitchen'
import type { FactId } from '@orderez/core/kernel'
import type { UnitRef } from '@orderez/core/orders'
import { openUnits } from './open-units.ts'

/** What one press of a ticket's key does: it finishes what is open; where nothing is, it takes note of voids and changes. */
export type Bump =
  | { readonly does: 'finish'; readonly units: readonly UnitRef[] }
  | { readonly does: 'note'; readonly of: readonly FactId[] }

/** Null while all that is left of the ticket is held. */
export function bumpOf(ticket: Ticket): Bump | null {
  const units = openUnits(ticket)
  if (units.length > 0) return { does: 'finish', units }
  const of = ticket.lines.flatMap((line) =>
    [...line.voided, ...line.amendments, ...line.rushes].map(({ fact }) => fact),
  )
  return of.length > 0 ? { does: 'note', of } : null
}

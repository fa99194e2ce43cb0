import { acknowledge, markReady, type Ticket } from '@orderez/core/kitchen'
import type { OrderState } from '@orderez/core/orders'
import { useCommand } from '../command/index.ts'
import { bumpOf } from './bump-of.ts'

/** Bumps a ticket, by its key on the screen or on the bump bar. */
export function useBump(orders: readonly OrderState[]): (ticket: Ticket) => void {
  const run = useCommand()
  return (ticket) => {
    const bump = bumpOf(ticket)
    if (bump === null) return
    const { station } = ticket
    if (bump.does === 'finish') void run((context) => markReady(orders, { station, units: bump.units }, context))
    else void run((context) => acknowledge(orders, { station, of: bump.of }, context))
  }
}

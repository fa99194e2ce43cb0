import type { FactId } from '../kernel/index.ts'
import type { Ticket } from './ticket.ts'

/** A rush of several lines of a pile: the ticket that says it for them all, and how many units are still to be done. */
export interface SharedRush {
  readonly fact: FactId
  readonly ticket: string
  readonly units: number
}

/** K6: who rushes a whole order has said one thing: the pile says it once, on its first ticket that is meant. A rush of one line stays with it. */
export function sharedRushes(pile: readonly Ticket[]): readonly SharedRush[] {
  const meant = pile.flatMap((ticket) =>
    ticket.lines.flatMap(({ rushes, toDo, started }) =>
      rushes.map(({ fact }) => ({ fact, ticket: ticket.id, units: toDo.length + started.length })),
    ),
  )
  const byFact = Map.groupBy(meant, ({ fact }) => fact)
  return [...byFact].flatMap(([fact, lines]) => {
    const [first] = lines
    const units = lines.reduce((sum, line) => sum + line.units, 0)
    return first && lines.length > 1 ? [{ fact, ticket: first.ticket, units }] : []
  })
}

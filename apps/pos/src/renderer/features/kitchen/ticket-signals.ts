import type { Ticket } from '@orderez/core/kitchen'

export type SignalKind = 'new' | 'void' | 'rush'

/** What is on the screen that a cook should hear of once, by what says so. */
export function signalsOf(tickets: readonly Ticket[]): ReadonlyMap<string, SignalKind> {
  return new Map(
    tickets.flatMap((ticket) => [
      [ticket.id, 'new'] as const,
      ...ticket.lines.flatMap((line) => [
        ...line.voided.map((voided) => [voided.fact, 'void'] as const),
        ...line.rushes.map((rush) => [rush.fact, 'rush'] as const),
      ]),
    ]),
  )
}

/** The one sound for what has come since: a void saves food, a rush saves a guest, a new ticket can wait. */
export function soundFor(known: ReadonlySet<string>, signals: ReadonlyMap<string, SignalKind>): SignalKind | null {
  const fresh = [...signals].flatMap(([id, kind]) => (known.has(id) ? [] : [kind]))
  return (['void', 'rush', 'new'] as const).find((kind) => fresh.includes(kind)) ?? null
}

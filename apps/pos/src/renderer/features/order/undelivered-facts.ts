import type { FactId } from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'
import type { EngineStatus } from '@orderez/core/sync-engine'

/** Facts of an order that the server could not read and has not judged since: nobody but this terminal knows of them. */
export function undeliveredFacts(
  { undecided }: Pick<OrderState, 'undecided'>,
  { deadLetters }: Pick<EngineStatus, 'deadLetters'>,
): ReadonlySet<FactId> {
  const dead = new Set(deadLetters.map(({ fact }) => fact))
  return new Set(undecided.filter((fact) => dead.has(fact)))
}

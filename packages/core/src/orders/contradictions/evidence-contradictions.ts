import type { FactId } from '../../kernel/index.ts'
import type { OrderState } from '../order-state.ts'
import { contradiction, type Contradiction } from './contradiction.ts'

/** C: ids with two bodies, and numbers of one log given twice (a restored or cloned profile). */
export function evidenceContradictions(states: readonly OrderState[]): Contradiction[] {
  const rewritten = states
    .filter((state) => state.rewritten.length > 0)
    .map((state) => contradiction('factRewritten', { orders: [state.id], facts: state.rewritten }))
  return [...rewritten, ...forks(states)]
}

function forks(states: readonly OrderState[]): Contradiction[] {
  const places = new Map<string, { fact: FactId; state: OrderState }[]>()
  for (const state of states) {
    for (const fact of Object.values(state.document.facts)) {
      const place = `${fact.terminal} ${fact.incarnation} ${fact.n}`
      const known = places.get(place)
      if (known) known.push({ fact: fact.id, state })
      else places.set(place, [{ fact: fact.id, state }])
    }
  }
  return [...places.values()]
    .filter((claims) => claims.length > 1)
    .map((claims) =>
      contradiction('logForked', {
        orders: claims.map((claim) => claim.state.id),
        facts: claims.map((claim) => claim.fact),
      }),
    )
}

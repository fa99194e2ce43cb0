import { createIdSource, type IdSource, type OrderId, type PersonId } from '../kernel/index.ts'
import type { FactDraft } from '../orders/index.ts'

/** Ids for tests: each source makes its own, the same ones in every run. */
export function createTestIds(seed = 1): IdSource {
  let state = seed
  return createIdSource({
    now: () => 1_700_000_000_000 + seed * 1_000_000,
    random: (bytes) =>
      Uint8Array.from({ length: bytes }, () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
        return state >>> 24
      }),
  })
}

/** Drafts that mean little and are well-formed: notes on an order. */
export function noteDrafts(ids: IdSource, order: OrderId, person: PersonId, texts: readonly string[]): FactDraft[] {
  return texts.map((text, tick) => ({
    id: ids.next('fact'),
    v: 1,
    order,
    person,
    at: { ms: 1_700_000_000_000, tick },
    kind: 'noteSet',
    body: { text },
  }))
}

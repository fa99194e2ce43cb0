import * as z from 'zod'
import { canonicalJson, idSchema, jsonEquals, type FactId, type OrderId } from '../kernel/index.ts'
import { factSchema, type Fact } from './fact.ts'
import { standingVerdict, verdictSchema, type Verdict } from './verdict.ts'

/**
 * An order is its facts, and the server's verdicts on them. Merging is union (O1); nothing here is ever changed or removed.
 * `rewritten` keeps the other bodies that came under an id already taken (evidence; they never count).
 */
export const orderDocumentSchema = z.strictObject({
  id: idSchema('order'),
  kind: z.literal('order'),
  v: z.literal(1),
  facts: z.record(z.string(), factSchema),
  verdicts: z.record(z.string(), verdictSchema),
  rewritten: z.record(z.string(), z.array(factSchema)).optional(),
})
export type OrderDocument = {
  readonly id: OrderId
  readonly kind: 'order'
  readonly v: 1
  readonly facts: Readonly<Record<FactId, Fact>>
  readonly verdicts: Readonly<Record<FactId, Verdict>>
  readonly rewritten?: Readonly<Record<FactId, readonly Fact[]>>
}

export function emptyOrder(id: OrderId): OrderDocument {
  return { id, kind: 'order', v: 1, facts: {}, verdicts: {} }
}

/** O1: commutative, associative, idempotent. The same function for terminal, server and the leaves of a CouchDB conflict. */
export function mergeOrders(a: OrderDocument, b: OrderDocument): OrderDocument {
  const rewritten = new Map<FactId, Fact[]>()
  const facts = { ...a.facts }
  for (const fact of Object.values(b.facts)) {
    const mine = facts[fact.id]
    if (!mine || sameFact(mine, fact)) facts[fact.id] = mine ?? fact
    else facts[fact.id] = keepOne(mine, fact, rewritten)
  }
  for (const document of [a, b]) {
    for (const others of Object.values(document.rewritten ?? {})) {
      for (const other of others) {
        const kept = facts[other.id]
        if (!kept) facts[other.id] = other
        else if (!sameFact(kept, other)) facts[other.id] = keepOne(kept, other, rewritten)
      }
    }
  }
  const merged: OrderDocument = { ...a, facts, verdicts: mergeVerdicts(a.verdicts, b.verdicts) }
  return rewritten.size === 0 ? withoutRewritten(merged) : { ...merged, rewritten: sortedRewritten(rewritten) }
}

/** Same id with another body: the smaller canonical text is kept in place, so that every replica keeps the same one; both stay as evidence. */
function keepOne(a: Fact, b: Fact, rewritten: Map<FactId, Fact[]>): Fact {
  const [kept, other] = canonicalJson(a) < canonicalJson(b) ? [a, b] : [b, a]
  const others = rewritten.get(kept.id) ?? []
  if (!others.some((known) => sameFact(known, other))) others.push(other)
  rewritten.set(kept.id, others)
  return kept
}

function sortedRewritten(rewritten: Map<FactId, Fact[]>): Record<FactId, readonly Fact[]> {
  const byText = (a: Fact, b: Fact) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)
  return Object.fromEntries([...rewritten].map(([id, facts]) => [id, facts.toSorted(byText)]))
}

function withoutRewritten(document: OrderDocument): OrderDocument {
  const { rewritten: _none, ...rest } = document
  return rest
}

function mergeVerdicts(a: OrderDocument['verdicts'], b: OrderDocument['verdicts']): OrderDocument['verdicts'] {
  const merged = { ...a }
  for (const verdict of Object.values(b)) {
    const mine = merged[verdict.of]
    merged[verdict.of] = mine ? standingVerdict(mine, verdict) : verdict
  }
  return merged
}

function sameFact(a: Fact, b: Fact): boolean {
  return jsonEquals(a, b)
}

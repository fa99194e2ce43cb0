import { invariant, type BranchId, type JsonObject, type OrderId } from '../kernel/index.ts'
import { emptyOrder, knownFact, mergeOrders, type OrderDocument } from '../orders/index.ts'
import { liftRecord, recordTypeOf, type StoredDocument } from '../sync/index.ts'

/** A15: an order as it is stored, in the newest version and united with the leaves that replication brought. */
export function openOrder(id: string, stored: StoredDocument | null): OrderDocument {
  if (!stored) return emptyOrder(id as OrderId)
  return stored.losers.reduce((order, loser) => mergeOrders(order, lifted(loser.body)), lifted(stored.body))
}

function lifted(body: JsonObject): OrderDocument {
  const type = recordTypeOf('order')
  invariant(type && body['kind'] === 'order', 'an order that this server did not write')
  return liftRecord(type, body) as OrderDocument
}

/** A24: an order's leaves, each for itself and in the newest version. */
export function orderLeaves(stored: StoredDocument): OrderDocument[] {
  return [stored, ...stored.losers].map(({ body }) => lifted(body))
}

/** A17: an order is another branch's when every opening it has names another. */
export function isOfBranch(document: OrderDocument, branch: BranchId): boolean {
  const named = Object.values(document.facts).flatMap((fact) => {
    const known = knownFact(fact)
    return known?.kind === 'opened' ? [known.body.branch] : []
  })
  return named.length === 0 || named.includes(branch)
}

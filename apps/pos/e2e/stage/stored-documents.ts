import type { JsonObject } from '@orderez/core/kernel'
import { knownFact, orderDocumentSchema, type KnownFact, type OrderDocument } from '@orderez/core/orders'
import type { SyncedCollection } from '@orderez/core/sync'
import { createSiteClient, enrolTerminal, type RestaurantServer } from '@orderez/sync-server/stage'

/** A collection as the server keeps it, read by a terminal of the test's own. */
export async function storedDocuments(
  server: RestaurantServer,
  collection: SyncedCollection,
): Promise<readonly JsonObject[]> {
  const terminal = await enrolTerminal(createSiteClient(server.port, server.caPem), await server.joinCode())
  return terminal.pullAll(collection)
}

export async function storedOrders(server: RestaurantServer): Promise<readonly OrderDocument[]> {
  const documents = await storedDocuments(server, 'orders')
  return documents.map((document) => orderDocumentSchema.parse(document) as OrderDocument)
}

/** The bodies of an order's facts of one kind, in no order of their own. */
export function factsOf<K extends KnownFact['kind']>(document: OrderDocument, kind: K) {
  const known = Object.values(document.facts).flatMap((fact) => knownFact(fact) ?? [])
  const ofKind = known.filter((fact): fact is Extract<KnownFact, { kind: K }> => fact.kind === kind)
  return ofKind.map((fact) => fact.body as Extract<KnownFact, { kind: K }>['body'])
}

import { canonicalJson, invariant, type JsonObject, type OrderId, type TerminalId } from '@orderez/core/kernel'
import { mergeOrders, type OrderDocument } from '@orderez/core/orders'
import { SYNCED_COLLECTIONS, type PendingEdit, type SyncedCollection, type TerminalStore } from '@orderez/core/sync'
import type { StoredRow, TerminalDatabase } from './database.ts'
import { bodyOf, editOf, orderOf, orderRow, rowOf, valueOf } from './stored-bodies.ts'

const CONFLICT = 409

/** The engine's store on RxDB. Safe over several tabs: every read-and-write repeats when another tab was first. */
export function createRxTerminalStore(database: TerminalDatabase, viewer: TerminalId): TerminalStore {
  return {
    async readOrders(ids) {
      const found = await database.orders.findByIds([...ids]).exec()
      return ids.flatMap((id) => mapped(found.get(id), orderOf))
    },
    mergeOrders: (documents) => mergeAll(database, documents, viewer),
    async removeOrders(ids) {
      await database.orders.bulkRemove([...ids])
    },
    async listOrders(after, limit) {
      const selector = after === null ? {} : { id: { $gt: after } }
      const rows = await database.orders.find({ selector, sort: [{ id: 'asc' }], limit }).exec()
      return rows.map(orderOf)
    },
    async readDocuments(collection, ids) {
      const found = await documentsOf(database, collection)
        .findByIds([...ids])
        .exec()
      return ids.flatMap((id) => mapped(found.get(id), bodyOf))
    },
    writeDocuments: (collection, documents) => replaceAll(database, collection, documents, viewer),
    async pendingEdits() {
      const lists = await Promise.all(SYNCED_COLLECTIONS.map((collection) => editsIn(database, collection)))
      return lists.flat()
    },
    async pendingEdit(collection, document) {
      const stored = await documentsOf(database, collection).findOne(document).exec()
      return stored ? editOf(stored) : null
    },
    async writeEdited(collection, document, pending) {
      await documentsOf(database, collection).incrementalUpsert(rowOf(document, pending, viewer))
    },
    async readState(key) {
      const stored = await database.state.findOne(key).exec()
      return stored ? valueOf(stored) : null
    },
    async writeState(key, value) {
      await database.state.incrementalUpsert({ id: key, value })
    },
  }
}

/** New orders go in as one batch; known ones are united one by one, which RxDB gathers into one batch again. */
async function mergeAll(
  database: TerminalDatabase,
  documents: readonly OrderDocument[],
  viewer: TerminalId,
): Promise<readonly OrderId[]> {
  const incoming = unitedById(documents)
  const changed = new Set<OrderId>()
  let waiting = [...incoming.values()]
  while (waiting.length > 0) {
    const known = await database.orders.findByIds(waiting.map((document) => document.id)).exec()
    const fresh = waiting.filter((document) => !known.has(document.id))
    const inserted = await database.orders.bulkInsert(fresh.map((document) => orderRow(document, viewer)))
    for (const row of inserted.success) changed.add(orderOf(row).id)
    const merges = [...known.values()].map(async (row) => {
      const document = incoming.get(orderOf(row).id)
      if (!document || unchangedBy(orderOf(row), document)) return
      const unite = (stored: StoredRow) =>
        Object.assign(stored, orderRow(mergeOrders(stored.body as OrderDocument, document), viewer))
      await row.incrementalModify(unite)
      changed.add(document.id)
    })
    await Promise.all(merges)
    // Another tab was first with these: they are known now, and are united in the next round.
    const taken = new Set(inserted.error.map(conflictId))
    waiting = fresh.filter((document) => taken.has(document.id))
  }
  return [...changed]
}

function unitedById(documents: readonly OrderDocument[]): Map<OrderId, OrderDocument> {
  const byId = new Map<OrderId, OrderDocument>()
  for (const document of documents) {
    const other = byId.get(document.id)
    byId.set(document.id, other ? mergeOrders(other, document) : document)
  }
  return byId
}

function unchangedBy(stored: OrderDocument, document: OrderDocument): boolean {
  return canonicalJson(mergeOrders(stored, document)) === canonicalJson(stored)
}

function conflictId(failure: { status: number; documentId: string }): string {
  invariant(failure.status === CONFLICT, `order not stored: ${failure.status}`)
  return failure.documentId
}

async function replaceAll(
  database: TerminalDatabase,
  collection: SyncedCollection,
  documents: readonly JsonObject[],
  viewer: TerminalId,
): Promise<void> {
  const rows = documentsOf(database, collection)
  const result = await rows.bulkUpsert(documents.map((document) => rowOf(document, null, viewer)))
  invariant(result.error.length === 0, `documents not stored: ${result.error[0]?.status}`)
}

async function editsIn(database: TerminalDatabase, collection: SyncedCollection): Promise<readonly PendingEdit[]> {
  const rows = await database[collection].find({ selector: { edited: 1 } }).exec()
  return rows.flatMap((row) => editOf(row) ?? [])
}

function documentsOf(database: TerminalDatabase, collection: SyncedCollection) {
  invariant(collection !== 'orders', 'orders are facts; they are merged, never written')
  return database[collection]
}

function mapped<A, B>(value: A | undefined, to: (value: A) => B): readonly B[] {
  return value === undefined ? [] : [to(value)]
}

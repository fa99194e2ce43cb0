import type { RxDocument } from 'rxdb/plugins/core'
import { invariant, type JsonObject, type JsonValue, type TerminalId } from '@orderez/core/kernel'
import type { OrderDocument } from '@orderez/core/orders'
import { recordTypeOf, type PendingEdit } from '@orderez/core/sync'
import type { StoredRow, StoredState } from './database.ts'

/** What was stored was parsed at its door (DESIGN, decision 12). The same revision gives the same object, so that it can be a cache's key. */
export function orderOf(row: RxDocument<StoredRow>): OrderDocument {
  return row.toJSON().body as OrderDocument
}

export function bodyOf(row: RxDocument<StoredRow>): JsonObject {
  return row.toJSON().body as JsonObject
}

export function editOf(row: RxDocument<StoredRow>): PendingEdit | null {
  return row.toJSON().edit as PendingEdit | null
}

export function valueOf(row: RxDocument<StoredState>): JsonValue {
  return row.toJSON().value as JsonValue
}

/** The row of a document, with its header as this terminal sees it. */
export function rowOf(body: JsonObject, edit: PendingEdit | null, viewer: TerminalId): StoredRow {
  const { id, kind } = body
  invariant(typeof id === 'string' && typeof kind === 'string', 'a document without id or kind')
  const header = recordTypeOf(kind)?.headerOf(body, viewer) ?? {}
  return { ...header, id, kind, body, edit, edited: edit ? 1 : 0 }
}

export function orderRow(order: OrderDocument, viewer: TerminalId): StoredRow {
  return rowOf({ ...order }, null, viewer)
}

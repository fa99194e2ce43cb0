import { jsonEquals, type EditId, type JsonObject, type PersonId } from '../kernel/index.ts'
import { mergeDocuments, rebase } from '../merge/index.ts'
import type { EditedCollection, PendingEdit } from '../sync/index.ts'

export interface EditRequest {
  readonly collection: EditedCollection
  /** The whole document as it should be; its `id` names it. */
  readonly next: JsonObject & { readonly id: string }
  readonly person: PersonId
}

/** E11: what is pending after one more edit. `shown` is what the person saw and changed; null where they made the document. */
export function stackEdit(
  pending: PendingEdit | null,
  shown: JsonObject | null,
  request: EditRequest,
  id: EditId,
): PendingEdit {
  const { collection, next, person } = request
  if (pending?.sent) return { ...pending, later: { mine: next, person } }
  const base = pending ? pending.base : shown
  return { id, collection, document: next.id, person, base, mine: next, sent: false }
}

/** What a screen shows of a document that came from the server: the person's own changes stay on top until the server has decided. */
export function overlay(pending: PendingEdit, served: JsonObject): JsonObject {
  const mine = pending.later?.mine ?? pending.mine
  return mergeDocuments({ base: pending.base, theirs: served, mine, standing: 'mine' }).merged
}

export interface Settled {
  readonly document: JsonObject
  readonly pending: PendingEdit | null
}

/** The server has decided a sent edit and now has `served`. What the person changed since becomes an edit of that. */
export function settleEdit(pending: PendingEdit, served: JsonObject, id: EditId): Settled {
  if (!pending.later) return { document: served, pending: null }
  const { mine } = rebase({ sent: pending.mine, merged: served, mine: pending.later.mine })
  if (jsonEquals(mine, served)) return { document: served, pending: null }
  const { collection, document } = pending
  return {
    document: mine,
    pending: { id, collection, document, person: pending.later.person, base: served, mine, sent: false },
  }
}

/**
 * The document as it was before an edit that the server did not take. `served` is what the server has, where it said so. A document
 * that never came to be is marked as deleted: nothing is removed by being absent.
 */
export function restored(pending: PendingEdit, served: JsonObject | null): JsonObject {
  return served ?? pending.base ?? { ...pending.mine, deleted: true }
}

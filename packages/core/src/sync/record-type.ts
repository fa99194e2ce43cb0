import type * as z from 'zod'
import type { JsonObject, TerminalId } from '../kernel/index.ts'
import type { MergePolicy } from '../merge/index.ts'
import type { Action } from '../staff/index.ts'
import type { Header } from './document-store.ts'
import type { SyncedCollection } from './wire.ts'

/** Everything the system knows about one kind of document, in one place (DESIGN decision 11). */
export interface RecordType {
  readonly collection: SyncedCollection
  readonly kind: string
  readonly schema: z.ZodType
  /** What this code writes; `v` of the document. */
  readonly version: number
  /** From the version that is the key to the next one. */
  readonly migrations: Readonly<Record<number, (document: JsonObject) => JsonObject>>
  /** Three-way by field with these rules; `union` is the set of facts of an order. */
  readonly merge: MergePolicy | 'union'
  /** The right that an edit needs; null where only the server writes. */
  readonly action: Action | null
  /** Decides who may do what: the server writes it once it has proof of the person (a PIN), never because a terminal says so. */
  readonly provenOnly: boolean
  /** Once written it never changes. */
  readonly immutable: boolean
  /** The fields that queries use, computed from the document; of an order for the terminal whose undecided facts count, null on the server. */
  readonly headerOf: (document: JsonObject, viewer: TerminalId | null) => Header
}

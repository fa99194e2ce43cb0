import { canonicalJson, digestOf, err, ok, type JsonValue, type Result } from '../kernel/index.ts'
import { PROTOCOL, RECORD_TYPES, type Checkpoint, type Sealer, type SyncedCollection } from '../sync/index.ts'

/** Where a pull stands, without the part that proves it ours. */
export type Cursor = Omit<Checkpoint, 'scope'>

/** Gives and takes checkpoints (A17). A checkpoint carries our mark, so that nobody can make the server believe a place it never gave. */
export interface Cursors {
  give(collection: SyncedCollection, cursor: Cursor): Checkpoint
  /** Null: of another scope, begin anew. Fails with `cursor.invalid` for one that this site did not give. */
  take(collection: SyncedCollection, checkpoint: Checkpoint): Result<Cursor | null, 'cursor.invalid'>
}

const SCOPE_DIGITS = 16
/** Of a seal's characters: beyond guessing, and short enough for the field. */
const MARK_LENGTH = 32

/** `rule`: what decides which documents a terminal gets. A change of it, of a record type or of the protocol changes every scope. */
export function createCursors(sealer: Sealer, rule: JsonValue): Cursors {
  const versions = RECORD_TYPES.map(({ kind, version }) => [kind, version])
  const scope = digestOf({ protocol: PROTOCOL, versions, rule }).slice(0, SCOPE_DIGITS)

  function markOf(collection: SyncedCollection, cursor: Cursor, of: string): string {
    return sealer.seal(canonicalJson({ collection, cursor, scope: of })).slice(0, MARK_LENGTH)
  }

  return {
    give: (collection, cursor) => ({ ...cursor, scope: `${scope}.${markOf(collection, cursor, scope)}` }),
    take(collection, { scope: claimed, ...cursor }) {
      const of = claimed.slice(0, SCOPE_DIGITS)
      const mark = claimed.slice(SCOPE_DIGITS + 1)
      if (mark !== markOf(collection, cursor, of)) return err('cursor.invalid')
      return ok(of === scope ? cursor : null)
    },
  }
}

import { err, invariant, ok, type JsonObject, type Result } from '../kernel/index.ts'
import { describeIssue } from './describe-issue.ts'
import type { RecordType } from './record-type.ts'
import { recordTypeOf } from './record-types.ts'
import type { SyncedCollection } from './wire.ts'

export interface ParsedRecord {
  readonly type: RecordType
  /** In the newest version that this code knows. */
  readonly document: JsonObject
}

export type RecordProblem = 'record.kindUnknown' | 'record.tooNew' | 'record.invalid'

/**
 * Reads a document that came through a door: finds its type, lifts it to the newest version and checks it. Fails with `record.kindUnknown`
 * (also for a kind of another collection), `record.tooNew` (this code must be updated) or `record.invalid`.
 */
export function parseRecord(collection: SyncedCollection, document: JsonObject): Result<ParsedRecord, RecordProblem> {
  const type = recordTypeOf(document['kind'])
  if (!type || type.collection !== collection) return err('record.kindUnknown', String(document['kind']).slice(0, 40))
  const { v } = document
  if (!Number.isSafeInteger(v) || (v as number) < 1) return err('record.invalid', 'v')
  if ((v as number) > type.version) return err('record.tooNew', `${type.kind} ${String(v)}`)
  const lifted = liftRecord(type, document)
  const parsed = type.schema.safeParse(lifted)
  return parsed.success ? ok({ type, document: lifted }) : err('record.invalid', describeIssue(parsed.error))
}

/** Brings a stored document to the newest version, step by step. One of a newer version than ours is left as it is. */
export function liftRecord(type: RecordType, document: JsonObject): JsonObject {
  let lifted = document
  for (let version = Number(document['v']); version < type.version; version += 1) {
    const step = type.migrations[version]
    invariant(step, `no migration of ${type.kind} from version ${version}`)
    lifted = { ...step(lifted), v: version + 1 }
  }
  return lifted
}

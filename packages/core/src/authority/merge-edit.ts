import { err, jsonEquals, ok, type JsonObject, type Result } from '../kernel/index.ts'
import { isIntact, type DishVersion } from '../menu/index.ts'
import { mergeDocuments, type FieldConflict } from '../merge/index.ts'
import { parseRecord, type Edit, type RecordProblem, type RecordType } from '../sync/index.ts'

export interface MergedEdit {
  readonly type: RecordType
  readonly merged: JsonObject
  readonly conflicts: readonly FieldConflict[]
  /** First names of the paths that the editor changed. */
  readonly changed: readonly string[]
  /** Somebody else had changed the document meanwhile, so that the merged one is nobody's as it is. */
  readonly isMixed: boolean
}

export type MergeProblem = RecordProblem | 'record.immutable' | 'merge.invalid'

/**
 * A13: what an edit makes of the stored document: three-way by field, with the kind's rules. Fails with `record.*` for an edit that is not
 * sound in itself, and with `merge.invalid` where both sides are sound and together they are not.
 */
export function mergeEdit(theirs: JsonObject | null, edit: Edit): Result<MergedEdit, MergeProblem> {
  const mine = parseRecord(edit.collection, edit.mine)
  if (!mine.ok) return mine
  const base = edit.base && parseRecord(edit.collection, edit.base)
  if (base && !base.ok) return base
  const { type } = mine.value
  const sides = [edit.base, edit.mine, theirs].filter((side) => side !== null)
  if (sides.some((side) => side['id'] !== edit.document || side['kind'] !== type.kind))
    return err('record.invalid', 'id')
  if (type.immutable) return mergeImmutable(type, theirs, mine.value.document)
  return mergeThreeWays(type, { base: base ? base.value.document : null, theirs, mine: mine.value.document })
}

interface Sides {
  readonly base: JsonObject | null
  readonly theirs: JsonObject | null
  readonly mine: JsonObject
}

function mergeThreeWays(type: RecordType, { base, theirs, mine }: Sides): Result<MergedEdit, MergeProblem> {
  const policy = type.merge === 'union' ? {} : type.merge
  const { merged, conflicts } = mergeDocuments({ base, theirs, mine, policy })
  const changed = Object.keys(mine).filter((key) => !jsonEquals(mine[key], base?.[key]))
  if (!type.schema.safeParse(merged).success) return err('merge.invalid')
  const isMixed = theirs !== null && !jsonEquals(theirs, base)
  return ok({ type, merged, conflicts, changed, isMixed })
}

/** Versions of dishes: the same content again is no change, other content under the same id is a lie. */
function mergeImmutable(
  type: RecordType,
  theirs: JsonObject | null,
  mine: JsonObject,
): Result<MergedEdit, MergeProblem> {
  if (theirs && !jsonEquals(theirs, mine)) return err('record.immutable')
  if (type.kind === 'dishVersion' && !isIntact(mine as DishVersion)) return err('record.invalid', 'id')
  return ok({ type, merged: mine, conflicts: [], changed: [], isMixed: false })
}

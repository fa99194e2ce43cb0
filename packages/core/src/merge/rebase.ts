import type { JsonObject } from '../kernel/index.ts'
import { mergeDocuments, type FieldConflict } from './merge-documents.ts'
import type { MergePolicy } from './merge-policy.ts'

export interface Rebased {
  /** The common ancestor of the edit that goes on: what the server now has. */
  readonly base: JsonObject
  /** What the person sees: the server's document with their own further changes on top. */
  readonly mine: JsonObject
  /** Places where somebody else's change is covered by what the person typed meanwhile; theirs comes back when the person lets it. */
  readonly conflicts: readonly FieldConflict[]
}

/**
 * An edit that went on while it was in flight: `sent` is what was pushed, `merged` what the server made of it, `mine` what the person has
 * by now. Their own further changes win on the screen; the server still decides when they are pushed.
 */
export function rebase(request: {
  readonly sent: JsonObject
  readonly merged: JsonObject
  readonly mine: JsonObject
  readonly policy?: MergePolicy
}): Rebased {
  const { sent, merged, mine, policy = {} } = request
  const result = mergeDocuments({ base: sent, theirs: merged, mine, policy, standing: 'mine' })
  return { base: merged, mine: result.merged, conflicts: result.conflicts }
}

import type { JsonValue } from '../kernel/index.ts'

/** The three readings of one place; absent (`undefined`) where a document does not have it. */
export interface Readings {
  readonly base: JsonValue | undefined
  readonly theirs: JsonValue | undefined
  readonly mine: JsonValue | undefined
}

/**
 * What happens where both sides changed one place differently.
 * `theirs` (the default): what the server has stands, and a conflict. `mine`: the new one stands, and a conflict.
 * `max`: the larger number. `union`: lists of plain values, theirs and then what is new in mine.
 * `sumDelta`: both changes of a number are added, also equal ones; repeating an edit adds again, so the caller must know an edit by its id.
 * `derived`: follows from other fields and is set anew by the caller; theirs stands meanwhile, no conflict.
 * A function decides itself; there is no conflict then.
 */
export type MergeRule =
  | 'theirs'
  | 'mine'
  | 'max'
  | 'union'
  | 'sumDelta'
  | 'derived'
  | ((readings: Readings) => JsonValue)

/**
 * Rules by path: names joined by dots, `*` for any element id or key ("options.*.price"); a path without `*` goes before one with.
 * A place with a rule is one field, whatever it holds.
 */
export type MergePolicy = Readonly<Record<string, MergeRule>>

/** The rule of a place, or null where the policy does not name it. */
export function ruleAt(policy: MergePolicy, path: readonly string[]): MergeRule | null {
  const exact = path.join('.')
  if (Object.hasOwn(policy, exact)) return policy[exact] ?? null
  for (const [pattern, rule] of Object.entries(policy)) {
    if (pattern.includes('*') && matches(pattern.split('.'), path)) return rule
  }
  return null
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length === path.length && pattern.every((name, index) => name === '*' || name === path[index])
}

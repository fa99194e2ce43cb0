import { invariant, jsonEquals, type JsonObject, type JsonValue } from '../kernel/index.ts'
import { elementsOf, mergedOrder } from './elements.ts'
import { ruleAt, type MergePolicy, type MergeRule, type Readings } from './merge-policy.ts'

/** One place that both sides changed to different values. Absent readings are left out. */
export interface FieldConflict {
  /** Field names, element ids and map keys from the document down. */
  readonly path: readonly string[]
  readonly base?: JsonValue
  readonly theirs?: JsonValue
  readonly mine?: JsonValue
}

export interface MergeResult {
  readonly merged: JsonObject
  readonly conflicts: readonly FieldConflict[]
}

export interface MergeRequest {
  /** What the editor saw; null where it made the document. */
  readonly base: JsonObject | null
  /** What is stored; null where nothing is. */
  readonly theirs: JsonObject | null
  readonly mine: JsonObject
  readonly policy?: MergePolicy
  /** Whose value stands where there is a conflict: theirs on the server (order of arrival), mine on the screen of who is typing. */
  readonly standing?: 'theirs' | 'mine'
}

/**
 * Three-way merge by field, like git. Changes of different fields are both kept; objects merge by key, lists of things with ids by id.
 * Other lists and plain values are one field each. Absent never means removed: nothing that either side has is lost, a removal is a mark.
 */
export function mergeDocuments(request: MergeRequest): MergeResult {
  const { base, theirs, mine, policy = {}, standing = 'theirs' } = request
  const conflicts: FieldConflict[] = []
  const merged = mergeObjects({ base: base ?? undefined, theirs: theirs ?? undefined, mine }, [], {
    policy,
    standing,
    conflicts,
  })
  return { merged, conflicts }
}

interface Run {
  readonly policy: MergePolicy
  readonly standing: 'theirs' | 'mine'
  readonly conflicts: FieldConflict[]
}

interface Differing extends Readings {
  readonly theirs: JsonValue
  readonly mine: JsonValue
}

function mergeAt(readings: Readings, path: readonly string[], run: Run): JsonValue | undefined {
  const { base, theirs, mine } = readings
  const rule = ruleAt(run.policy, path)
  if (rule === 'sumDelta' && typeof theirs === 'number' && typeof mine === 'number') {
    return theirs + mine - (typeof base === 'number' ? base : 0)
  }
  if (mine === undefined) return theirs
  if (theirs === undefined) return mine
  if (rule === null) {
    if (isObject(theirs) && isObject(mine)) return mergeObjects(readings, path, run)
    const merged = mergeLists(readings, path, run)
    if (merged) return merged
  }
  if (jsonEquals(theirs, mine) || jsonEquals(mine, base)) return theirs
  if (jsonEquals(theirs, base)) return mine
  return resolve({ base, theirs, mine }, rule, path, run)
}

/** Both sides changed the place, to different values. */
function resolve(readings: Differing, rule: MergeRule | null, path: readonly string[], run: Run): JsonValue {
  const { theirs, mine } = readings
  if (typeof rule === 'function') return rule(readings)
  if (rule === 'derived') return theirs
  if (rule === 'max' && typeof theirs === 'number' && typeof mine === 'number') return Math.max(theirs, mine)
  if (rule === 'union' && Array.isArray(theirs) && Array.isArray(mine)) return union(theirs, mine)
  run.conflicts.push({ path, ...present(readings) })
  return rule === 'mine' || run.standing === 'mine' ? mine : theirs
}

function mergeObjects(readings: Readings, path: readonly string[], run: Run): JsonObject {
  const [base, theirs, mine] = [objectOr(readings.base), objectOr(readings.theirs), objectOr(readings.mine)]
  const merged: [string, JsonValue][] = []
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const value = mergeAt({ base: own(base, key), theirs: own(theirs, key), mine: own(mine, key) }, [...path, key], run)
    if (value !== undefined) merged.push([key, value])
  }
  // Object.fromEntries defines properties, so that no key can reach a prototype.
  return Object.fromEntries(merged)
}

/** Lists of things with ids; null where one of the lists is something else. */
function mergeLists(readings: Readings, path: readonly string[], run: Run): JsonValue | null {
  const [base, theirs, mine] = [elementsOf(readings.base ?? []), elementsOf(readings.theirs), elementsOf(readings.mine)]
  if (!theirs || !mine) return null
  const order = mergedOrder(base ? [...base.keys()] : [], [...theirs.keys()], [...mine.keys()])
  return order.map((id) => {
    const element = mergeAt({ base: base?.get(id), theirs: theirs.get(id), mine: mine.get(id) }, [...path, id], run)
    invariant(element !== undefined, 'an element of neither side')
    return element
  })
}

function present(readings: Readings): Omit<FieldConflict, 'path'> {
  const { base, theirs, mine } = readings
  return {
    ...(base !== undefined && { base }),
    ...(theirs !== undefined && { theirs }),
    ...(mine !== undefined && { mine }),
  }
}

function union(theirs: readonly JsonValue[], mine: readonly JsonValue[]): JsonValue[] {
  return [...theirs, ...mine.filter((item) => !theirs.some((known) => jsonEquals(known, item)))]
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function objectOr(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {}
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

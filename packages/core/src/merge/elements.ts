import type { JsonObject, JsonValue } from '../kernel/index.ts'

/** A list of things with ids, by id; null where it is another kind of list: plain values, a thing without an id, an id twice. */
export function elementsOf(value: JsonValue | undefined): ReadonlyMap<string, JsonObject> | null {
  if (!Array.isArray(value)) return null
  const elements = new Map<string, JsonObject>()
  for (const item of value as readonly JsonValue[]) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return null
    const element = item as JsonObject
    if (typeof element['id'] !== 'string' || elements.has(element['id'])) return null
    elements.set(element['id'], element)
  }
  return elements
}

/**
 * The order of the merged list: theirs, then what is new in mine. Where they left the order alone and mine did not, it is mine's,
 * so that a list sorted by hand stays sorted.
 */
export function mergedOrder(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const untouched = theirs.length === base.length && theirs.every((id, index) => id === base[index])
  return [...new Set(untouched ? [...mine, ...theirs] : [...theirs, ...mine])]
}

import { jsonEquals, type JsonObject, type JsonValue } from '../kernel/index.ts'
import { elementsOf } from './elements.ts'

/** One place that a change replaced: field names, map keys and element ids from the document down, and what was there; absent where nothing was. */
export interface ReplacedPlace {
  readonly path: readonly string[]
  readonly before?: JsonValue | undefined
}

/** What a change replaced, as small as it can be named. The whole document (`path: []`) where there was none before. */
export function replacedPlaces(before: JsonObject | null, after: JsonObject): ReplacedPlace[] {
  return before ? placesAt(before, after, []) : [{ path: [] }]
}

function placesAt(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: readonly string[],
): ReplacedPlace[] {
  if (jsonEquals(before, after)) return []
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => placesAt(own(before, key), own(after, key), [...path, key]))
  }
  const [was, is] = [elementsOf(before), elementsOf(after)]
  if (was && is && keepsOrder([...was.keys()], [...is.keys()])) {
    return [...is].flatMap(([id, element]) => placesAt(was.get(id), element, [...path, id]))
  }
  return [{ path, ...(before !== undefined && { before }) }]
}

/** Elements were only added; any other change of a list's order is one of the list as a whole. */
function keepsOrder(was: readonly string[], is: readonly string[]): boolean {
  const stayed = is.filter((id) => was.includes(id))
  return stayed.length === was.length && stayed.every((id, index) => id === was[index])
}

/** The document as it was before the places were replaced. A place that cannot be found any more is left. */
export function putBack(document: JsonObject, places: readonly ReplacedPlace[]): JsonObject {
  return places.toReversed().reduce((current, place) => {
    const { path } = place
    if (path.length === 0) return isObject(place.before) ? place.before : {}
    const value = putAt(current, path, place.before)
    return isObject(value) ? value : current
  }, document)
}

function putAt(value: JsonValue, [name, ...rest]: readonly string[], before: JsonValue | undefined): JsonValue {
  if (name === undefined) return value
  if (isObject(value)) return putInObject(value, name, rest, before)
  const elements = elementsOf(value)
  return elements ? putInList(elements, name, rest, before) : value
}

function putInObject(
  object: JsonObject,
  name: string,
  rest: readonly string[],
  before: JsonValue | undefined,
): JsonObject {
  const inner = own(object, name)
  const next = rest.length === 0 ? before : inner === undefined ? undefined : putAt(inner, rest, before)
  const others = Object.entries(object).filter(([key]) => key !== name)
  return Object.fromEntries(next === undefined ? others : [...others, [name, next]])
}

function putInList(
  elements: ReadonlyMap<string, JsonObject>,
  id: string,
  rest: readonly string[],
  before: JsonValue | undefined,
): JsonValue {
  return [...elements].flatMap(([key, element]): JsonValue[] => {
    if (key !== id) return [element]
    const next = rest.length === 0 ? before : putAt(element, rest, before)
    return next === undefined ? [] : [next]
  })
}

/** What two readings say alike: equal values, and of objects and lists of things with ids the parts that are. */
export function agreeing(a: JsonValue | undefined, b: JsonValue | undefined): JsonValue | undefined {
  if (jsonEquals(a, b)) return a
  if (isObject(a) && isObject(b)) return agreeingObject(a, b)
  const [left, right] = [elementsOf(a), elementsOf(b)]
  if (!left || !right) return undefined
  return [...left].flatMap(([id, element]) => {
    const other = right.get(id)
    return other ? [agreeingObject(element, other)] : []
  })
}

function agreeingObject(a: JsonObject, b: JsonObject): JsonObject {
  const parts = Object.keys(a).map((key) => [key, agreeing(own(a, key), own(b, key))] as const)
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined))
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

import * as z from 'zod'
import { invariant } from './invariant.ts'

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject

/** A property that is `undefined` counts as absent, as in JSON.stringify. */
export type JsonObject = { readonly [key: string]: JsonValue | undefined }

/** Containers within containers that any door lets in. */
export const MAX_JSON_DEPTH = 32

export function isJsonObject(value: unknown): value is JsonObject {
  return isPlainObject(value) && isJsonValue(value)
}

/** Well-formed text, finite numbers, plain containers, at most `MAX_JSON_DEPTH` of them within each other. */
export function isJsonValue(value: unknown, depthLeft = MAX_JSON_DEPTH): value is JsonValue {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed()
    case 'number':
      return Number.isFinite(value)
    case 'boolean':
      return true
    case 'object': {
      if (value === null) return true
      if (depthLeft === 0) return false
      if (Array.isArray(value)) return value.every((item) => isJsonValue(item, depthLeft - 1))
      if (!isPlainObject(value)) return false
      return Object.entries(value).every(
        ([key, item]) => key.isWellFormed() && (item === undefined || isJsonValue(item, depthLeft - 1)),
      )
    }
    default:
      return false
  }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Any JSON object. The text of a body has been through `parseJsonStrict` before. */
export const jsonObjectSchema = z
  .record(z.string(), z.unknown())
  .refine(isJsonObject, 'not JSON') as z.ZodType<JsonObject>

/**
 * The one text of a value: keys sorted by code unit, no spaces, properties that are undefined left out. Hashes and comparisons rest on it.
 * Throws `InvariantError` for what JSON cannot say: undefined elsewhere, NaN, infinity, lone surrogates.
 */
export function canonicalJson(value: JsonValue): string {
  switch (typeof value) {
    case 'string':
      return canonicalText(value)
    case 'number':
      invariant(Number.isFinite(value), 'a number that JSON cannot say')
      return String(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object': {
      if (value === null) return 'null'
      if (isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
      return canonicalObject(value)
    }
    default:
      invariant(false, `a ${typeof value} is not JSON`)
  }
}

function canonicalObject(value: JsonObject): string {
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const item = value[key]
    if (item !== undefined) text += `${text === '' ? '' : ','}${canonicalText(key)}:${canonicalJson(item)}`
  }
  return `{${text}}`
}

/** Nothing to escape and no surrogate. Most text is; hashing every fact makes this worth a look. */
const PLAIN_TEXT = /^[ !#-[\]-\ud7ff]*$/

function canonicalText(text: string): string {
  if (PLAIN_TEXT.test(text)) return `"${text}"`
  invariant(text.isWellFormed(), 'text with a lone surrogate')
  return JSON.stringify(text)
}

/** Equality of what the two values say; the order of keys and properties that are undefined do not matter. */
export function jsonEquals(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, index) => jsonEquals(item, b[index]))
  if (isArray(b)) return false
  const keys = Object.keys(a).filter((key) => a[key] !== undefined)
  const others = Object.keys(b).filter((key) => b[key] !== undefined)
  return keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && jsonEquals(a[key], b[key]))
}

/** `Array.isArray` that also narrows read-only arrays. */
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

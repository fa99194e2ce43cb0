import { MAX_JSON_DEPTH, type JsonObject, type JsonValue } from './json.ts'
import { err, ok, type Result } from './result.ts'

export type JsonProblem =
  | 'json.malformed'
  | 'json.duplicateKey'
  | 'json.tooDeep'
  | 'json.unsafeNumber'
  | 'json.illFormedText'
  | 'json.forbiddenKey'

const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/
const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const ARRAY = 0x5b
const ARRAY_END = 0x5d
const OBJECT = 0x7b
const OBJECT_END = 0x7d

/**
 * JSON as every door reads it. Beyond `JSON.parse` it refuses what two readers may understand differently: a key given twice, numbers
 * beyond ±(2^53 − 1), lone surrogates, `__proto__`, and nesting deeper than `MAX_JSON_DEPTH`. Linear in the length of the text.
 * `values: 'unchecked'` lets numbers and texts pass, for a body whose items are parsed one by one: a bad one must not refuse the others.
 */
export function parseJsonStrict(
  text: string,
  { values = 'checked' }: { readonly values?: 'checked' | 'unchecked' } = {},
): Result<JsonValue, JsonProblem> {
  const shape = scanShape(text)
  if (shape.tooDeep) return err('json.tooDeep')
  let value: JsonValue
  try {
    value = JSON.parse(text) as JsonValue
  } catch (error) {
    return err('json.malformed', error instanceof Error ? error.message : String(error))
  }
  const walk: Walk = {
    problem: null,
    numbersMatter: values === 'checked',
    textMayBeIllFormed: values === 'checked' && (!text.isWellFormed() || ESCAPED_SURROGATE.test(text)),
  }
  inspect(value, walk)
  if (walk.problem) return err(walk.problem)
  return shape.repeatsKey ? err('json.duplicateKey') : ok(value)
}

interface Shape {
  readonly tooDeep: boolean
  readonly repeatsKey: boolean
}

/**
 * Depth and repeated keys, by the punctuation outside strings; the parsed value cannot tell, as a key given twice is one key there.
 * Means nothing for malformed text, which JSON.parse then refuses.
 */
function scanShape(text: string): Shape {
  /** Of each object that is open the keys seen in it; null for an array. */
  const open: (Set<string> | null)[] = []
  let repeatsKey = false
  let start = 0
  let end = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    switch (unit) {
      case QUOTE:
        start = i
        end = endOfString(text, i)
        i = end
        break
      case COLON: {
        const keys = open.at(-1)
        if (!keys) break
        const name = keyOf(text.slice(start + 1, end))
        if (keys.has(name)) repeatsKey = true
        keys.add(name)
        break
      }
      case ARRAY:
      case OBJECT:
        if (open.length === MAX_JSON_DEPTH) return { repeatsKey, tooDeep: true }
        open.push(unit === OBJECT ? new Set() : null)
        break
      case ARRAY_END:
      case OBJECT_END:
        open.pop()
        break
      default:
    }
  }
  return { repeatsKey, tooDeep: false }
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit === QUOTE) return i
    if (unit === BACKSLASH) i += 1
  }
  return text.length
}

/** What a key says; one with escapes is read, one that cannot be read stands for itself. */
function keyOf(written: string): string {
  if (!written.includes('\\')) return written
  try {
    return JSON.parse(`"${written}"`) as string
  } catch {
    return written
  }
}

interface Walk {
  problem: JsonProblem | null
  readonly numbersMatter: boolean
  /** Most bodies hold neither a lone surrogate nor an escaped one; then no string in them needs a look. */
  readonly textMayBeIllFormed: boolean
}

function inspect(value: JsonValue | undefined, walk: Walk): void {
  if (typeof value === 'string') inspectText(value, walk)
  else if (typeof value === 'number') {
    if (walk.numbersMatter && Math.abs(value) > Number.MAX_SAFE_INTEGER) walk.problem ??= 'json.unsafeNumber'
  } else if (Array.isArray(value)) {
    for (const item of value) inspect(item, walk)
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      if (key === '__proto__') walk.problem ??= 'json.forbiddenKey'
      inspectText(key, walk)
      inspect((value as JsonObject)[key], walk)
    }
  }
}

function inspectText(text: string, walk: Walk): void {
  if (walk.textMayBeIllFormed && !text.isWellFormed()) walk.problem ??= 'json.illFormedText'
}

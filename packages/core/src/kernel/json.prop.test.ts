import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf, jsonEquals, parseJsonStrict, type JsonValue } from './index.ts'

const wellFormed = fc
  .string({ unit: 'binary', maxLength: 8 })
  .filter((text) => text.isWellFormed() && text !== '__proto__')

const { json } = fc.letrec<{ json: JsonValue }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<JsonValue>(null, true, false, 0),
    fc.maxSafeInteger(),
    wellFormed,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(wellFormed, tie('json')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}))

/** The same value with the keys of each object the other way round. */
function turned(value: JsonValue | undefined): JsonValue {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  )
}

describe('canonical JSON', () => {
  it('reads back to the same value, by JSON.parse and by the strict parser', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(value)
        expect(parseJsonStrict(text)).toEqual({ ok: true, value })
      }),
    )
  })

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value))
        expect(digestOf(turned(value))).toBe(digestOf(value))
        expect(jsonEquals(turned(value), value)).toBe(true)
      }),
    )
  })

  it('says two values alike exactly when they are equal', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(jsonEquals(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
      }),
    )
  })
})

import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  InvariantError,
  isJsonObject,
  isJsonValue,
  jsonEquals,
  jsonObjectSchema,
  MAX_JSON_DEPTH,
  type JsonValue,
} from './index.ts'

function nested(depth: number): JsonValue {
  let value: JsonValue = 1
  for (let i = 0; i < depth; i += 1) value = [value]
  return value
}

describe('canonicalJson', () => {
  it('sorts keys by code unit and leaves no spaces', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'x'], B: 2, é: 3, '10': 4, '9': 5 })).toBe(
      '{"10":4,"9":5,"B":2,"a":[true,null,"x"],"b":1,"é":3}',
    )
  })

  it('leaves out properties that are undefined', () => {
    expect(canonicalJson({ b: undefined, a: 1, c: undefined })).toBe('{"a":1}')
    expect(canonicalJson({ a: undefined })).toBe('{}')
  })

  it('escapes exactly what JSON escapes', () => {
    for (const text of [
      '"',
      '\\',
      '\n',
      '\u0000',
      '\u001f',
      '\u007f',
      '\u2028',
      '宫保鸡丁',
      '👨‍👩‍👧',
      '\ud7ff',
      '\ue000',
    ]) {
      expect(canonicalJson(text)).toBe(JSON.stringify(text))
    }
  })

  it('writes minus zero as zero', () => {
    expect(canonicalJson(-0)).toBe('0')
  })

  it.each([NaN, Infinity, -Infinity, '\ud800', { '\udc00': 1 }])('refuses what JSON cannot say: %j', (value) => {
    expect(() => canonicalJson(value)).toThrow(InvariantError)
  })

  it('refuses undefined anywhere but as a property', () => {
    const list: JsonValue[] = []
    list.length = 1
    expect(() => canonicalJson(list)).toThrow(InvariantError)
  })
})

describe('isJsonValue', () => {
  it('takes values up to the greatest depth and no deeper', () => {
    expect(isJsonValue(nested(MAX_JSON_DEPTH))).toBe(true)
    expect(isJsonValue(nested(MAX_JSON_DEPTH + 1))).toBe(false)
  })

  it.each([undefined, () => 1, Symbol('x'), 1n, new Date(0), new Map(), NaN, '\udfff', [undefined]])(
    'refuses %s',
    (value) => {
      expect(isJsonValue(value)).toBe(false)
    },
  )

  it('does not take a list or null for an object', () => {
    expect(isJsonObject([])).toBe(false)
    expect(isJsonObject(null)).toBe(false)
    expect(isJsonObject({ a: [null] })).toBe(true)
  })

  it('is a schema too, which JSON schema can say', () => {
    expect(jsonObjectSchema.safeParse({ a: { b: [1] } }).success).toBe(true)
    expect(jsonObjectSchema.safeParse({ a: NaN }).success).toBe(false)
    expect(jsonObjectSchema.safeParse([1]).success).toBe(false)
    expect(z.toJSONSchema(jsonObjectSchema, { target: 'draft-7', io: 'input' })).toMatchObject({ type: 'object' })
  })
})

describe('jsonEquals', () => {
  it('asks what is said, not how', () => {
    expect(jsonEquals({ a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1, d: undefined })).toBe(true)
  })

  it.each<[JsonValue, JsonValue]>([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [{}, []],
    [null, {}],
    [0, false],
    ['1', 1],
    [{ toString: 1 }, { valueOf: 1 }],
  ])('tells %j from %j', (a, b) => {
    expect(jsonEquals(a, b)).toBe(false)
    expect(jsonEquals(b, a)).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJsonStrict } from './index.ts'

const punctuation = ['{', '}', '[', ']', ',', ':', '"', '\\', '"\\', ' ', '\n']
const words = ['"a"', '"b"', '"\\u0061"', '1', '-', '.5', 'e9', 'null', 'true', '\ud800']
/** Nearly JSON: tokens in any order, so that most texts are malformed and some are not. */
const nearlyJson = fc.array(fc.constantFrom(...punctuation, ...words), { maxLength: 12 }).map((parts) => parts.join(''))

interface Crowded {
  readonly text: string
  readonly repeated: boolean
}

const keys = new Map([
  ['"a"', 'a'],
  ['"\\u0061"', 'a'],
  ['"b"', 'b'],
  ['"c\\\\\\":"', 'c\\":'],
])

/** JSON in which the same few keys meet again and again, and whether some object gives one of them twice. */
const { crowded } = fc.letrec<{ crowded: Crowded }>((tie) => ({
  crowded: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('1', '"x:y"', 'null', '"\\"{"').map((text) => ({ text, repeated: false })),
    fc.array(tie('crowded'), { maxLength: 3 }).map((items) => ({
      text: `[${items.map((item) => item.text).join(', ')}]`,
      repeated: items.some((item) => item.repeated),
    })),
    fc.array(fc.tuple(fc.constantFrom(...keys.keys()), tie('crowded')), { maxLength: 3 }).map((fields) => ({
      text: `{${fields.map(([key, value]) => `${key} : ${value.text}`).join(',')}}`,
      repeated:
        new Set(fields.map(([key]) => keys.get(key))).size < fields.length ||
        fields.some(([, value]) => value.repeated),
    })),
  ),
}))

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

describe('parseJsonStrict against JSON.parse', () => {
  it('calls malformed exactly what JSON.parse refuses, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyJson, fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const result = parseJsonStrict(text)
        expect(!result.ok && result.code === 'json.malformed').toBe(!isJson(text))
        expect(result.ok ? result.value : null).toEqual(result.ok ? JSON.parse(text) : null)
      }),
      { numRuns: 2_000 },
    )
  })

  it('finds a key given twice wherever it is, and only there', () => {
    fc.assert(
      fc.property(crowded, ({ text, repeated }) => {
        const result = parseJsonStrict(text)
        expect(result.ok ? null : result.code).toBe(repeated ? 'json.duplicateKey' : null)
      }),
      { numRuns: 2_000 },
    )
  })
})

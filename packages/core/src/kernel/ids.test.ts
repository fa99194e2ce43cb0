import { describe, expect, it } from 'vitest'
import {
  createIdSource,
  dishVersionIdSchema,
  ID_PREFIX,
  idSchema,
  InvariantError,
  timeOfId,
  type IdKind,
} from './index.ts'

const kinds = Object.keys(ID_PREFIX) as IdKind[]

function source(now: () => number, random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))) {
  return createIdSource({ now, random })
}

describe('ids', () => {
  it('carry a prefix of their own and their time', () => {
    expect(new Set(Object.values(ID_PREFIX)).size).toBe(kinds.length)
    const ids = source(() => 1_790_000_000_123)
    for (const kind of kinds) {
      const id = ids.next(kind)
      expect(id).toMatch(/^[a-z]{3}_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(idSchema(kind).parse(id)).toBe(id)
      expect(timeOfId(id)).toBe(1_790_000_000_123)
    }
  })

  it.each([
    'fct_01a2073d-0b01-7211-8477-b813ba324df4',
    'ord_01A2073D-0b01-7211-8477-b813ba324df4',
    'ord_01a2073d-0b01-4211-8477-b813ba324df4',
    'ord_01a2073d-0b01-7211-c477-b813ba324df4',
    'ord_01a2073d-0b01-7211-8477-b813ba324df4 ',
    'ord_01a2073d-0b01-7211-8477-b813ba324df4\n',
    'ord_',
    '',
    7,
    null,
  ])('refuse %j as an order', (value) => {
    expect(idSchema('order').safeParse(value).success).toBe(false)
  })

  it('follow the largest counter with the next millisecond', () => {
    const ids = source(
      () => 5,
      (bytes) => new Uint8Array(bytes).fill(0xff),
    )
    const made = Array.from({ length: 5_000 }, () => ids.next('fact'))
    expect(made.toSorted()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
    expect(new Set(made.map(timeOfId))).toEqual(new Set([5, 6, 7]))
  })

  it('are not made with a time or entropy that does not fit', () => {
    expect(() => source(() => -1).next('fact')).toThrow(InvariantError)
    expect(() => source(() => 2 ** 48).next('fact')).toThrow(InvariantError)
    expect(() => source(() => NaN).next('fact')).toThrow(InvariantError)
    expect(() => source(Date.now, () => new Uint8Array(3)).next('fact')).toThrow(InvariantError)
  })

  it('of dish versions are hashes', () => {
    expect(dishVersionIdSchema.safeParse(`dvr_${'a'.repeat(64)}`).success).toBe(true)
    expect(dishVersionIdSchema.safeParse(`dvr_${'a'.repeat(63)}`).success).toBe(false)
  })
})

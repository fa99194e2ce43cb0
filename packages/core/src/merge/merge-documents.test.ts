import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../kernel/index.ts'
import { mergeDocuments, type MergePolicy } from './index.ts'

const merge = (base: JsonObject | null, theirs: JsonObject | null, mine: JsonObject, policy: MergePolicy = {}) =>
  mergeDocuments({ base, theirs, mine, policy })

describe('fields', () => {
  it('changed on different sides are both kept', () => {
    const base = { id: 'u', name: 'Li' }
    expect(merge(base, { ...base, age: 30 }, { ...base, email: 'li@example.com' })).toEqual({
      merged: { id: 'u', name: 'Li', age: 30, email: 'li@example.com' },
      conflicts: [],
    })
  })

  it('changed on both sides to different values: what came first stands, and a conflict names all three', () => {
    const result = merge({ id: 'd', price: 1 }, { id: 'd', price: 2 }, { id: 'd', price: 3 })
    expect(result.merged).toEqual({ id: 'd', price: 2 })
    expect(result.conflicts).toEqual([{ path: ['price'], base: 1, theirs: 2, mine: 3 }])
  })

  it('changed on both sides to the same value are no conflict', () => {
    expect(merge({ a: { x: 1 } }, { a: { x: 2 } }, { a: { x: 2 } })).toEqual({ merged: { a: { x: 2 } }, conflicts: [] })
  })

  it('absent on one side are not removed, on either side', () => {
    expect(merge({ a: 1, b: 2 }, { a: 1, b: 2 }, { a: 5 }).merged).toEqual({ a: 5, b: 2 })
    expect(merge({ a: 1, b: 2 }, { a: 5 }, { a: 1, b: 2 }).merged).toEqual({ a: 5, b: 2 })
  })

  it('that are undefined count as absent', () => {
    expect(merge({ a: 1 }, { a: 1 }, { a: undefined }).merged).toEqual({ a: 1 })
  })

  it('are cleared by null', () => {
    expect(merge({ sale: 5 }, { sale: 5, name: 'x' }, { sale: null })).toEqual({
      merged: { sale: null, name: 'x' },
      conflicts: [],
    })
    expect(merge({ sale: { to: 5 } }, { sale: { to: 6 } }, { sale: null }).conflicts).toHaveLength(1)
  })

  it('deleting is a mark like any other field', () => {
    expect(merge({ id: 'd', name: 'x' }, { id: 'd', name: 'y' }, { id: 'd', name: 'x', deleted: true })).toEqual({
      merged: { id: 'd', name: 'y', deleted: true },
      conflicts: [],
    })
  })

  it('within objects merge on their own', () => {
    const base = { names: { zh: '水', en: 'Water' } }
    expect(merge(base, { names: { zh: '矿泉水', en: 'Water' } }, { names: { zh: '水', en: 'Spring water' } })).toEqual({
      merged: { names: { zh: '矿泉水', en: 'Spring water' } },
      conflicts: [],
    })
  })

  it('cannot reach a prototype', () => {
    const mine = JSON.parse('{"a":{"__proto__":{"admin":true},"constructor":{"x":1}}}') as JsonObject
    const { merged } = merge({ a: {} }, { a: {} }, mine)
    expect(Object.getPrototypeOf(merged['a'])).toBe(Object.prototype)
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })
})

describe('documents that have no ancestor', () => {
  it('keep what only one has; a conflict where both differ', () => {
    expect(merge(null, { id: 'd', a: 1, b: 1 }, { id: 'd', b: 2, c: 3 })).toEqual({
      merged: { id: 'd', a: 1, b: 1, c: 3 },
      conflicts: [{ path: ['b'], theirs: 1, mine: 2 }],
    })
  })

  it('are mine where nothing is stored', () => {
    expect(merge(null, null, { id: 'd', a: [1] })).toEqual({ merged: { id: 'd', a: [1] }, conflicts: [] })
    expect(merge({ id: 'd', a: 1 }, null, { id: 'd', a: 2 }).merged).toEqual({ id: 'd', a: 2 })
  })
})

describe('lists of things with ids', () => {
  const a = { id: 'a', price: 1 }
  const b = { id: 'b', price: 2 }
  const c = { id: 'c', price: 3 }
  const d = { id: 'd', price: 4 }

  it('merge by id: theirs, then what is new in mine', () => {
    expect(merge({ list: [a] }, { list: [a, b] }, { list: [a, c] }).merged).toEqual({ list: [a, b, c] })
  })

  it('merge the fields of one element', () => {
    const result = merge({ list: [a] }, { list: [{ ...a, price: 9 }] }, { list: [{ ...a, name: 'x' }] })
    expect(result).toEqual({ merged: { list: [{ id: 'a', price: 9, name: 'x' }] }, conflicts: [] })
  })

  it('name the element in a conflict', () => {
    const result = merge({ list: [a, b] }, { list: [b, { ...a, price: 8 }] }, { list: [{ ...a, price: 9 }, b] })
    expect(result.conflicts).toEqual([{ path: ['list', 'a', 'price'], base: 1, theirs: 8, mine: 9 }])
    expect(result.merged).toEqual({ list: [b, { ...a, price: 8 }] })
  })

  it('never lose an element that is absent on one side', () => {
    expect(merge({ list: [a, b] }, { list: [a, b, c] }, { list: [b] }).merged).toEqual({ list: [a, b, c] })
    expect(merge({ list: [a, b] }, { list: [b] }, { list: [a, b, d] }).merged).toEqual({ list: [b, a, d] })
  })

  it('keep an order that only mine changed', () => {
    expect(merge({ list: [a, b, c] }, { list: [a, b, c] }, { list: [c, a, d, b] }).merged).toEqual({
      list: [c, a, d, b],
    })
    expect(merge({ list: [a, b, c] }, { list: [b, a, c] }, { list: [c, a, b] }).merged).toEqual({ list: [b, a, c] })
  })

  it('with an id twice, or of something else, are one value', () => {
    expect(merge({ list: [1] }, { list: [1, 2] }, { list: [1, 3] }).conflicts).toHaveLength(1)
    expect(merge({ list: [a] }, { list: [a, a] }, { list: [b] }).conflicts).toHaveLength(1)
    expect(merge({ list: [1, 2] }, { list: [1, 2] }, { list: [] }).merged).toEqual({ list: [] })
    expect(merge({ list: [a] }, { list: [a, { price: 1 }] }, { list: [a, b] }).conflicts).toHaveLength(1)
  })
})

describe('rules of a policy', () => {
  const three = (rule: MergePolicy[string]) => merge({ n: 10 }, { n: 12 }, { n: 15 }, { n: rule })

  it('mine: the new one stands, with a conflict', () => {
    expect(three('mine')).toEqual({ merged: { n: 15 }, conflicts: [{ path: ['n'], base: 10, theirs: 12, mine: 15 }] })
  })

  it('theirs: as without a rule', () => {
    expect(three('theirs')).toEqual(merge({ n: 10 }, { n: 12 }, { n: 15 }))
  })

  it('max: the larger, without a conflict', () => {
    expect(three('max')).toEqual({ merged: { n: 15 }, conflicts: [] })
    expect(merge({ n: 10 }, { n: 20 }, { n: 15 }, { n: 'max' }).merged).toEqual({ n: 20 })
  })

  it('sumDelta: both changes, also where they are equal or there was nothing', () => {
    expect(three('sumDelta')).toEqual({ merged: { n: 17 }, conflicts: [] })
    expect(merge({ n: 1 }, { n: 2 }, { n: 2 }, { n: 'sumDelta' }).merged).toEqual({ n: 3 })
    expect(merge({}, { n: 2 }, { n: 3 }, { n: 'sumDelta' }).merged).toEqual({ n: 5 })
  })

  it('union: the plain values of both', () => {
    expect(merge({ t: ['x'] }, { t: ['x', 'a'] }, { t: ['b', 'x'] }, { t: 'union' })).toEqual({
      merged: { t: ['x', 'a', 'b'] },
      conflicts: [],
    })
  })

  it('derived: theirs for now, without a conflict', () => {
    expect(three('derived')).toEqual({ merged: { n: 12 }, conflicts: [] })
  })

  it('a function decides itself', () => {
    expect(three(({ base, theirs, mine }) => [base ?? null, theirs ?? null, mine ?? null])).toEqual({
      merged: { n: [10, 12, 15] },
      conflicts: [],
    })
  })

  it('that do not fit the values fall back to theirs and a conflict', () => {
    for (const rule of ['max', 'sumDelta', 'union'] as const) {
      const result = merge({ n: 'a' }, { n: 'b' }, { n: 'c' }, { n: rule })
      expect(result).toEqual({ merged: { n: 'b' }, conflicts: [{ path: ['n'], base: 'a', theirs: 'b', mine: 'c' }] })
    }
  })

  it('reach into elements and maps, an exact path before a pattern', () => {
    const policy: MergePolicy = { 'counts.*': 'sumDelta', 'counts.k': 'max', 'list.*.n': 'mine' }
    const result = merge(
      { counts: { t: 1, k: 1 }, list: [{ id: 'a', n: 1 }] },
      { counts: { t: 2, k: 5 }, list: [{ id: 'a', n: 2 }] },
      { counts: { t: 4, k: 3 }, list: [{ id: 'a', n: 3 }] },
      policy,
    )
    expect(result.merged).toEqual({ counts: { t: 5, k: 5 }, list: [{ id: 'a', n: 3 }] })
    expect(result.conflicts.map((conflict) => conflict.path.join('.'))).toEqual(['list.a.n'])
  })

  it('make one field of whatever they name', () => {
    const policy: MergePolicy = { box: 'theirs' }
    expect(
      merge({ box: { x: 1, y: 1 } }, { box: { x: 2, y: 1 } }, { box: { x: 1, y: 2 } }, policy).conflicts,
    ).toHaveLength(1)
  })
})

import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import { createIdSource } from '../kernel/index.ts'
import { areaSchema, tableSchema } from '../floor/index.ts'
import { categorySchema, dishSchema, dishVersionSchema, optionGroupSchema } from '../menu/index.ts'
import { branchSchema, personSchema, roleSchema, stationSchema, taxSchema, terminalSchema } from './index.ts'

const ids = createIdSource({
  now: () => 1_790_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})
const names = { zh: '名', en: 'Name' }

const documents = {
  branch: {
    schema: branchSchema,
    good: {
      id: ids.next('branch'),
      kind: 'branch',
      v: 1,
      names,
      currency: { code: 'CNY', exponent: 2 },
      timeZone: 'Asia/Shanghai',
      dayStartsAt: '04:00',
      languages: ['zh', 'en'],
      rounding: { to: 10, mode: 'down' },
      serviceCharge: null,
    },
    bad: [
      { timeZone: 'Asia/Nowhere' },
      { dayStartsAt: '4' },
      { languages: [] },
      { currency: { code: 'CNY', exponent: 1 } },
      { rounding: { to: 0, mode: 'down' } },
    ],
  },
  person: {
    schema: personSchema,
    good: {
      id: ids.next('person'),
      kind: 'person',
      v: 1,
      name: '王芳',
      signIn: 'wang',
      roles: ['waiter'],
      active: true,
      language: 'zh',
    },
    bad: [{ roles: ['owner'] }, { signIn: 'Wang Fang' }, { pinHash: '123456' }, { name: '' }, { pin: '123456' }],
  },
  role: {
    schema: roleSchema,
    good: { id: 'rol_waiter', kind: 'role', v: 1, role: 'waiter', rights: { 'line.void': true } },
    bad: [{ id: 'rol_owner' }, { rights: { 'line.void': 'yes' } }, { rights: { __x: true } }],
  },
  terminal: {
    schema: terminalSchema,
    good: {
      id: ids.next('terminal'),
      kind: 'terminal',
      v: 1,
      name: '前台',
      letters: 'AK',
      enrolledAt: 1,
      incarnations: [{ id: ids.next('incarnation'), since: 1 }],
      revokedAt: null,
    },
    bad: [{ letters: 'A' }, { letters: 'ak' }, { incarnations: [{ id: 'x', since: 1 }] }, { enrolledAt: -1 }],
  },
  station: {
    schema: stationSchema,
    good: { id: ids.next('station'), kind: 'station', v: 1, names, type: 'bar', sort: 1 },
    bad: [{ type: 'garage' }, { sort: 0.5 }],
  },
  tax: {
    schema: taxSchema,
    good: { id: ids.next('tax'), kind: 'tax', v: 1, names, ratePpm: 60_000, inclusive: true },
    bad: [{ ratePpm: 0.06 }, { inclusive: 'yes' }],
  },
  area: {
    schema: areaSchema,
    good: { id: ids.next('area'), kind: 'area', v: 1, names, sort: 1 },
    bad: [{ names: { zh: '', en: '' } }],
  },
  table: {
    schema: tableSchema,
    good: {
      id: ids.next('table'),
      kind: 'table',
      v: 1,
      label: 'A12',
      area: ids.next('area'),
      sort: 1,
      seats: 4,
      shape: 'round',
      x: 0,
      y: 100,
      w: 90,
      h: 90,
      rotation: 0,
      status: 'inUse',
    },
    bad: [{ label: '' }, { rotation: 360 }, { x: -1 }, { w: 0 }, { area: ids.next('table') }],
  },
  category: {
    schema: categorySchema,
    good: { id: ids.next('category'), kind: 'category', v: 1, names, sort: 1, status: 'onShelf', deleted: true },
    bad: [{ status: 'gone' }],
  },
  optionGroup: {
    schema: optionGroupSchema,
    good: {
      id: ids.next('optionGroup'),
      kind: 'optionGroup',
      v: 1,
      names,
      min: 0,
      max: 1,
      options: [{ id: ids.next('option'), names, price: 0 }],
    },
    bad: [{ min: 2 }, { max: 0 }, { options: [{ id: ids.next('option'), names }] }],
  },
}

describe.each(Object.entries(documents))('a document of kind %s', (kind, { schema, good, bad }) => {
  it('is read as it is', () => {
    expect(schema.parse(good)).toEqual(good)
  })

  it('has the envelope of its kind', () => {
    const wrong = [
      { id: ids.next('event') },
      { id: undefined },
      { kind: 'other' },
      { v: 0 },
      { deleted: 'yes' },
      { extra: 1 },
    ]
    expect(wrong.filter((change) => schema.safeParse({ ...good, ...change }).success)).toEqual([])
    expect(good.kind).toBe(kind)
  })

  it('is refused with wrong fields', () => {
    expect(bad.filter((change) => schema.safeParse({ ...good, ...change }).success)).toEqual([])
  })
})

it('every schema of a record can be said as JSON schema', () => {
  const schemas = [...Object.values(documents).map((each) => each.schema), dishSchema, dishVersionSchema]
  for (const schema of schemas) {
    expect(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })).toMatchObject({
      type: 'object',
      additionalProperties: false,
    })
  }
})

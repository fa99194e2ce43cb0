import { describe, expect, it } from 'vitest'
import { branchSchema, personSchema, stationSchema, taxSchema } from '../branch/index.ts'
import { areaSchema, tableSchema } from '../floor/index.ts'
import { createIdSource, type JsonObject } from '../kernel/index.ts'
import { categorySchema, dishSchema, dishVersionSchema, isIntact } from '../menu/index.ts'
import { FLOOR_LAYOUTS, floorOfLayout, isObviousPin, restaurantDocuments, setupRequestSchema } from './index.ts'

const ids = createIdSource({
  now: () => 1_790_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})
const request = setupRequestSchema.parse({
  names: { zh: '小馆', en: 'Corner House' },
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  language: 'zh',
  tax: { ratePpm: 60_000, inclusive: true },
  menu: '热菜：\n宫保鸡丁 38\n麻婆豆腐 28\nno price\n宫保鸡丁 40\n饮料:\n可乐 6',
  floor: 'bistro',
  owner: { name: ' 王掌柜 ', pin: '804137' },
  terminal: '前台',
})
const made = restaurantDocuments(request, { branch: ids.next('branch'), ids, pinHash: '$argon2id$test' })
const all = made.collections.flatMap(([, documents]) => documents)
const ofKind = (kind: string) => all.filter((document) => document['kind'] === kind)

describe('a PIN', () => {
  it.each(['000000', '123456', '654321', '012345', '567890', '121212', '123123', '112211', '123321'])(
    '%s is obvious',
    (pin) => expect(isObviousPin(pin)).toBe(true),
  )
  it.each(['804137', '112233', '135791', '246813'])('%s is not', (pin) => expect(isObviousPin(pin)).toBe(false))
})

describe('what somebody says of a new restaurant', () => {
  it.each<[string, JsonObject]>([
    ['names.empty', { names: { zh: ' ', en: '' } }],
    ['currency.unknown', { currency: 'XXX' }],
    ['timeZone.unknown', { timeZone: 'Asia/Nowhere' }],
    ['pin.obvious', { owner: { name: 'Wang', pin: '111111' } }],
    ['pin.sixDigits', { owner: { name: 'Wang', pin: '80413' } }],
    ['owner.noName', { owner: { name: '  ', pin: '804137' } }],
  ])('is refused with %s', (code, change) => {
    const parsed = setupRequestSchema.safeParse({ ...request, ...change })
    expect(parsed.error?.issues.map(({ message }) => message)).toContain(code)
  })

  it('has no field beside those, and no other floor', () => {
    expect(setupRequestSchema.safeParse({ ...request, floor: 'ship' }).success).toBe(false)
    expect(setupRequestSchema.safeParse({ ...request, roles: ['manager'] }).success).toBe(false)
  })
})

describe('the documents of a new restaurant', () => {
  it('fit their schemas', () => {
    const schemas = {
      branch: branchSchema,
      person: personSchema,
      station: stationSchema,
      tax: taxSchema,
      area: areaSchema,
      table: tableSchema,
      category: categorySchema,
      dish: dishSchema,
      dishVersion: dishVersionSchema,
    }
    for (const [kind, schema] of Object.entries(schemas)) {
      expect(ofKind(kind).length, kind).toBeGreaterThan(0)
      for (const document of ofKind(kind)) expect(schema.parse(document)).toEqual(document)
    }
    expect(dishVersionSchema.array().parse(ofKind('dishVersion')).every(isIntact)).toBe(true)
  })

  it('are one owner who manages, and nobody else', () => {
    expect(ofKind('person')).toEqual([made.owner])
    expect(made.owner).toMatchObject({ name: '王掌柜', roles: ['manager'], pinHash: '$argon2id$test' })
    expect(JSON.stringify(all)).not.toContain(request.owner.pin)
  })

  it('hold the menu as its preview showed it, drinks at the bar', () => {
    const dishes = dishSchema.array().parse(ofKind('dish'))
    expect(dishes.map(({ price }) => price)).toEqual([40_00, 28_00, 6_00])
    const [kitchen, bar] = ofKind('station').map(({ id }) => id)
    expect(dishes.map(({ stations }) => stations)).toEqual([[kitchen], [kitchen], [bar]])
  })

  it('end with the record by which it is a restaurant', () => {
    expect(made.collections.at(-1)?.[1]).toEqual(ofKind('branch'))
  })
})

describe('the floor layouts', () => {
  it.each(Object.keys(FLOOR_LAYOUTS) as (keyof typeof FLOOR_LAYOUTS)[])('%s: no table stands on another', (layout) => {
    const tables = floorOfLayout(layout, ids).filter((document) => document.kind === 'table')
    expect(new Set(tables.map(({ label }) => label)).size).toBe(tables.length)
    for (const [index, one] of tables.entries())
      for (const other of tables.slice(index + 1).filter(({ area }) => area === one.area)) {
        const besides = one.x + one.w <= other.x || other.x + other.w <= one.x
        const below = one.y + one.h <= other.y || other.y + other.h <= one.y
        expect(besides || below, `${one.label} and ${other.label}`).toBe(true)
      }
  })
})

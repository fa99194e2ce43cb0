import { hash } from '@node-rs/argon2'
import type { Area, Table } from '@orderez/core/floor'
import type { Branch, Person, Station, Tax } from '@orderez/core/branch'
import { invariant, type BranchId, type IdSource, type JsonObject } from '@orderez/core/kernel'
import { dishVersionOf, type Category, type Dish, type OptionGroup } from '@orderez/core/menu'
import type { SyncedCollection } from '@orderez/core/sync'
import { DEMO_CATEGORIES, DEMO_DISHES, DEMO_OPTION_GROUPS, DEMO_STATIONS } from './demo-dishes.ts'
import { DEMO_PEOPLE } from './demo-people.ts'

/** Parts per million. */
const VAT_PPM = 60_000

export interface SeedDocument {
  readonly collection: SyncedCollection
  readonly document: JsonObject
}

/** The demo restaurant as the documents of a branch: a bistro with two areas, a menu with options, stations and people. */
export async function demoRestaurant(branch: BranchId, ids: IdSource): Promise<SeedDocument[]> {
  const people = await Promise.all(DEMO_PEOPLE.map((person) => demoPerson(person, ids)))
  return [
    ...inCollection('branch', [demoBranch(branch), ...people]),
    ...inCollection('floor', demoFloor(ids)),
    ...demoMenu(ids),
  ]
}

function inCollection(collection: SyncedCollection, documents: readonly JsonObject[]): SeedDocument[] {
  return documents.map((document) => ({ collection, document }))
}

function demoBranch(id: BranchId): Branch {
  return {
    id,
    kind: 'branch',
    v: 1,
    names: { zh: '青禾小馆', en: 'Qinghe Bistro' },
    currency: { code: 'CNY', exponent: 2 },
    timeZone: 'Asia/Shanghai',
    dayStartsAt: '05:00',
    languages: ['zh', 'en'],
  }
}

async function demoPerson(person: (typeof DEMO_PEOPLE)[number], ids: IdSource): Promise<Person> {
  return {
    id: ids.next('person'),
    kind: 'person',
    v: 1,
    name: person.name,
    signIn: person.signIn,
    roles: [...person.roles],
    pinHash: await hash(person.pin, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
    active: true,
    language: 'zh',
  }
}

const AREAS = [
  { zh: '大厅', en: 'Hall', letter: 'A', tables: 12, seats: [2, 4, 4, 6] },
  { zh: '包间', en: 'Private rooms', letter: 'B', tables: 8, seats: [8, 10] },
] as const
const TABLES_A_ROW = 4
const GRID_CM = 260
const TABLE_CM = 120

function demoFloor(ids: IdSource): (Area | Table)[] {
  return AREAS.flatMap((area, areaIndex): (Area | Table)[] => {
    const id = ids.next('area')
    const tables = Array.from({ length: area.tables }, (_, index): Table => {
      const seats = area.seats[index % area.seats.length] ?? 4
      return {
        id: ids.next('table'),
        kind: 'table',
        v: 1,
        label: `${area.letter}${index + 1}`,
        area: id,
        sort: areaIndex * 100 + index,
        seats,
        shape: seats > 6 ? 'round' : 'rectangle',
        x: (index % TABLES_A_ROW) * GRID_CM,
        y: Math.floor(index / TABLES_A_ROW) * GRID_CM,
        w: seats > 2 ? TABLE_CM + 40 : TABLE_CM,
        h: TABLE_CM,
        rotation: 0,
        status: 'inUse',
      }
    })
    return [{ id, kind: 'area', v: 1, names: { zh: area.zh, en: area.en }, sort: areaIndex }, ...tables]
  })
}

function demoMenu(ids: IdSource): SeedDocument[] {
  const tax: Tax = {
    id: ids.next('tax'),
    kind: 'tax',
    v: 1,
    names: { zh: '增值税 6%', en: 'VAT 6%' },
    ratePpm: VAT_PPM,
    inclusive: true,
  }
  const stations = new Map(
    DEMO_STATIONS.map(({ key, zh, en }, sort): [string, Station] => [
      key,
      {
        id: ids.next('station'),
        kind: 'station',
        v: 1,
        names: { zh, en },
        type: key === 'bar' ? 'bar' : 'kitchen',
        sort,
      },
    ]),
  )
  const categories = new Map(
    DEMO_CATEGORIES.map(({ key, zh, en }, sort): [string, Category] => [
      key,
      { id: ids.next('category'), kind: 'category', v: 1, names: { zh, en }, sort, status: 'onShelf' },
    ]),
  )
  const groups = new Map(DEMO_OPTION_GROUPS.map((group): [string, OptionGroup] => [group.key, demoGroup(group, ids)]))
  const dishes = DEMO_DISHES.map((row, sort): Omit<Dish, 'version'> => {
    const category = categories.get(row.category)
    const station = stations.get(row.station)
    invariant(category && station, `the demo dish ${row.number} names a category and a station of the demo`)
    return {
      id: ids.next('dish'),
      kind: 'dish',
      v: 1,
      names: { zh: row.zh, en: row.en },
      category: category.id,
      number: row.number,
      initials: row.initials,
      sort,
      price: row.price,
      tax: tax.id,
      stations: [station.id],
      status: 'onShelf',
      unit: 'piece',
      weighed: false,
      marketPrice: false,
      optionGroups: row.options.flatMap((key) => groups.get(key)?.id ?? []),
      tags: [],
      allergens: [],
    }
  })
  const versions = dishes.map((dish) => dishVersionOf(dish, [...groups.values()], tax))
  const named = dishes.map((dish, index): Dish => {
    const version = versions[index]
    invariant(version, 'each dish has a version')
    return { ...dish, version: version.id }
  })
  return [
    ...inCollection('branch', [tax, ...stations.values()]),
    ...inCollection('menu', [...categories.values(), ...groups.values(), ...versions, ...named]),
  ]
}

function demoGroup(group: (typeof DEMO_OPTION_GROUPS)[number], ids: IdSource): OptionGroup {
  return {
    id: ids.next('optionGroup'),
    kind: 'optionGroup',
    v: 1,
    names: { zh: group.zh, en: group.en },
    min: group.min,
    max: group.max,
    options: group.options.map(({ zh, en, price }) => ({ id: ids.next('option'), names: { zh, en }, price })),
  }
}

import { hash } from '@node-rs/argon2'
import type { Branch, Person, Station, Tax } from '@orderez/core/branch'
import { invariant, type BranchId, type IdSource, type JsonObject } from '@orderez/core/kernel'
import { dishVersionOf, type Category, type Dish, type OptionGroup } from '@orderez/core/menu'
import type { Drawer } from '@orderez/core/shifts'
import type { SyncedCollection } from '@orderez/core/sync'
import { DEMO_CATEGORIES, DEMO_DISHES, DEMO_OPTION_GROUPS, DEMO_STATIONS } from './demo-dishes.ts'
import { demoFloor } from './demo-floor.ts'
import { DEMO_NAMES, DEMO_PEOPLE } from './demo-people.ts'
import { demoSetMeals } from './demo-set-meals.ts'
import { demoSettings } from './demo-settings.ts'

/** Parts per million. */
const VAT_PPM = 60_000

export interface SeedDocument {
  readonly collection: SyncedCollection
  readonly document: JsonObject
}

/**
 * The demo restaurant as the documents of a branch: a bistro with a café-bar, a menu with options, stations and people. `pictures` are names
 * by the number of the dish.
 */
export async function demoRestaurant(
  branch: BranchId,
  ids: IdSource,
  pictures: ReadonlyMap<string, string>,
): Promise<SeedDocument[]> {
  const people = await Promise.all(DEMO_PEOPLE.map((person) => demoPerson(person, ids)))
  return [
    ...inCollection('branch', [demoBranch(branch, ids), ...people]),
    ...inCollection('floor', demoFloor(ids)),
    ...inCollection('shifts', [demoDrawer(ids)]),
    ...demoMenu(ids, pictures),
  ]
}

function inCollection(collection: SyncedCollection, documents: readonly JsonObject[]): SeedDocument[] {
  return documents.map((document) => ({ collection, document }))
}

function demoBranch(id: BranchId, ids: IdSource): Branch {
  return {
    id,
    kind: 'branch',
    v: 1,
    names: DEMO_NAMES,
    currency: { code: 'CNY', exponent: 2 },
    timeZone: 'Asia/Shanghai',
    dayStartsAt: '05:00',
    languages: ['zh', 'en'],
    ...demoSettings(ids),
  }
}

function demoDrawer(ids: IdSource): Drawer {
  return { id: ids.next('drawer'), kind: 'drawer', v: 1, name: '收银台 Till', sort: 0 }
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

function demoMenu(ids: IdSource, pictures: ReadonlyMap<string, string>): SeedDocument[] {
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
  const single = DEMO_DISHES.map((row, sort): Omit<Dish, 'version'> => {
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
      unit: row.weighed ? 'jin' : 'piece',
      weighed: row.weighed,
      marketPrice: row.marketPrice,
      ...(row.openItem ? { openItem: true } : {}),
      minutes: row.minutes,
      optionGroups: row.options.flatMap((key) => groups.get(key)?.id ?? []),
      tags: [],
      allergens: row.allergens,
      picture: pictures.get(row.number) ?? null,
    }
  })
  const sets = categories.get('sets')
  invariant(sets, 'the demo has a category for its sets')
  const dishes = [...single, ...demoSetMeals(single, { category: sets.id, tax: tax.id }, ids)]
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
    ...(group.variant ? { variant: true } : {}),
    options: group.options.map(({ zh, en, price }) => ({ id: ids.next('option'), names: { zh, en }, price })),
  }
}

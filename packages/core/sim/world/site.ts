import type { Branch, Person, RoleName, Station, Tax, Terminal } from '../../src/branch/index.ts'
import type { Area, Table } from '../../src/floor/index.ts'
import {
  createIdSource,
  type DishId,
  type IdSource,
  type JsonObject,
  type PersonId,
  type StationId,
} from '../../src/kernel/index.ts'
import {
  dishVersionOf,
  type Category,
  type Dish,
  type DishVersion,
  type OptionGroup,
  type SetPart,
} from '../../src/menu/index.ts'
import type { Random } from './random.ts'

/** The restaurant that every seed plays in. Money in fen. */
export interface Site {
  readonly branch: Branch
  readonly otherBranch: Branch['id']
  readonly persons: Readonly<Record<RoleName, readonly Person[]>>
  /** Nobody: an id that no document has. */
  readonly stranger: PersonId
  readonly stations: readonly StationId[]
  readonly tables: readonly Table[]
  readonly groups: readonly OptionGroup[]
  readonly taxes: readonly Tax[]
  readonly dishes: readonly Dish[]
  readonly versions: readonly DishVersion[]
  readonly terminals: readonly Terminal[]
  /** Everything the server begins with. */
  readonly documents: Readonly<Record<'menu' | 'floor' | 'branch', readonly JsonObject[]>>
}

/** The virtual world begins on an evening, so that a seed can cross midnight and the branch's day. */
export const WORLD_BEGINS = Date.UTC(2026, 10, 23, 15, 30)

const TABLES = 6
const PERSONS: Readonly<Record<RoleName, number>> = { waiter: 3, kitchen: 2, cashier: 1, manager: 1 }

export function createSite(random: Random, terminals: number): Site {
  const ids = createIdSource({ now: () => WORLD_BEGINS - 86_400_000, random: random.bytes })
  const branch: Branch = {
    ...started(ids, 'branch'),
    names: both('Simulated'),
    currency: { code: 'CNY', exponent: 2 },
    timeZone: 'Asia/Shanghai',
    dayStartsAt: '04:00',
    languages: ['zh', 'en'],
  }
  const persons = createPersons(ids)
  const stations = ['Wok', 'Bar', 'Cold'].map((name, sort) => createStation(ids, name, sort))
  const area: Area = { ...started(ids, 'area'), names: both('Hall'), sort: 0 }
  const tables = Array.from({ length: TABLES }, (_, index) => createTable(ids, area, index))
  const enrolled = Array.from({ length: terminals }, (_, index) => createTerminal(ids, index))
  const menu = createMenu(
    ids,
    stations.map(({ id }) => id),
  )
  const people = Object.values(persons).flat()
  return {
    branch,
    otherBranch: ids.next('branch'),
    persons,
    stranger: ids.next('person'),
    stations: stations.map(({ id }) => id),
    tables,
    terminals: enrolled,
    ...menu,
    documents: {
      menu: [menu.category, ...menu.groups, ...menu.dishes, ...menu.versions],
      floor: [area, ...tables],
      branch: [branch, ...people, ...stations, ...menu.taxes, ...enrolled],
    },
  }
}

function started<
  K extends
    | 'branch'
    | 'person'
    | 'station'
    | 'area'
    | 'table'
    | 'terminal'
    | 'tax'
    | 'category'
    | 'dish'
    | 'optionGroup',
>(ids: IdSource, kind: K) {
  return { id: ids.next(kind), kind, v: 1 }
}

function both(name: string) {
  return { zh: name, en: name }
}

function createPersons(ids: IdSource): Site['persons'] {
  const make = (role: RoleName): Person[] =>
    Array.from({ length: PERSONS[role] }, (_, index) => ({
      ...started(ids, 'person'),
      name: `${role} ${index + 1}`,
      signIn: `${role}${index + 1}`,
      roles: [role],
      active: true,
      language: 'en' as const,
    }))
  return { waiter: make('waiter'), kitchen: make('kitchen'), cashier: make('cashier'), manager: make('manager') }
}

function createStation(ids: IdSource, name: string, sort: number): Station {
  return { ...started(ids, 'station'), names: both(name), type: name === 'Bar' ? 'bar' : 'kitchen', sort }
}

function createTable(ids: IdSource, area: Area, index: number): Table {
  return {
    ...started(ids, 'table'),
    label: `T${index + 1}`,
    area: area.id,
    sort: index,
    seats: 4,
    shape: 'round',
    x: 100 * index,
    y: 100,
    w: 80,
    h: 80,
    rotation: 0,
    status: 'inUse',
  }
}

function createTerminal(ids: IdSource, index: number): Terminal {
  const letters = `A${String.fromCharCode(65 + index)}`
  return {
    ...started(ids, 'terminal'),
    name: `Terminal ${letters}`,
    letters,
    enrolledAt: WORLD_BEGINS,
    incarnations: [],
  }
}

interface Menu extends Pick<Site, 'groups' | 'dishes' | 'versions' | 'taxes'> {
  readonly category: Category
}

function createMenu(ids: IdSource, stations: readonly StationId[]): Menu {
  const [wok, bar, cold] = stations as [StationId, StationId, StationId]
  const category: Category = { ...started(ids, 'category'), names: both('Dishes'), sort: 0, status: 'onShelf' }
  const within: Tax = { ...started(ids, 'tax'), names: both('VAT 6 %'), ratePpm: 60_000, inclusive: true }
  const onTop: Tax = { ...started(ids, 'tax'), names: both('Tax 8.875 %'), ratePpm: 88_750, inclusive: false }
  const option = (name: string, price: number) => ({ id: ids.next('option'), names: both(name), price })
  const spice: OptionGroup = {
    ...started(ids, 'optionGroup'),
    names: both('Spice'),
    min: 1,
    max: 1,
    options: [option('Mild', 0), option('Hot', 200)],
  }
  const extras: OptionGroup = {
    ...started(ids, 'optionGroup'),
    names: both('Extras'),
    min: 0,
    max: 2,
    options: [option('Egg', 333), option('Less rice', -100)],
  }
  const groups = [spice, extras]
  const dish = (name: string, tax: Tax, rest: Partial<Dish>): [Dish, DishVersion] => {
    const plain: Omit<Dish, 'version'> = {
      ...started(ids, 'dish'),
      names: both(name),
      category: category.id,
      number: '',
      initials: '',
      sort: 0,
      price: 0,
      tax: tax.id,
      stations: [wok],
      status: 'onShelf',
      unit: 'piece',
      weighed: false,
      marketPrice: false,
      optionGroups: [],
      tags: [],
      allergens: [],
      ...rest,
    }
    const version = dishVersionOf(plain, groups, tax)
    return [{ ...plain, version: version.id }, version]
  }
  const made = [
    dish('Kung Pao', within, { price: 3_800, optionGroups: [spice.id, extras.id] }),
    dish('Rice', within, { price: 300 }),
    dish('Beer', onTop, { price: 1_233, stations: [bar] }),
    dish('Dumplings', within, { price: 2_667, stations: [wok, cold], optionGroups: [extras.id] }),
    dish('Salad', onTop, { price: 1_999, stations: [cold] }),
    dish('Duck', within, { price: 8_800, unit: 'jin', weighed: true, stations: [wok] }),
    dish('Crab', within, { price: 0, marketPrice: true, stations: [wok] }),
    dish('Cola', onTop, { price: 599, stations: [] }),
  ]
  const [kungPao, rice, beer, , salad, , , cola] = made.map(([one]) => one.id)
  const part = (name: string, choices: readonly (readonly [DishId | undefined, number])[]): SetPart => ({
    id: ids.next('setPart'),
    names: both(name),
    min: 1,
    max: 1,
    choices: choices.flatMap(([one, extra]) => (one ? [{ dish: one, extra }] : [])),
  })
  const drink = part('Drink', [
    [cola, 0],
    [beer, 400],
  ])
  const main = part('Main', [
    [rice, 0],
    [salad, 250],
    [kungPao, 777],
  ])
  made.push(dish('Lunch set', within, { price: 2_900, stations: [], setMeal: [drink, main] }))
  return {
    category,
    groups,
    taxes: [within, onTop],
    dishes: made.map(([one]) => one),
    versions: made.map(([, version]) => version),
  }
}

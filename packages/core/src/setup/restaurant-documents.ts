import type { Branch, Person, Station, Tax } from '../branch/index.ts'
import { CURRENCIES, invariant, type BranchId, type IdSource, type JsonObject } from '../kernel/index.ts'
import { parseMenuText, planImport, reviseDish, type Category } from '../menu/index.ts'
import type { Drawer } from '../shifts/index.ts'
import type { SyncedCollection } from '../sync/index.ts'
import { floorOfLayout } from './floor-layouts.ts'
import type { SetupRequest } from './setup-request.ts'
import { usualPresets } from './usual-presets.ts'

/** By what the owner signs in; they change it with their name. */
const OWNER_SIGN_IN = 'owner'
const DAY_STARTS_AT = '05:00'
const OTHER_DISHES = { zh: '其他', en: 'Other' }
const TILL = { zh: '收银台', en: 'Till' }
/** What a category is called whose dishes come from the bar. */
const DRINKS = /饮|酒|茶|咖啡|果汁|奶昔|drink|bar|coffee|tea\b|wine|beer|juice|cocktail|spirit/i
const PPM_OF_PERCENT = 10_000

export interface RestaurantDocuments {
  readonly owner: Person
  /** In the order in which they are to be written: the branch's own record, by which it is a restaurant, is the last. */
  readonly collections: readonly (readonly [SyncedCollection, readonly JsonObject[]])[]
}

interface Making {
  readonly branch: BranchId
  readonly ids: IdSource
  /** Argon2id's own text form of the owner's PIN. */
  readonly pinHash: string
}

/** A new restaurant as documents: its owner, its floor, its menu with a kitchen and a bar to cook it, a drawer, the usual reasons. */
export function restaurantDocuments(request: SetupRequest, { branch, ids, pinHash }: Making): RestaurantDocuments {
  const currency = CURRENCIES.get(request.currency)
  invariant(currency, 'the request has been through its schema')
  const { language } = request
  const owner: Person = {
    id: ids.next('person'),
    kind: 'person',
    v: 1,
    name: request.owner.name.trim(),
    signIn: OWNER_SIGN_IN,
    roles: ['manager'],
    pinHash,
    active: true,
    language,
  }
  const record: Branch = {
    id: branch,
    kind: 'branch',
    v: 1,
    names: request.names,
    currency,
    timeZone: request.timeZone,
    dayStartsAt: DAY_STARTS_AT,
    languages: language === 'zh' ? ['zh', 'en'] : ['en', 'zh'],
    tenders: currency.code === 'CNY' ? ['cash', 'card', 'wechat', 'alipay', 'voucher'] : ['cash', 'card', 'voucher'],
    ...usualPresets(ids),
  }
  const tax = taxOf(request, ids)
  const stations = stationsOf(ids)
  const drawer: Drawer = { id: ids.next('drawer'), kind: 'drawer', v: 1, name: TILL[language], sort: 0 }
  return {
    owner,
    collections: [
      ['menu', menuOf(request, { ids, tax, stations })],
      ['floor', floorOfLayout(request.floor, ids)],
      ['shifts', [drawer]],
      ['branch', [tax, ...Object.values(stations), owner]],
      ['branch', [record]],
    ],
  }
}

function taxOf({ tax }: SetupRequest, ids: IdSource): Tax {
  const percent = `${tax.ratePpm / PPM_OF_PERCENT}%`
  return { id: ids.next('tax'), kind: 'tax', v: 1, names: { zh: `税 ${percent}`, en: `Tax ${percent}` }, ...tax }
}

interface Stations {
  readonly kitchen: Station
  readonly bar: Station
}

function stationsOf(ids: IdSource): Stations {
  const station = (type: 'kitchen' | 'bar', sort: number, zh: string, en: string): Station => ({
    id: ids.next('station'),
    kind: 'station',
    v: 1,
    names: { zh, en },
    type,
    sort,
  })
  return { kitchen: station('kitchen', 0, '后厨', 'Kitchen'), bar: station('bar', 1, '吧台', 'Bar') }
}

interface MenuParts {
  readonly ids: IdSource
  readonly tax: Tax
  readonly stations: Stations
}

function menuOf(request: SetupRequest, { ids, tax, stations }: MenuParts): JsonObject[] {
  const currency = CURRENCIES.get(request.currency)
  invariant(currency, 'the request has been through its schema')
  const { rows } = parseMenuText(request.menu, currency)
  const plan = planImport(rows, { categories: [], dishes: [] }, { ids, tax: tax.id, fallback: OTHER_DISHES })
  const madeAt = ({ names }: Category) => (DRINKS.test(`${names.zh} ${names.en}`) ? stations.bar : stations.kitchen).id
  const categories = plan.categories.map((category) => ({ ...category, stations: [madeAt(category)] }))
  const stationOf = new Map(categories.map((category) => [category.id, category.stations]))
  const dishes = plan.dishes.map((fields) =>
    reviseDish({ ...fields, stations: stationOf.get(fields.category) ?? [] }, [], tax),
  )
  // Whoever sees a dish is to find what it sells.
  return [...categories, ...dishes.map(({ version }) => version), ...dishes.map(({ dish }) => dish)]
}

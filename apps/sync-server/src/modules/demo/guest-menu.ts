import { invariant, type IdSource, type JsonObject } from '@orderez/core/kernel'
import { chooseOptions, makeLinePrice, type Dish, type DishVersion } from '@orderez/core/menu'
import type { Line } from '@orderez/core/orders'
import type { Chance } from './chance.ts'

/** Makes the top 20 of some 190 dishes about 58 % of what is ordered, as in a real takeaway's year. */
const ZIPF = 0.95
const OPTIONAL = 0.25
const TWICE = 0.18

/** What simulated guests order from: the menu as the branch has it. */
export interface GuestMenu {
  /** A dish that guests know and love, with options where it asks for some, now and then two of it. */
  line(chance: Chance, ids: IdSource): Line
  /** `count` lines of different dishes. */
  lines(count: number, chance: Chance, ids: IdSource): Line[]
}

/** `documents` are the branch's menu. Dishes whose price or parts a person has to say are left to people. */
export function createGuestMenu(documents: readonly JsonObject[], favourites: Chance): GuestMenu {
  const kind = <T>(name: string): T[] =>
    documents.filter((each) => each['kind'] === name && each['deleted'] !== true) as T[]
  const versions = new Map(kind<DishVersion>('dishVersion').map((version) => [version.id, version]))
  const offered = kind<Dish>('dish')
    .filter(isPlain)
    .flatMap((dish) => versions.get(dish.version) ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  invariant(offered.length > 0, 'a menu without a plain dish')
  const ranked = offered.map((version) => ({ version, at: favourites.next() })).toSorted((a, b) => a.at - b.at)
  let sum = 0
  const weights = ranked.map((_, rank) => (sum += 1 / (rank + 1) ** ZIPF))

  function line(chance: Chance, ids: IdSource): Line {
    const chosen = ranked[chance.weighted(weights)]
    invariant(chosen, 'a weight without a dish')
    return lineOf(chosen.version, chance, ids)
  }

  return {
    line,
    lines(count, chance, ids) {
      const found = new Map<string, Line>()
      for (let tries = 0; found.size < Math.min(count, offered.length) && tries < count * 20; tries += 1) {
        const next = line(chance, ids)
        if (!found.has(next.dish)) found.set(next.dish, next)
      }
      return [...found.values()]
    },
  }
}

function isPlain(dish: Dish): boolean {
  const said = dish.weighed || dish.marketPrice || dish.openItem === true || (dish.setMeal ?? []).length > 0
  return !said && dish.status === 'onShelf' && dish.soldOut !== true && dish.unit === 'piece'
}

function lineOf(version: DishVersion, chance: Chance, ids: IdSource): Line {
  const wanted = version.optionGroups.flatMap((group) => {
    const count = group.min > 0 ? group.min : Number(group.options.length > 0 && chance.yes(OPTIONAL))
    const from = chance.between(0, Math.max(0, group.options.length - count))
    return group.options.slice(from, from + count).map(({ id }) => id)
  })
  const chosen = chooseOptions(version, wanted)
  invariant(chosen.ok, 'options of the group itself are not taken')
  return {
    id: ids.next('line'),
    dish: version.dish,
    version: version.id,
    names: version.names,
    quantity: chance.yes(TWICE) ? 2_000 : 1_000,
    unit: version.unit,
    price: makeLinePrice(version, chosen.value),
    tax: version.tax,
    options: chosen.value,
    stations: version.stations,
    fire: 'now',
  }
}

import {
  indexDishes,
  type Category,
  type Dish,
  type DishIndex,
  type DishVersion,
  type OptionGroup,
} from '@orderez/core/menu'
import type { DishVersionId, JsonObject } from '@orderez/core/kernel'
import { ofKind } from './documents-of-kind.ts'

/** The menu as screens use it: what is on the shelf, in the menu's order. */
export interface Menu {
  readonly categories: readonly Category[]
  readonly dishesOf: ReadonlyMap<Category['id'], readonly Dish[]>
  readonly dishes: ReadonlyMap<Dish['id'], Dish>
  readonly versions: ReadonlyMap<DishVersionId, DishVersion>
  /** What a version does not say of its choices: which are sizes, usual, or sold out today. */
  readonly groups: ReadonlyMap<OptionGroup['id'], OptionGroup>
  readonly index: DishIndex
}

export function menuOf(documents: readonly JsonObject[]): Menu {
  const categories = ofKind(documents, 'category').filter(onShelf).toSorted(bySort)
  const dishes = ofKind(documents, 'dish').filter(onShelf).toSorted(bySort)
  return {
    categories,
    dishes: new Map(dishes.map((dish) => [dish.id, dish])),
    dishesOf: Map.groupBy(dishes, (dish) => dish.category),
    versions: new Map(ofKind(documents, 'dishVersion').map((version) => [version.id, version])),
    groups: new Map(ofKind(documents, 'optionGroup').map((group) => [group.id, group])),
    index: indexDishes(dishes),
  }
}

interface Sorted {
  readonly id: string
  readonly sort: number
}

function bySort(a: Sorted, b: Sorted): number {
  return a.sort - b.sort || (a.id < b.id ? -1 : 1)
}

function onShelf(document: { readonly status: 'onShelf' | 'offShelf' }): boolean {
  return document.status === 'onShelf'
}

import type { IdSource, Names } from '../kernel/index.ts'
import type { Category } from './category.ts'
import type { Dish } from './dish.ts'

/** A dish as an editor holds it: its version follows from it. */
export type DishFields = Omit<Dish, 'version'>

const SORT_STEP = 10

interface Placed {
  readonly sort: number
}

/** A category after the others. */
export function newCategory(ids: IdSource, others: readonly Placed[], names: Names = { zh: '', en: '' }): Category {
  return { id: ids.next('category'), kind: 'category', v: 1, names, sort: lastPlace(others), status: 'onShelf' }
}

/** A dish at the end of its category, made where the category's dishes are made. */
export function newDish(
  ids: IdSource,
  category: Category,
  tax: Dish['tax'],
  others: readonly DishFields[],
): DishFields {
  return {
    id: ids.next('dish'),
    kind: 'dish',
    v: 1,
    names: { zh: '', en: '' },
    category: category.id,
    number: '',
    initials: '',
    sort: lastPlace(others),
    price: 0,
    tax,
    stations: category.stations ?? others[0]?.stations ?? [],
    status: 'onShelf',
    unit: 'piece',
    weighed: false,
    marketPrice: false,
    optionGroups: [],
    tags: [],
    allergens: [],
  }
}

function lastPlace(others: readonly Placed[]): number {
  return Math.min(1_000_000, Math.max(0, ...others.map(({ sort }) => sort)) + SORT_STEP)
}

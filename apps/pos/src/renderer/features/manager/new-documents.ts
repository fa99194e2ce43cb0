import type { IdSource, Names } from '@orderez/core/kernel'
import type { Category, Dish } from '@orderez/core/menu'
import type { DishFields } from '../menu-edits/index.ts'

const SORT_STEP = 10

interface Placed {
  readonly sort: number
}

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

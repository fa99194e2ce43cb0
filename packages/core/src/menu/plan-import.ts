import type { IdSource, Names } from '../kernel/index.ts'
import type { Category } from './category.ts'
import type { Dish } from './dish.ts'
import { newCategory, newDish, type DishFields } from './new-documents.ts'
import type { MenuTextRow } from './parse-menu-text.ts'

interface MenuNow {
  readonly categories: readonly Category[]
  readonly dishes: readonly Dish[]
}

interface ImportDefaults {
  readonly ids: IdSource
  readonly tax: Dish['tax']
  /** Where dishes go that name no category. */
  readonly fallback: Names
}

interface ImportPlan {
  /** New ones only. */
  readonly categories: readonly Category[]
  readonly dishes: readonly DishFields[]
}

/** What a pasted menu writes: a row with a known number, or a known name, changes that dish; any other adds one. */
export function planImport(
  rows: readonly MenuTextRow[],
  { categories, dishes }: MenuNow,
  { ids, tax, fallback }: ImportDefaults,
): ImportPlan {
  const made: Category[] = []
  const planned = new Map<Dish['id'], DishFields>()
  function categoryOf(name: string): Category {
    const wanted = name === '' ? [fallback.zh, fallback.en] : [name]
    const known = [...categories, ...made].find(({ names }) => wanted.some((each) => hasName(names, each)))
    if (known) return known
    const isChinese = /\p{Script=Han}/u.test(name)
    const names = name === '' ? fallback : { zh: isChinese ? name : '', en: isChinese ? '' : name }
    const category = newCategory(ids, [...categories, ...made], names)
    made.push(category)
    return category
  }
  for (const row of rows) {
    const all = [...dishes.filter(({ id }) => !planned.has(id)), ...planned.values()]
    const known = all.find((dish) => isSame(row, dish))
    const category = known && row.category === '' ? null : categoryOf(row.category)
    const others = category ? all.filter((dish) => dish.category === category.id) : []
    const dish = known ?? (category ? newDish(ids, category, tax, others) : null)
    if (dish) planned.set(dish.id, { ...dish, ...changesOf(row, dish), ...(category && { category: category.id }) })
  }
  return { categories: made, dishes: [...planned.values()] }
}

function isSame({ number, names }: MenuTextRow, dish: DishFields): boolean {
  if (number !== '' && dish.number !== '') return number === dish.number
  return hasName(dish.names, names.zh) || hasName(dish.names, names.en)
}

function hasName(names: Names, name: string): boolean {
  return name !== '' && (names.zh === name || names.en === name)
}

/** What the row does not say stays as it is. */
function changesOf(row: MenuTextRow, dish: DishFields): Partial<DishFields> {
  return {
    names: { zh: row.names.zh || dish.names.zh, en: row.names.en || dish.names.en },
    number: row.number || dish.number,
    initials: row.initials || dish.initials,
    price: dish.marketPrice ? 0 : row.price,
  }
}

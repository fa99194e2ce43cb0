import type { Dish } from './dish.ts'

/** Dishes prepared for search; made once for a menu, asked at every key. */
export type DishIndex = readonly Entry[]

interface Entry {
  readonly dish: Dish
  readonly number: string
  readonly initials: string
  readonly names: readonly string[]
}

export function indexDishes(dishes: Iterable<Dish>): DishIndex {
  return Array.from(dishes)
    .filter((dish) => !dish.deleted)
    .sort((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
    .map((dish) => ({
      dish,
      number: fold(dish.number),
      initials: fold(dish.initials),
      names: [fold(dish.names.zh), fold(dish.names.en)],
    }))
}

/**
 * Dishes by number, pinyin initials or a part of either name, best first: the number itself, what begins so, what contains it; the
 * menu's order within each. Case, width and spaces do not matter. An empty query finds nothing.
 */
export function matchDish(index: DishIndex, query: string, limit = 50): Dish[] {
  const wanted = fold(query)
  if (wanted === '') return []
  const exact: Dish[] = []
  const begins: Dish[] = []
  const contains: Dish[] = []
  for (const entry of index) {
    if (entry.number === wanted || entry.initials === wanted) exact.push(entry.dish)
    else if (begins.length < limit && beginsWith(entry, wanted)) begins.push(entry.dish)
    else if (contains.length < limit && includes(entry, wanted)) contains.push(entry.dish)
  }
  return [...exact, ...begins, ...contains].slice(0, limit)
}

function beginsWith(entry: Entry, wanted: string): boolean {
  return (
    entry.number.startsWith(wanted) ||
    entry.initials.startsWith(wanted) ||
    entry.names.some((name) => name.startsWith(wanted))
  )
}

function includes(entry: Entry, wanted: string): boolean {
  return entry.initials.includes(wanted) || entry.names.some((name) => name.includes(wanted))
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·-]+/g, '')
}

import type { Currency } from '../kernel/index.ts'
import type { Category } from './category.ts'
import type { Dish } from './dish.ts'
import { csvLine } from './parse-csv.ts'
import { priceText } from './parse-price.ts'

/** The dishes as a spreadsheet opens them; `parseMenuText` reads it back. */
export function menuCsvOf(dishes: readonly Dish[], categories: readonly Category[], currency: Currency): string {
  const names = new Map(categories.map(({ id, names: { zh, en } }) => [id, zh === '' ? en : zh]))
  const lines = dishes
    .toSorted((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
    .map((dish) =>
      csvLine([
        dish.number,
        dish.names.zh,
        dish.names.en,
        names.get(dish.category) ?? '',
        priceText(dish.price, currency),
        dish.initials,
      ]),
    )
  return `\uFEFF${['number,zh,en,category,price,initials', ...lines].join('\r\n')}\r\n`
}

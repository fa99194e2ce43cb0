import type { Dish } from '@orderez/core/menu'

export const OPTION_GROUP_KEYS = ['spice', 'cup', 'size', 'ice', 'sugar', 'milkKind', 'extras', 'toppings'] as const
export type DemoOptionGroup = (typeof OPTION_GROUP_KEYS)[number]

export type DemoCategory =
  | 'cold'
  | 'hot'
  | 'soup'
  | 'staple'
  | 'dimSum'
  | 'drinks'
  | 'dessert'
  | 'vegetables'
  | 'claypot'
  | 'grill'
  | 'seafood'
  | 'coffee'
  | 'milkTea'
  | 'juice'
  | 'cocktails'
  | 'bakery'
  | 'snacks'
  | 'sets'
export type DemoStation = 'wok' | 'cold' | 'steam' | 'bar' | 'grill' | 'noodle' | 'pastry'

/** What else is to say of a dish: its option groups, its allergens, and how its price is found. */
type DemoTrait = DemoOptionGroup | Dish['allergens'][number] | 'market' | 'open' | 'weighed'

/** Number, names, pinyin initials, price in fen, category, station, minutes, and the rest. */
export type DemoRow = readonly [
  number: string,
  zh: string,
  en: string,
  initials: string,
  price: number,
  category: DemoCategory,
  station: DemoStation,
  minutes: number,
  ...traits: DemoTrait[],
]

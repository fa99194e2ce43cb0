import type { Category, Dish, SetPart } from '@orderez/core/menu'
import { invariant, type IdSource } from '@orderez/core/kernel'

interface DemoPart {
  readonly zh: string
  readonly en: string
  readonly min: number
  readonly max: number
  /** Dish numbers; a pair says what the set adds for that dish, in fen. */
  readonly dishes: readonly (string | readonly [number: string, extra: number])[]
}

interface DemoSetMeal {
  readonly number: string
  readonly zh: string
  readonly en: string
  readonly initials: string
  readonly price: number
  readonly parts: readonly DemoPart[]
}

/** Sets of dishes of the demo's menu, each at one price. */
const DEMO_SET_MEALS: readonly DemoSetMeal[] = [
  {
    number: 'TC1',
    zh: '工作日午餐',
    en: 'Weekday lunch',
    initials: 'gzrwc',
    price: 58_00,
    parts: [
      { zh: '前菜', en: 'Starter', min: 1, max: 1, dishes: ['101', '103', '104'] },
      { zh: '主菜', en: 'Main', min: 1, max: 1, dishes: ['209', '210', ['202', 12_00]] },
      { zh: '主食', en: 'Rice', min: 1, max: 1, dishes: ['401'] },
      { zh: '饮料', en: 'Drink', min: 1, max: 1, dishes: ['604', '605', ['601', 10_00]] },
    ],
  },
  {
    number: 'TC2',
    zh: '双人套餐',
    en: 'Dinner for two',
    initials: 'srtc',
    price: 198_00,
    parts: [
      { zh: '凉菜任选两道', en: 'Two cold dishes', min: 2, max: 2, dishes: ['101', '103', '104'] },
      {
        zh: '热菜任选两道',
        en: 'Two hot dishes',
        min: 2,
        max: 2,
        dishes: ['202', '205', '209', '210', ['203', 18_00]],
      },
      { zh: '汤', en: 'Soup', min: 1, max: 1, dishes: ['301', '302'] },
      { zh: '酒水（可选）', en: 'Drinks, if you like', min: 0, max: 2, dishes: ['606', ['607', 38_00]] },
    ],
  },
  {
    number: 'TC3',
    zh: '咖啡配甜点',
    en: 'Coffee and cake',
    initials: 'kfptd',
    price: 38_00,
    parts: [
      { zh: '咖啡', en: 'Coffee', min: 1, max: 1, dishes: ['C01', 'C02', ['C03', 4_00]] },
      { zh: '甜点', en: 'Cake', min: 1, max: 1, dishes: ['P01', 'P02', ['P03', 12_00]] },
    ],
  },
]

type MadeDish = Omit<Dish, 'version'>

/** The sets as dishes of the menu: no station makes a set, its dishes go to their own. */
export function demoSetMeals(
  dishes: readonly MadeDish[],
  { category, tax }: { readonly category: Category['id']; readonly tax: Dish['tax'] },
  ids: IdSource,
): readonly MadeDish[] {
  const byNumber = new Map(dishes.map((dish) => [dish.number, dish]))
  return DEMO_SET_MEALS.map(({ number, zh, en, initials, price, parts }, index) => ({
    id: ids.next('dish'),
    kind: 'dish',
    v: 1,
    names: { zh, en },
    category,
    number,
    initials,
    sort: dishes.length + index,
    price,
    tax,
    stations: [],
    status: 'onShelf',
    unit: 'piece',
    weighed: false,
    marketPrice: false,
    optionGroups: [],
    setMeal: parts.map((part) => setPart(part, byNumber, ids)),
    tags: [],
    allergens: [],
  }))
}

function setPart(part: DemoPart, byNumber: ReadonlyMap<string, MadeDish>, ids: IdSource): SetPart {
  const choices = part.dishes.map((each) => {
    const [number, extra] = typeof each === 'string' ? ([each, 0] as const) : each
    const dish = byNumber.get(number)
    invariant(dish, `the set meal part ${part.en} names the dish ${number} of the demo`)
    return { dish: dish.id, extra }
  })
  return { id: ids.next('setPart'), names: { zh: part.zh, en: part.en }, min: part.min, max: part.max, choices }
}

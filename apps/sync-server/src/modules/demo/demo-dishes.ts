import { ALLERGENS } from '@orderez/core/menu'
import { BISTRO_COLD_AND_SOUPS } from './bistro-dishes-cold-soup.ts'
import { BISTRO_GRILL_AND_SEAFOOD } from './bistro-dishes-grill-seafood.ts'
import { BISTRO_HOT } from './bistro-dishes-hot.ts'
import { BISTRO_STAPLES } from './bistro-dishes-staples.ts'
import { CAFE_BAR } from './cafe-bar-dishes.ts'
import {
  OPTION_GROUP_KEYS,
  type DemoCategory,
  type DemoOptionGroup,
  type DemoRow,
  type DemoStation,
} from './demo-row.ts'

const ROWS = [...BISTRO_COLD_AND_SOUPS, ...BISTRO_HOT, ...BISTRO_GRILL_AND_SEAFOOD, ...BISTRO_STAPLES, ...CAFE_BAR]

function demoDish([number, zh, en, initials, price, category, station, minutes, ...traits]: DemoRow) {
  const has = (trait: string) => traits.some((other) => other === trait)
  return {
    number,
    zh,
    en,
    initials,
    price,
    category,
    station,
    minutes,
    options: OPTION_GROUP_KEYS.filter(has),
    allergens: ALLERGENS.filter(has),
    marketPrice: has('market'),
    openItem: has('open'),
    weighed: has('weighed'),
  }
}

/** The dishes of the demo's bistro and of its café-bar, in the order of the menu. */
export const DEMO_DISHES = ROWS.map(demoDish)

export const DEMO_CATEGORIES: readonly { key: DemoCategory; zh: string; en: string }[] = [
  { key: 'cold', zh: '凉菜', en: 'Cold dishes' },
  { key: 'hot', zh: '热菜', en: 'Hot dishes' },
  { key: 'soup', zh: '汤羹', en: 'Soups' },
  { key: 'staple', zh: '面饭', en: 'Rice and noodles' },
  { key: 'dimSum', zh: '点心', en: 'Dim sum' },
  { key: 'drinks', zh: '酒水', en: 'Drinks' },
  { key: 'dessert', zh: '甜品', en: 'Desserts' },
  { key: 'vegetables', zh: '时蔬', en: 'Vegetables' },
  { key: 'claypot', zh: '砂锅煲仔', en: 'Clay pots' },
  { key: 'grill', zh: '烧烤', en: 'Grill' },
  { key: 'seafood', zh: '河海鲜', en: 'Seafood' },
  { key: 'coffee', zh: '咖啡', en: 'Coffee' },
  { key: 'milkTea', zh: '茶与奶茶', en: 'Tea and milk tea' },
  { key: 'juice', zh: '果汁汽水', en: 'Juice and soda' },
  { key: 'cocktails', zh: '鸡尾酒', en: 'Cocktails and wine' },
  { key: 'bakery', zh: '烘焙', en: 'Bakery' },
  { key: 'snacks', zh: '小食', en: 'Snacks' },
  { key: 'sets', zh: '套餐', en: 'Set meals' },
]

export const DEMO_STATIONS: readonly { key: DemoStation; zh: string; en: string }[] = [
  { key: 'wok', zh: '炒锅', en: 'Wok' },
  { key: 'cold', zh: '凉菜间', en: 'Cold' },
  { key: 'steam', zh: '蒸档', en: 'Steam' },
  { key: 'bar', zh: '吧台', en: 'Bar' },
  { key: 'grill', zh: '烤档', en: 'Grill' },
  { key: 'noodle', zh: '面点', en: 'Noodles' },
  { key: 'pastry', zh: '西点', en: 'Pastry' },
]

interface DemoGroup {
  readonly key: DemoOptionGroup
  readonly zh: string
  readonly en: string
  readonly min: number
  readonly max: number
  readonly variant?: true
  readonly options: readonly { zh: string; en: string; price: number }[]
}

export const DEMO_OPTION_GROUPS: readonly DemoGroup[] = [
  {
    key: 'spice',
    zh: '辣度',
    en: 'Spice',
    min: 1,
    max: 1,
    options: [
      { zh: '不辣', en: 'Not spicy', price: 0 },
      { zh: '微辣', en: 'Mild', price: 0 },
      { zh: '中辣', en: 'Medium', price: 0 },
      { zh: '特辣', en: 'Very hot', price: 0 },
    ],
  },
  {
    key: 'size',
    zh: '份量',
    en: 'Size',
    min: 1,
    max: 1,
    variant: true,
    options: [
      { zh: '小份', en: 'Small', price: 0 },
      { zh: '大份', en: 'Large', price: 18_00 },
    ],
  },
  {
    key: 'ice',
    zh: '冰量',
    en: 'Ice',
    min: 1,
    max: 1,
    options: [
      { zh: '正常冰', en: 'Normal ice', price: 0 },
      { zh: '少冰', en: 'Less ice', price: 0 },
      { zh: '热饮', en: 'Hot', price: 0 },
    ],
  },
  {
    key: 'sugar',
    zh: '甜度',
    en: 'Sugar',
    min: 0,
    max: 1,
    options: [
      { zh: '半糖', en: 'Half sugar', price: 0 },
      { zh: '无糖', en: 'No sugar', price: 0 },
    ],
  },
  {
    key: 'extras',
    zh: '加料',
    en: 'Extras',
    min: 0,
    max: 3,
    options: [
      { zh: '煎蛋', en: 'Fried egg', price: 4_00 },
      { zh: '青菜', en: 'Greens', price: 5_00 },
      { zh: '牛肉', en: 'Beef', price: 12_00 },
    ],
  },
  {
    key: 'cup',
    zh: '杯型',
    en: 'Cup',
    min: 1,
    max: 1,
    variant: true,
    options: [
      { zh: '中杯', en: 'Regular', price: 0 },
      { zh: '大杯', en: 'Large', price: 4_00 },
    ],
  },
  {
    key: 'milkKind',
    zh: '奶类',
    en: 'Milk',
    min: 0,
    max: 1,
    options: [
      { zh: '全脂奶', en: 'Whole milk', price: 0 },
      { zh: '脱脂奶', en: 'Skimmed milk', price: 0 },
      { zh: '燕麦奶', en: 'Oat milk', price: 4_00 },
    ],
  },
  {
    key: 'toppings',
    zh: '小料',
    en: 'Toppings',
    min: 0,
    max: 3,
    options: [
      { zh: '珍珠', en: 'Tapioca pearls', price: 3_00 },
      { zh: '椰果', en: 'Coconut jelly', price: 3_00 },
      { zh: '布丁', en: 'Pudding', price: 4_00 },
    ],
  },
]

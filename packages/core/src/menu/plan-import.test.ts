import { describe, expect, it } from 'vitest'
import { createIdSource } from '../kernel/index.ts'
import { newCategory, newDish, parseMenuText, planImport, reviseDish } from './index.ts'

const ids = createIdSource({
  now: () => 1_790_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})
const tax = ids.next('tax')
const hot = { ...newCategory(ids, [], { zh: '热菜', en: 'Hot' }), stations: [ids.next('station')] }
const plain = { ...newDish(ids, hot, tax, []), names: { zh: '宫保鸡丁', en: 'Kung Pao' }, number: 'A1', price: 3_800 }
const { dish } = reviseDish(plain, [], { ratePpm: 0, inclusive: true })
const plan = (text: string) =>
  planImport(
    parseMenuText(text, { code: 'CNY', exponent: 2 }).rows,
    { categories: [hot], dishes: [dish] },
    { ids, tax, fallback: { zh: '其他', en: 'Other' } },
  )

describe('planImport', () => {
  it('changes a dish of the same number or name, and leaves what the text does not say', () => {
    const byNumber = plan('number,name,price\nA1,宫爆鸡丁,40')
    expect(byNumber.categories).toEqual([])
    expect(byNumber.dishes).toMatchObject([{ id: dish.id, price: 4_000, names: { zh: '宫爆鸡丁', en: 'Kung Pao' } }])
    expect(plan('Kung Pao 41').dishes).toMatchObject([{ id: dish.id, number: 'A1', category: hot.id, price: 4_100 }])
  })

  it('adds dishes at the end of their category, and each new category once', () => {
    const { categories, dishes } = plan('Hot:\n鱼 50\n肉 60\nDrinks:\nTea 8\nCola 6')
    expect(categories.map(({ names }) => names.en)).toEqual(['Drinks'])
    expect(dishes.slice(0, 2)).toMatchObject([
      { category: hot.id, stations: hot.stations, sort: dish.sort + 10 },
      { category: hot.id, sort: dish.sort + 20 },
    ])
    expect(dishes.slice(2).every(({ category }) => category === categories[0]?.id)).toBe(true)
  })

  it('takes the last of two lines for the same dish', () => {
    expect(plan('Tea 8\nTea 9').dishes).toMatchObject([{ price: 900 }])
  })
})

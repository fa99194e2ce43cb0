import { describe, expect, it } from 'vitest'
import { createIdSource, type Currency } from '../kernel/index.ts'
import { menuCsvOf, parseMenuText, parsePrice, priceText, reviseDish, type Category } from './index.ts'

const CNY: Currency = { code: 'CNY', exponent: 2 }
const ids = createIdSource({
  now: () => 1_790_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})

describe('parsePrice', () => {
  it.each([
    ['38', 3_800],
    ['¥38.5', 3_850],
    ['￥１２', 1_200],
    ['38 元', 3_800],
    ['0', 0],
  ])('reads %j', (text, value) => {
    expect(parsePrice(text, CNY)).toEqual({ ok: true, value })
    expect(parsePrice(priceText(value, CNY), CNY)).toEqual({ ok: true, value })
  })

  it.each([
    ['', 'price.empty'],
    ['¥', 'price.empty'],
    ['-1', 'price.negative'],
    ['abc', 'money.malformed'],
    ['1.234', 'money.tooPrecise'],
    ['9999999999', 'price.tooHigh'],
  ])('refuses %j', (text, code) => {
    expect(parsePrice(text, CNY)).toMatchObject({ ok: false, code })
  })
})

describe('parseMenuText', () => {
  it('reads lines "name price" under categories, and numbers what it cannot read', () => {
    const text = '热菜：\n宫保鸡丁 38\nKung Pao / 宫保 ¥38.50\n\n白米饭\n12\nTea ... -3\n茶 1.234'
    const { rows, errors } = parseMenuText(text, CNY)
    expect(rows).toMatchObject([
      { line: 2, names: { zh: '宫保鸡丁', en: '' }, price: 3_800, category: '热菜' },
      { line: 3, names: { zh: '宫保', en: 'Kung Pao' }, price: 3_850, category: '热菜' },
    ])
    expect(errors.map(({ line, code }) => [line, code])).toEqual([
      [5, 'price.empty'],
      [6, 'menuText.noName'],
      [7, 'price.negative'],
      [8, 'money.tooPrecise'],
    ])
  })

  it('reads a table with quotes, columns in any order and Chinese headings', () => {
    const text = '价格,菜名,编号\r\n38,"鸡, ""大""",a12\r\n12,\r\nx,汤,\r\n5,面,甲'
    const { rows, errors } = parseMenuText(text, CNY)
    expect(rows).toMatchObject([{ line: 2, names: { zh: '鸡, "大"' }, price: 3_800, number: 'A12' }])
    expect(errors.map(({ line, code }) => [line, code])).toEqual([
      [3, 'menuText.noName'],
      [4, 'money.malformed'],
      [5, 'menuText.number'],
    ])
    expect(parseMenuText('name,price\n"open,1', CNY).errors).toMatchObject([{ line: 2, code: 'csv.quoteOpen' }])
  })

  it('stops at two thousand dishes', () => {
    const { rows, errors } = parseMenuText('Tea 1\n'.repeat(2_100), CNY)
    expect(rows).toHaveLength(2_000)
    expect(errors).toMatchObject([{ line: 2_001, code: 'menuText.tooMany' }])
  })
})

describe('a dish that an editor changed', () => {
  const category: Category = {
    id: ids.next('category'),
    kind: 'category',
    v: 1,
    names: { zh: '热菜', en: '' },
    sort: 1,
    status: 'onShelf',
  }
  const tax = { ratePpm: 60_000, inclusive: true }
  const { dish, version } = reviseDish(
    {
      id: ids.next('dish'),
      kind: 'dish',
      v: 1,
      names: { zh: '=鸡,"大"', en: 'Chicken' },
      category: category.id,
      number: 'A1',
      initials: 'jd',
      sort: 1,
      price: 3_800,
      tax: ids.next('tax'),
      stations: [],
      status: 'onShelf',
      unit: 'piece',
      weighed: false,
      marketPrice: false,
      optionGroups: [],
      tags: [],
      allergens: [],
    },
    [],
    tax,
  )

  it('sells another version when its price changes, and the same one when it is sold out', () => {
    expect(version.id).toBe(dish.version)
    const dearer = reviseDish({ ...dish, price: 4_000 }, [], tax)
    expect(dearer.version).toMatchObject({ price: 4_000 })
    expect(dearer.dish.version).toBe(dearer.version.id)
    expect(dearer.dish.version).not.toBe(dish.version)
    expect(reviseDish({ ...dish, soldOut: true, minutes: 9 }, [], tax).dish.version).toBe(dish.version)
  })

  it('is read back from what was exported', () => {
    expect(parseMenuText(menuCsvOf([dish], [category], CNY), CNY)).toMatchObject({
      errors: [],
      rows: [{ names: dish.names, price: 3_800, number: 'A1', initials: 'jd', category: '热菜' }],
    })
  })
})

import { describe, expect, it } from 'vitest'
import { createIdSource } from '../kernel/index.ts'
import { dishVersionOf, indexDishes, matchDish, type Dish } from './index.ts'

const ids = createIdSource({
  now: () => 1_790_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})
const tax = { ratePpm: 0, inclusive: true }
const [category, taxId] = [ids.next('category'), ids.next('tax')]

function dish(zh: string, en: string, number: string, initials: string, sort: number): Dish {
  const fields = {
    id: ids.next('dish'),
    kind: 'dish' as const,
    v: 1,
    names: { zh, en },
    category,
    number,
    initials,
    sort,
    price: 1_000,
    tax: taxId,
    stations: [],
    status: 'onShelf' as const,
    unit: 'piece' as const,
    weighed: false,
    marketPrice: false,
    optionGroups: [],
    tags: [],
    allergens: [],
  }
  return { ...fields, version: dishVersionOf(fields, [], tax).id }
}

const menu = [
  dish('宫保鸡丁', 'Kung Pao chicken', 'A12', 'gbjd', 30),
  dish('鸡汤', 'Chicken soup', 'A1', 'jt', 20),
  dish('口水鸡', 'Mouth-watering chicken', 'A121', 'ksj', 10),
  dish('茄汁鱼块', 'Fish in tomato sauce', '12', 'qzyk', 40),
  { ...dish('老鸡汤', 'Old soup', 'A12', 'ljt', 1), deleted: true },
]
const index = indexDishes(menu)
const found = (query: string, limit?: number) => matchDish(index, query, limit).map((each) => each.names.zh)

describe('matchDish', () => {
  it('puts the number itself first, then what begins so', () => {
    expect(found('A12')).toEqual(['宫保鸡丁', '口水鸡'])
    expect(found('a１２')).toEqual(['宫保鸡丁', '口水鸡'])
    expect(found('12')).toEqual(['茄汁鱼块'])
  })

  it('finds by initials and by either name, the menu in order', () => {
    expect(found('gb')).toEqual(['宫保鸡丁'])
    expect(found('鸡')).toEqual(['鸡汤', '口水鸡', '宫保鸡丁'])
    expect(found('CHICKEN')).toEqual(['鸡汤', '口水鸡', '宫保鸡丁'])
    expect(found('kung pao')).toEqual(['宫保鸡丁'])
    expect(found('mouthwatering')).toEqual(['口水鸡'])
  })

  it('finds nothing for nothing, nor what is deleted', () => {
    expect(found(' ')).toEqual([])
    expect(found('老')).toEqual([])
    expect(found('zzz')).toEqual([])
  })

  it('stops at the limit with the best', () => {
    expect(found('鸡', 1)).toEqual(['鸡汤'])
    expect(found('A1', 2)).toEqual(['鸡汤', '口水鸡'])
  })

  it('answers a key in a menu of 20,000 well within a frame or three', () => {
    const large = indexDishes(Array.from({ length: 20_000 }, (_, n) => ({ ...menu[n % 4]!, sort: n, number: `D${n}` })))
    matchDish(large, '鸡')
    const before = process.cpuUsage()
    expect(matchDish(large, '块')).toHaveLength(50)
    expect(matchDish(large, 'nothing like it')).toEqual([])
    const used = process.cpuUsage(before)
    expect((used.user + used.system) / 2_000).toBeLessThan(50)
  })
})

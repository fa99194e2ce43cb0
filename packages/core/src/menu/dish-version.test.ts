import { describe, expect, it } from 'vitest'
import { createIdSource } from '../kernel/index.ts'
import {
  chooseOptions,
  dishSchema,
  dishVersionOf,
  dishVersionSchema,
  isIntact,
  makeLinePrice,
  optionGroupSchema,
} from './index.ts'
import type { Dish, OptionGroup } from './index.ts'

let tick = 0
const ids = createIdSource({ now: () => 1_790_000_000_000, random: (bytes) => new Uint8Array(bytes).fill((tick += 1)) })
const tax = { ratePpm: 60_000, inclusive: true }

const size: OptionGroup = {
  id: ids.next('optionGroup'),
  kind: 'optionGroup',
  v: 1,
  names: { zh: '份量', en: 'Size' },
  min: 1,
  max: 1,
  options: [
    { id: ids.next('option'), names: { zh: '小', en: 'Small' }, price: -500, default: true },
    { id: ids.next('option'), names: { zh: '大', en: 'Large' }, price: 800 },
  ],
}
const extras: OptionGroup = {
  id: ids.next('optionGroup'),
  kind: 'optionGroup',
  v: 1,
  names: { zh: '加料', en: 'Extras' },
  min: 0,
  max: 2,
  options: ['花生', '腐竹', '鸡蛋'].map((zh, index) => ({
    id: ids.next('option'),
    names: { zh, en: '' },
    price: 100 * (index + 1),
  })),
}
const groups = [extras, size]
const [small, large] = size.options.map((option) => option.id)
const [peanut, tofu, egg] = extras.options.map((option) => option.id)
if (!small || !large || !peanut || !tofu || !egg) throw new Error('the sample has five options')

const fields: Omit<Dish, 'version'> = {
  id: ids.next('dish'),
  kind: 'dish',
  v: 1,
  names: { zh: '宫保鸡丁', en: 'Kung Pao chicken' },
  category: ids.next('category'),
  number: 'A12',
  initials: 'gbjd',
  sort: 10,
  price: 3_800,
  tax: ids.next('tax'),
  stations: [ids.next('station')],
  status: 'onShelf',
  unit: 'piece',
  weighed: false,
  marketPrice: false,
  optionGroups: [size.id, extras.id],
  tags: [],
  allergens: ['peanuts'],
}
const version = dishVersionOf(fields, groups, tax)

describe('dish version', () => {
  it('is a valid document, and so is the dish that names it', () => {
    expect(dishVersionSchema.parse(version)).toEqual(version)
    expect(dishSchema.safeParse({ ...fields, version: version.id }).success).toBe(true)
    expect(groups.every((group) => optionGroupSchema.safeParse(group).success)).toBe(true)
    expect(isIntact(version)).toBe(true)
  })

  it('has the groups in the order of the dish, however they are stored', () => {
    expect(version.optionGroups.map((group) => group.id)).toEqual([size.id, extras.id])
    expect(dishVersionOf(fields, [size, extras], tax).id).toBe(version.id)
  })

  it.each<Partial<Dish>>([
    { sort: 99 },
    { status: 'offShelf' },
    { soldOut: true },
    { tags: ['辣'] },
    { number: 'B1' },
    { originalPrice: 4_200 },
    { v: 2 },
  ])('stays the same when %j changes, which is not what is sold', (change) => {
    expect(dishVersionOf({ ...fields, ...change }, groups, tax).id).toBe(version.id)
  })

  it.each<Partial<Dish>>([
    { price: 3_801 },
    { names: { zh: '宫爆鸡丁', en: 'Kung Pao chicken' } },
    { unit: 'jin' },
    { weighed: true },
    { marketPrice: true },
    { stations: [] },
    { optionGroups: [extras.id, size.id] },
    { optionGroups: [] },
    { id: ids.next('dish') },
  ])('is another one when %j changes', (change) => {
    expect(dishVersionOf({ ...fields, ...change }, groups, tax).id).not.toBe(version.id)
  })

  it('is another one when the tax, an option or a group changes', () => {
    const dearer = { ...size, options: size.options.map((option) => ({ ...option, price: option.price + 1 })) }
    const without = { ...extras, options: extras.options.map((option) => ({ ...option, deleted: option.id === egg })) }
    const versions = [
      dishVersionOf(fields, groups, { ...tax, inclusive: false }),
      dishVersionOf(fields, [extras, dearer], tax),
      dishVersionOf(fields, [without, size], tax),
      dishVersionOf(fields, [extras, { ...size, deleted: true }], tax),
      dishVersionOf(fields, [{ ...extras, max: 3 }, size], tax),
    ]
    expect(new Set([version, ...versions].map((each) => each.id)).size).toBe(6)
    expect(dishVersionOf(fields, [extras, { ...size, sort: 5 }], tax).id).toBe(version.id)
  })

  it('shows when somebody changed its content under the same id', () => {
    expect(isIntact({ ...version, price: 1 })).toBe(false)
    expect(isIntact({ ...version, v: 7 })).toBe(true)
  })
})

describe('chooseOptions', () => {
  it('gives what was chosen in the order of the menu, with names and prices', () => {
    const result = chooseOptions(version, [egg, large, peanut])
    expect(result).toMatchObject({
      ok: true,
      value: [
        { group: size.id, option: large, price: 800, names: { en: 'Large' } },
        { group: extras.id, option: peanut, price: 100 },
        { group: extras.id, option: egg, price: 300 },
      ],
    })
  })

  it.each([
    ['option.required', [peanut]],
    ['option.required', []],
    ['option.tooMany', [small, large]],
    ['option.tooMany', [small, peanut, tofu, egg]],
    ['option.tooMany', [small, peanut, peanut]],
    ['option.unknown', [small, ids.next('option')]],
  ])('fails with %s', (code, choices) => {
    expect(chooseOptions(version, choices)).toMatchObject({ ok: false, code })
  })

  it('asks nothing of a dish without options', () => {
    expect(chooseOptions({ optionGroups: [] }, [])).toEqual({ ok: true, value: [] })
  })
})

describe('makeLinePrice', () => {
  const chosen = chooseOptions(version, [large, egg])
  const options = chosen.ok ? chosen.value : []

  it('has the price of the version and of each option', () => {
    expect(makeLinePrice(version, options)).toEqual({
      base: 3_800,
      options: [
        { option: large, amount: 800 },
        { option: egg, amount: 300 },
      ],
    })
  })

  it('takes options of a weighed dish once for the line', () => {
    const fish = dishVersionOf({ ...fields, unit: 'jin', weighed: true }, groups, tax)
    expect(makeLinePrice(fish, options).options.every((part) => part.per === 'line')).toBe(true)
  })

  it('says when the price is still to be set', () => {
    const ofTheDay = dishVersionOf({ ...fields, price: 0, marketPrice: true }, groups, tax)
    expect(makeLinePrice(ofTheDay, [])).toEqual({ base: 0, options: [], pending: true })
  })
})

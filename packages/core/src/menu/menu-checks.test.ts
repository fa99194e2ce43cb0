import { describe, expect, it } from 'vitest'
import { createIdSource } from '../kernel/index.ts'
import {
  checkOptionGroup,
  checkSetMeal,
  parseDifference,
  removedOptionGroup,
  type OptionGroup,
  type SetPart,
} from './index.ts'

const ids = createIdSource({
  now: () => 1_790_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})
const names = { zh: '辣度', en: '' }
const option = () => ({ id: ids.next('option'), names, price: 0 })
const group: OptionGroup = {
  id: ids.next('optionGroup'),
  kind: 'optionGroup',
  v: 1,
  names,
  min: 1,
  max: 1,
  options: [option(), option()],
}

describe('an option group', () => {
  it('is taken where guests can choose from it', () => {
    expect(checkOptionGroup(group)).toEqual({ ok: true, value: group })
  })

  it.each([
    ['group.unnamed', { names: { zh: ' ', en: '' } }],
    ['group.noOptions', { options: [] }],
    ['group.noOptions', { options: [{ ...option(), deleted: true }] }],
    ['option.unnamed', { options: [{ ...option(), names: { zh: '', en: '' } }] }],
    ['group.minAboveMax', { min: 2 }],
    ['group.tooFew', { min: 3, max: 3 }],
    ['group.tooManyDefaults', { options: group.options.map((each) => ({ ...each, default: true })) }],
    ['group.malformed', { options: [{ ...option(), price: 0.5 }] }],
  ])('is refused with %s', (code, change) => {
    expect(checkOptionGroup({ ...group, ...change })).toMatchObject({ ok: false, code })
  })

  it('stays while dishes name it', () => {
    expect(removedOptionGroup(group, 1)).toMatchObject({ code: 'group.inUse' })
    expect(removedOptionGroup(group, 0)).toMatchObject({ value: { deleted: true } })
  })
})

describe('a set meal', () => {
  const [meal, soup, tea] = [ids.next('dish'), ids.next('dish'), ids.next('dish')]
  const part: SetPart = { id: ids.next('setPart'), names, min: 1, max: 1, choices: [{ dish: soup, extra: 0 }] }
  const dishes = new Map([
    [soup, {}],
    [tea, { setMeal: [part] }],
  ])

  it('is taken where each part can be chosen', () => {
    expect(checkSetMeal(meal, [part], dishes)).toEqual({ ok: true, value: [part] })
    expect(checkSetMeal(meal, [], dishes)).toEqual({ ok: true, value: [] })
  })

  it.each([
    ['setPart.unnamed', { names: { zh: '', en: ' ' } }],
    ['setPart.noChoices', { choices: [] }],
    ['setPart.minAboveMax', { min: 2 }],
    ['setPart.tooFew', { min: 2, max: 2 }],
    ['setPart.itself', { choices: [{ dish: meal, extra: 0 }] }],
    ['setPart.itself', { choices: [{ dish: tea, extra: 0 }] }],
  ])('is refused with %s', (code, change) => {
    expect(checkSetMeal(meal, [{ ...part, ...change }], dishes)).toMatchObject({ code })
  })
})

describe('a difference of price', () => {
  const currency = { code: 'CNY', exponent: 2 } as const

  it('may be more, less, or nothing', () => {
    const read = (text: string) => parseDifference(text, currency)
    expect(['3', '+3.5', '-2', '−2', '', '0', '-0'].map((text) => read(text))).toEqual(
      [300, 350, -200, -200, 0, 0, 0].map((value) => ({ ok: true, value })),
    )
    expect([read('x'), read('-'), read('--1')].map(({ ok }) => ok)).toEqual([false, false, false])
  })
})

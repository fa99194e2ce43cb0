import { describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import type { DishVersion, OptionGroup } from '@orderez/core/menu'
import {
  answersOf,
  extraOf,
  isFull,
  optionQuestions,
  optionsAmong,
  unanswered,
  usualAnswers,
  withAnswer,
  type Answers,
  type Question,
} from './questions.ts'

const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
const names = { zh: '份量', en: 'Size' }
const [small, large, egg] = [ids.next('option'), ids.next('option'), ids.next('option')]
const [size, extras] = [ids.next('optionGroup'), ids.next('optionGroup')]
const dish: Pick<DishVersion, 'price' | 'optionGroups'> = {
  price: 28_00,
  optionGroups: [
    {
      id: size,
      names,
      min: 1,
      max: 1,
      options: [
        { id: small, names, price: 0 },
        { id: large, names, price: 18_00 },
      ],
    },
    { id: extras, names, min: 0, max: 2, options: [{ id: egg, names, price: 4_00 }] },
  ],
}
const document: OptionGroup = {
  id: size,
  kind: 'optionGroup',
  v: 1,
  names,
  min: 1,
  max: 1,
  variant: true,
  options: [
    { id: small, names, price: 0, default: true, soldOut: true },
    { id: large, names, price: 18_00, default: true },
  ],
}
const questions = optionQuestions(dish, new Map([[size, document]]))
const question = (min: number, max: number): Question => ({
  id: ids.next('optionGroup'),
  names,
  min,
  max,
  wholePriceFrom: null,
  answers: [],
})

describe('answers', () => {
  it('replace the one where one is asked for, and are given back when they are tapped twice', () => {
    const one = question(1, 1)
    const first = withAnswer(new Map(), one, 'a')
    expect(withAnswer(first, one, 'b').get(one.id)).toEqual(['b'])
    expect(withAnswer(first, one, 'a').get(one.id)).toEqual([])
  })

  it('let the oldest go where no more fit', () => {
    const two = question(0, 2)
    const full = ['a', 'b', 'c'].reduce<Answers>((answers, id) => withAnswer(answers, two, id), new Map())
    expect(full.get(two.id)).toEqual(['b', 'c'])
    expect(isFull(two, full)).toBe(true)
  })

  it('are missing first where the first required question is', () => {
    const [optional, first, second] = [question(0, 1), question(1, 1), question(2, 3)]
    const asked = [optional, first, second]
    expect(unanswered(asked, new Map())).toBe(first)
    const one = withAnswer(new Map(), first, 'a')
    expect(unanswered(asked, one)).toBe(second)
    expect(unanswered(asked, withAnswer(one, second, 'b'))).toBe(second)
    const enough = withAnswer(withAnswer(one, second, 'b'), second, 'c')
    expect(unanswered(asked, enough)).toBeNull()
    expect(isFull(second, enough)).toBe(false)
  })
})

describe('the questions of a dish', () => {
  it('show sizes with their whole price and what is sold out today', () => {
    expect(questions.map(({ wholePriceFrom }) => wholePriceFrom)).toEqual([28_00, null])
    expect(questions[0]?.answers.map(({ soldOut }) => soldOut)).toEqual([true, false])
  })

  it('begin with the usual answers that are to be had', () => {
    expect(usualAnswers(questions).get(size)).toEqual([large])
  })

  it('give the options of the dish and what they add', () => {
    const answers = new Map([
      [size, [large]],
      [extras, [egg]],
    ])
    expect(optionsAmong(dish, answers)).toEqual([large, egg])
    expect(extraOf(questions, answers)).toBe(22_00)
    expect(answersOf([{ group: size, option: large }])).toEqual(new Map([[size, [large]]]))
  })

  it('keep apart the same choice of two dishes of a set', () => {
    const [first, second] = [optionQuestions(dish, new Map(), 'a '), optionQuestions(dish, new Map(), 'b ')]
    const answers = withAnswer(new Map(), first[0]!, large)
    expect(optionsAmong(dish, answers, 'a ')).toEqual([large])
    expect(optionsAmong(dish, answers, 'b ')).toEqual([])
    expect(unanswered([...first, ...second], answers)).toBe(second[0])
  })
})

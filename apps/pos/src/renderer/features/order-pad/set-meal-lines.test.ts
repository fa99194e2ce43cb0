import { describe, expect, it } from 'vitest'
import { createIdSource, invariant, type DishVersionId } from '@orderez/core/kernel'
import { dishVersionOf, type Dish } from '@orderez/core/menu'
import { emptyOrder, foldOrder } from '@orderez/core/orders'
import { unsentLines } from '@orderez/core/carts'
import { cartToFill, withCount, withOneMore, withWishes } from './cart-lines.ts'
import { lineOfDish, linesOfSet } from './line-of-dish.ts'
import { lineToSend } from './line-to-send.ts'
import { unanswered, usualAnswers, withAnswer, type Answers } from './questions.ts'
import { setDishes, setQuestions } from './set-questions.ts'

let count = 0
const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes).fill(count++) })
const [order, mine, theirs] = [ids.next('order'), ids.next('terminal'), ids.next('terminal')]
const state = foldOrder(emptyOrder(order), mine)
const tax = { ratePpm: 60_000, inclusive: true }
const group = {
  id: ids.next('optionGroup'),
  kind: 'optionGroup' as const,
  v: 1,
  names: { zh: '辣度', en: 'Spice' },
  min: 1,
  max: 1,
  options: [{ id: ids.next('option'), names: { zh: '微辣', en: 'Mild' }, price: 0 }],
}

function made(zh: string, change: Partial<Dish> = {}) {
  const dish: Dish = {
    id: ids.next('dish'),
    kind: 'dish',
    v: 1,
    names: { zh, en: zh },
    category: ids.next('category'),
    number: '',
    initials: '',
    sort: 0,
    price: 30_00,
    tax: ids.next('tax'),
    stations: [ids.next('station')],
    status: 'onShelf',
    unit: 'piece',
    weighed: false,
    marketPrice: false,
    optionGroups: [],
    tags: [],
    allergens: [],
    version: `dvr_${'0'.repeat(64)}` as DishVersionId,
    ...change,
  }
  const version = dishVersionOf(dish, [group], tax)
  return { dish: { ...dish, version: version.id }, version }
}

const [rice, beef, fish] = [made('饭'), made('牛肉', { optionGroups: [group.id] }), made('鱼')]
const part = (...choices: readonly { dish: Dish['id']; extra: number }[]) => ({
  id: ids.next('setPart'),
  names: { zh: '份', en: 'Part' },
  min: 1,
  max: 1,
  choices: [...choices],
})
const main = part({ dish: beef.dish.id, extra: 0 }, { dish: fish.dish.id, extra: 6_00 })
const set = made('套餐', { price: 58_00, stations: [], setMeal: [part({ dish: rice.dish.id, extra: 0 }), main] })
const menu = {
  dishes: new Map([rice, beef, fish, set].map(({ dish }) => [dish.id, dish])),
  versions: new Map([rice, beef, fish, set].map(({ version }) => [version.id, version])),
  groups: new Map([[group.id, group]]),
}
const ask = (answers: Answers = new Map()) => setQuestions(set.version, menu, () => false, answers)

describe('the questions of a set meal', () => {
  it('leave out where there is nothing to choose, and go on with what the chosen dish asks', () => {
    const usual = usualAnswers(ask())
    expect(unanswered(ask(usual), usual)?.id).toBe(main.id)
    const withFish = withAnswer(usual, main, fish.dish.id)
    expect(unanswered(ask(withFish), withFish)).toBeNull()
    const withBeef = withAnswer(usual, main, beef.dish.id)
    const spice = unanswered(ask(withBeef), withBeef)
    expect(spice?.names.zh).toBe('牛肉 · 辣度')
    const spiced = withAnswer(withBeef, spice!, group.options[0]!.id)
    expect(unanswered(ask(spiced), spiced)).toBeNull()
    expect(setDishes(set.version, menu, spiced).map(({ dish, choices }) => [dish.names.zh, choices.length])).toEqual([
      ['饭', 0],
      ['牛肉', 1],
    ])
  })
})

describe('a set meal in the cart', () => {
  const answers = withAnswer(usualAnswers(ask()), main, fish.dish.id)
  const asked = { ...set, choices: [], note: '', dishes: setDishes(set.version, menu, answers) }

  function added(cart = cartToFill([], order, ids)) {
    const line = lineOfDish(asked, ids)
    const dishes = line.ok ? linesOfSet(line.value, asked, ids) : line
    invariant(line.ok && dishes.ok, 'whole choices')
    return withOneMore(cart, line.value, mine, 1000, dishes.value)
  }

  it('is one line with its dishes below it, each at what the set adds', () => {
    const sent = unsentLines([{ ...added() }], state).map(lineToSend)
    expect(sent.map(({ price, parent }) => [price.base, parent])).toEqual([
      [58_00, undefined],
      [0, sent[0]?.id],
      [6_00, sent[0]?.id],
    ])
  })

  it('is counted as a whole: the same set again, more on another tablet, none', () => {
    let cart = added(added())
    const [line] = unsentLines([{ ...cart }], state)
    cart = withCount(cart, line!.line.id, theirs, 1000)
    const quantities = () => unsentLines([{ ...cart }], state).map(({ quantity }) => quantity)
    expect(quantities()).toEqual([3000, 3000, 3000])
    cart = withCount(cart, line!.line.id, mine, -3000)
    expect(quantities()).toEqual([])
  })

  it('is held and seated with its dishes; a note is the set’s', () => {
    const cart = added()
    const [line] = unsentLines([{ ...cart }], state)
    const held = withWishes(cart, line!.line.id, { fire: 'hold', seat: 2, note: 'no ice' })
    expect(unsentLines([{ ...held }], state).map((each) => [each.line.fire, each.line.seat, each.line.note])).toEqual([
      ['hold', 2, 'no ice'],
      ['hold', 2, undefined],
      ['hold', 2, undefined],
    ])
  })
})

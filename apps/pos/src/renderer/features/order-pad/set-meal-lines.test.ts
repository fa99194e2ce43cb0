import { describe, expect, it } from 'vitest'
import { createIdSource, invariant, type DishVersionId } from '@orderez/core/kernel'
import { dishVersionOf, type Dish } from '@orderez/core/menu'
import { chainFacts, emptyOrder, foldOrder, sendRound, startLog } from '@orderez/core/orders'
import { unsentLines } from '@orderez/core/carts'
import { cartToFill, withCount, withOneMore, withWishes } from './cart-lines.ts'
import { lineOfDish, linesOfSet } from './line-of-dish.ts'
import { lineToSend } from './line-to-send.ts'
import { unanswered, usualAnswers, withAnswer, type Answers } from './questions.ts'
import { repeatRound } from './repeat-round.ts'
import { setAnswers, setDishes, setQuestions } from './set-questions.ts'
import { slipRounds } from './slip-rounds.ts'

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

describe('a set meal that was sent', () => {
  const chosen = (dish: Dish['id']) => withAnswer(usualAnswers(ask()), main, dish)
  const spiced = withAnswer(
    chosen(beef.dish.id),
    unanswered(ask(chosen(beef.dish.id)), chosen(beef.dish.id))!,
    group.options[0]!.id,
  )

  function sentRound(answers: Answers) {
    const asked = { ...set, choices: [], note: '', dishes: setDishes(set.version, menu, answers) }
    const line = lineOfDish(asked, ids)
    const dishes = line.ok ? linesOfSet(line.value, asked, ids) : line
    invariant(line.ok && dishes.ok, 'whole choices')
    const cart = withOneMore(cartToFill([], order, ids), line.value, mine, 2000, dishes.value)
    const person = ids.next('person')
    const context = { ids, now: () => ({ ms: 10, tick: 0 }), person, may: () => true }
    const drafts = sendRound(state, { lines: unsentLines([{ ...cart }], state).map(lineToSend) }, context)
    invariant(drafts.ok, 'a round')
    const { facts } = chainFacts(startLog(mine, ids.next('incarnation')), drafts.value)
    const byId = Object.fromEntries(facts.map((fact) => [fact.id, fact]))
    const [round] = slipRounds(foldOrder({ ...emptyOrder(order), facts: byId }, mine))
    return { round: round!, lines: Object.values(cart.lines) }
  }

  it('comes again with its dishes as they were chosen, and their own choices', () => {
    const again = repeatRound(sentRound(spiced).round, menu, () => false)
    expect(again).toMatchObject({ asks: [], soldOut: [], changed: [] })
    expect(again.lines).toMatchObject([{ dish: { id: set.dish.id }, quantity: 2000 }])
    expect(again.lines[0]?.dishes?.map(({ dish, choices }) => [dish.names.zh, choices.length])).toEqual([
      ['饭', 0],
      ['牛肉', 1],
    ])
  })

  it('asks again, once for each, for a part that is sold out, and keeps the others', () => {
    const again = repeatRound(sentRound(spiced).round, menu, ({ id }) => id === beef.dish.id)
    expect([again.lines, again.soldOut, again.asks.length]).toEqual([[], [], 2])
    const [asked] = again.asks
    expect(unanswered(ask(asked!.answers), asked!.answers)?.id).toBe(main.id)
    expect(setDishes(set.version, menu, asked!.answers).map(({ dish }) => dish.names.zh)).toEqual(['饭'])
  })

  it('is chosen again from what its lines in the cart say', () => {
    const { lines } = sentRound(spiced)
    const dishes = lines.filter(({ parent }) => parent !== undefined)
    const answers = setAnswers(set.version, dishes, menu, () => false)
    expect(setDishes(set.version, menu, answers)).toEqual(setDishes(set.version, menu, spiced))
    const other = withAnswer(answers, main, fish.dish.id)
    expect(setDishes(set.version, menu, other).map(({ dish }) => dish.names.zh)).toEqual(['饭', '鱼'])
  })
})

import { describe, expect, it } from 'vitest'
import { unsentAmount, type Cart } from '@orderez/core/carts'
import { createIdSource, idSchema, type JsonObject } from '@orderez/core/kernel'
import {
  foldOrder,
  emptyOrder,
  setWeight,
  chainFacts,
  startLog,
  FACT_VERSION,
  type Line,
  type OrderState,
} from '@orderez/core/orders'
import {
  asSent,
  cartToFill,
  onlyWanted,
  unsentLines,
  withCount,
  withOneMore,
  withoutPlace,
  withoutWanted,
  withWeight,
} from './cart-lines.ts'
import { lineToSend } from './line-to-send.ts'

const newIds = () => createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
const ids = newIds()
const [order, person, mine, theirs] = [
  ids.next('order'),
  ids.next('person'),
  ids.next('terminal'),
  ids.next('terminal'),
]
const dish = ids.next('dish')

function content(note?: string) {
  return {
    id: ids.next('line'),
    dish,
    version: `dvr_${'0'.repeat(64)}` as Line['version'],
    names: { zh: '面', en: 'Noodles' },
    unit: 'piece' as const,
    price: { base: 1000, options: [] },
    tax: { ratePpm: 0, inclusive: true },
    options: [],
    stations: [],
    fire: 'now' as const,
    ...(note === undefined ? {} : { note }),
  }
}

function sent(round: ReturnType<typeof ids.next<'round'>>, lines: readonly Line[]): OrderState {
  const draft = {
    id: ids.next('fact'),
    v: FACT_VERSION,
    order,
    person,
    at: { ms: 1, tick: 0 },
    kind: 'roundSent',
    body: { round, lines: [...lines] },
  }
  const { facts } = chainFacts(startLog(mine, ids.next('incarnation')), [draft])
  return foldOrder({ ...emptyOrder(order), facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])) }, mine)
}

const nothingSent = foldOrder(emptyOrder(order), mine)
const stored = (cart: Cart): readonly JsonObject[] => [{ ...cart }]

describe('unsent lines', () => {
  it('add the same dish to one line, another note to another', () => {
    let cart = withOneMore(cartToFill([], order, ids), content(), mine)
    cart = withOneMore(cart, content(), mine)
    cart = withOneMore(cart, content('no onion'), mine)
    expect(unsentLines(stored(cart), nothingSent).map(({ quantity }) => quantity)).toEqual([2000, 1000])
  })

  it('are the sum of what each terminal asked for', () => {
    let cart = withOneMore(cartToFill([], order, ids), content(), mine)
    const [line] = Object.values(cart.lines)
    cart = withCount(cart, line!.id, theirs, 2000)
    cart = withCount(cart, line!.id, mine, -1000)
    expect(unsentLines(stored(cart), nothingSent)[0]?.quantity).toBe(2000)
  })

  it('are gone once their round is here, and hidden while it is on its way', () => {
    const cart = withOneMore(cartToFill([], order, ids), content(), mine)
    const round = ids.next('round')
    const [taken] = unsentLines(stored(cart), nothingSent)
    const ended = asSent(cart, round)
    expect(unsentLines(stored(ended), nothingSent)).toEqual([])
    expect(unsentLines(stored(ended), sent(round, [lineToSend(taken!)]))).toEqual([])
  })

  it('show again what another tablet added while the cart was being sent', () => {
    const cart = withOneMore(cartToFill([], order, ids), content(), mine)
    const round = ids.next('round')
    const [taken] = unsentLines(stored(cart), nothingSent)
    const merged = asSent(withOneMore(cart, content('late'), theirs), round)
    const left = unsentLines(stored(merged), sent(round, [lineToSend(taken!)]))
    expect(left.map(({ line }) => line.note)).toEqual(['late'])
  })

  it('send what was asked beyond a sent line as a line of its own', () => {
    const cart = withOneMore(cartToFill([], order, ids), content(), mine)
    const round = ids.next('round')
    const [taken] = unsentLines(stored(cart), nothingSent)
    const first = lineToSend(taken!)
    const more = asSent(withCount(cart, first.id, theirs, 2000), round)
    const [left] = unsentLines(stored(more), sent(round, [first]))
    expect(left).toMatchObject({ quantity: 2000, sent: 1000 })
    const second = lineToSend(left!)
    expect(second.id).not.toBe(first.id)
    expect(second.quantity).toBe(2000)
  })

  it('are sent under the same id by every tablet and retry, under another once more was sent', () => {
    const cart = withOneMore(cartToFill([], order, ids), content(), mine)
    const round = ids.next('round')
    const first = lineToSend(unsentLines(stored(cart), nothingSent)[0]!)
    const more = asSent(withCount(cart, first.id, theirs, 2000), round)
    const onOne = lineToSend(unsentLines(stored(more), sent(round, [first]))[0]!)
    const onAnother = lineToSend(unsentLines(stored(more), sent(round, [first]))[0]!)
    expect(onAnother).toEqual(onOne)
    expect(idSchema('line').safeParse(onOne.id).success).toBe(true)
    expect(unsentLines(stored(more), sent(round, [first, onOne]))).toEqual([])
    const evenMore = withCount(more, first.id, mine, 1000)
    const [left] = unsentLines(stored(evenMore), sent(round, [first, onOne]))
    expect(left).toMatchObject({ quantity: 1000, sent: 3000 })
    expect([first.id, onOne.id]).not.toContain(lineToSend(left!).id)
  })

  it('count every part that was sent, also when a tablet was offline and sent more of the line itself', () => {
    const cart = withOneMore(cartToFill([], order, ids), content(), mine)
    const round = ids.next('round')
    const first = lineToSend(unsentLines(stored(cart), nothingSent)[0]!)
    const more = asSent(withCount(cart, first.id, theirs, 2000), round)
    const second = lineToSend(unsentLines(stored(more), sent(round, [first]))[0]!)
    const lateRound = sent(round, [{ ...first, quantity: 2000 }, second])
    expect(unsentLines(stored(more), lateRound)).toEqual([])
  })

  it('leave as they were when Send was tapped: what was tapped since stays, what was taken out is not sent', () => {
    let cart = withOneMore(cartToFill([], order, ids), content(), mine)
    cart = withOneMore(cart, content('no onion'), mine)
    const [plain, other] = unsentLines(stored(cart), nothingSent)
    const wanted = new Map([
      [plain!.line.id, 1000],
      [other!.line.id, 1000],
    ])
    cart = withCount(cart, plain!.line.id, theirs, 1000)
    cart = withCount(cart, other!.line.id, theirs, -1000)
    const now = unsentLines(stored(cart), nothingSent)
    expect(onlyWanted(now, wanted).map(({ line, quantity }) => [line.id, quantity])).toEqual([[plain!.line.id, 1000]])
    expect(withoutWanted(now, wanted)).toMatchObject([{ quantity: 1000, sent: 1000 }])
  })

  it('of a cart that was given up are gone', () => {
    const cart = { ...withOneMore(cartToFill([], order, ids), content(), mine), ended: true }
    expect(unsentLines(stored(cart), nothingSent)).toEqual([])
  })
})

describe('cart to fill', () => {
  it('is the same first one on every tablet, and another after a round', () => {
    const first = cartToFill([], order, ids)
    expect(cartToFill([], order, newIds()).id).toBe(first.id)
    const second = cartToFill(stored(asSent(first, ids.next('round'))), order, ids)
    expect(second.id).not.toBe(first.id)
  })
})

describe('weighed lines that are not sent', () => {
  const fish = () => ({ ...content(), unit: 'jin' as const })
  const empty = (): Cart => cartToFill([], order, newIds())

  it('are lines of their own, each with its weight', () => {
    const cart = withOneMore(withOneMore(empty(), fish(), mine, 1_250), fish(), mine, 800)
    expect(unsentLines(stored(cart), nothingSent).map(({ quantity }) => quantity)).toEqual([1_250, 800])
  })

  it('are weighed afterwards, and again', () => {
    const later = withOneMore(empty(), { ...fish(), weighLater: true as const }, mine)
    const [unsent] = unsentLines(stored(later), nothingSent)
    if (!unsent) throw new Error('the line is not there')
    expect(unsentAmount(unsent)).toBe(0)
    const weighed = withWeight(later, unsent, { id: ids.next('line'), weight: 1_500 }, theirs)
    const [once, ...others] = unsentLines(stored(weighed), nothingSent)
    if (!once) throw new Error('the weighed line is not there')
    expect(others).toEqual([])
    expect([once.quantity, once.line.weighLater, unsentAmount(once)]).toEqual([1_500, undefined, 1_500])
    const [back] = unsentLines(
      stored(withWeight(weighed, once, { id: ids.next('line'), weight: 'later' }, mine)),
      nothingSent,
    )
    expect([back?.quantity, back?.line.weighLater]).toEqual([1_000, true])
  })

  it('leave nothing behind when they weigh less than a whole unit', () => {
    const cart = withOneMore(empty(), { ...fish(), weighLater: true as const }, mine)
    const [unsent] = unsentLines(stored(cart), nothingSent)
    if (!unsent) throw new Error('the line is not there')
    const round = sent(ids.next('round'), [lineToSend(unsent)])
    const weighed = setWeight(
      round,
      { line: unsent.line.id, quantity: 400 },
      { ids, now: () => ({ ms: 2, tick: 0 }), person, may: () => true },
    )
    if (!weighed.ok) throw new Error(weighed.code)
    const { facts } = chainFacts(startLog(mine, ids.next('incarnation')), weighed.value)
    const known = { ...round.document.facts, ...Object.fromEntries(facts.map((fact) => [fact.id, fact])) }
    const weighedOrder = foldOrder({ ...round.document, facts: known }, mine)
    expect(weighedOrder.lines.get(unsent.line.id)).toMatchObject({ unitQuantity: 400, unweighed: false })
    expect(unsentLines(stored(cart), weighedOrder)).toEqual([])
  })
})

describe('the place of a line', () => {
  it('is taken back for the line and the dishes of its set, and for nothing else', () => {
    const set = { ...content(), seat: 2, course: 1 }
    const part = { ...content('part'), parent: set.id, seat: 2, course: 1 }
    const cart = withOneMore(cartToFill([], order, newIds()), set, mine, 2_000, [part])
    const [unsent] = unsentLines(stored(cart), nothingSent)
    if (!unsent) throw new Error('the line is not there')
    const again = withoutPlace(cart, unsent, { seat: true, course: false }, ids, theirs)
    const lines = unsentLines(stored(again), nothingSent)
    expect(lines.map(({ line, quantity }) => [line.seat, line.course, quantity])).toEqual([
      [undefined, 1, 2_000],
      [undefined, 1, 2_000],
    ])
    expect(lines[1]?.line.parent).toBe(lines[0]?.line.id)
  })
})

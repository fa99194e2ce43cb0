import { describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import type { Dish, DishVersion } from '@orderez/core/menu'
import { chainFacts, emptyOrder, FACT_VERSION, foldOrder, startLog, type Line } from '@orderez/core/orders'
import { countedDays, isSoldOut, unitsLeft } from './availability.ts'
import { repeatRound } from './repeat-round.ts'
import { slipRounds } from './slip-rounds.ts'

let count = 0
const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes).fill(count++) })
const [order, person, terminal] = [ids.next('order'), ids.next('person'), ids.next('terminal')]
const versionId = (digit: string) => `dvr_${digit.repeat(64)}` as Line['version']

function version(dish: Dish['id'], digit: string, over: Partial<DishVersion> = {}): DishVersion {
  return {
    id: versionId(digit),
    kind: 'dishVersion',
    v: 1,
    dish,
    names: { zh: '面', en: 'Noodles' },
    price: 1200,
    unit: 'piece',
    weighed: false,
    marketPrice: false,
    tax: { ratePpm: 0, inclusive: true },
    stations: [],
    optionGroups: [],
    ...over,
  }
}

function dishOf(id: Dish['id'], digit: string, over: Partial<Dish> = {}): Dish {
  const { names, price, unit, weighed, marketPrice } = version(id, digit)
  return {
    id,
    kind: 'dish',
    v: 1,
    names,
    category: ids.next('category'),
    number: 'A1',
    initials: 'm',
    sort: 1,
    price,
    tax: ids.next('tax'),
    stations: [],
    status: 'onShelf',
    unit,
    weighed,
    marketPrice,
    optionGroups: [],
    tags: [],
    allergens: [],
    version: versionId(digit),
    ...over,
  }
}

function line(dish: Dish['id'], quantity: number, note?: string): Line {
  return {
    id: ids.next('line'),
    dish,
    version: versionId('0'),
    names: { zh: '面', en: 'Noodles' },
    quantity,
    unit: 'piece',
    price: { base: 1000, options: [] },
    tax: { ratePpm: 0, inclusive: true },
    options: [],
    stations: [],
    fire: 'now',
    ...(note === undefined ? {} : { note }),
  }
}

function orderWith(lines: readonly Line[], voided: readonly { line: Line['id']; units: number[] }[] = []) {
  const base = { v: FACT_VERSION, order, person }
  const sent = {
    ...base,
    id: ids.next('fact'),
    at: { ms: 10, tick: 0 },
    kind: 'roundSent' as const,
    body: { round: ids.next('round'), lines: [...lines] },
  }
  const taken = {
    ...base,
    id: ids.next('fact'),
    at: { ms: 11, tick: 0 },
    kind: 'voided' as const,
    body: { units: [...voided], reason: 'wrong' },
  }
  const drafts = voided.length > 0 ? [sent, taken] : [sent]
  const { facts } = chainFacts(startLog(terminal, ids.next('incarnation')), drafts)
  return foldOrder({ ...emptyOrder(order), facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])) }, terminal)
}

const [noodles, fish, gone] = [ids.next('dish'), ids.next('dish'), ids.next('dish')]
const menu = {
  dishes: new Map([
    [noodles, dishOf(noodles, '1')],
    [fish, dishOf(fish, '2')],
  ]),
  versions: new Map([
    [versionId('1'), version(noodles, '1')],
    [versionId('2'), version(fish, '2', { marketPrice: true })],
  ]),
  groups: new Map(),
}

describe('a round again', () => {
  it('takes the standing units by the version of today', () => {
    const first = line(noodles, 3000, 'no onion')
    const [round] = slipRounds(orderWith([first], [{ line: first.id, units: [2] }]))
    const { lines } = repeatRound(round!, menu, () => false)
    expect(lines).toMatchObject([{ quantity: 2000, note: 'no onion', version: { id: versionId('1'), price: 1200 } }])
  })
  it('leaves a line that is voided whole out without a word', () => {
    const first = line(noodles, 1000)
    const [round] = slipRounds(orderWith([first], [{ line: first.id, units: [1] }]))
    expect(repeatRound(round!, menu, () => false)).toEqual({ lines: [], asks: [], soldOut: [], changed: [] })
  })
  it('names what is sold out and what is not sold like that any more', () => {
    const [round] = slipRounds(orderWith([line(noodles, 1000), line(fish, 1000), line(gone, 1000)]))
    const again = repeatRound(round!, menu, (dish) => dish.id === noodles)
    expect(again.lines).toEqual([])
    expect(again.soldOut).toHaveLength(1)
    expect(again.changed).toHaveLength(2)
  })
})

describe('what is left', () => {
  it('is sold out until its time has passed', () => {
    expect(isSoldOut({ soldOut: true, soldOutUntil: 100 }, 99)).toBe(true)
    expect(isSoldOut({ soldOut: true, soldOutUntil: 100 }, 100)).toBe(false)
    expect(isSoldOut({ soldOut: true }, 100)).toBe(true)
    expect(isSoldOut({}, 100)).toBe(false)
  })
  it('counts what was closed since: today’s orders, and those of the days before where it began then', () => {
    const rule = { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00' }
    const now = Date.UTC(2026, 10, 23, 6)
    const days = (...since: number[]) =>
      countedDays([{}, ...since.map((each) => ({ countdown: { units: 5, since: each } }))], now, rule)
    expect(days()).toEqual([])
    expect(days(now)).toEqual(['2026-11-23'])
    expect(days(now - 3_600_000, now - 30 * 3_600_000)).toEqual(['2026-11-23', '2026-11-22'])
    expect(days(now + 60_000)).toEqual([])
    expect(days(0)).toHaveLength(14)
  })
  it('counts down by what was sent since and stands', () => {
    const first = line(noodles, 3000)
    const orders = [orderWith([first], [{ line: first.id, units: [1] }])]
    const left = (units: number, since: number) =>
      unitsLeft([{ id: noodles, countdown: { units, since } }, { id: fish }], orders)
    expect([...left(5, 10)]).toEqual([[noodles, 3]])
    expect([...left(5, 11)]).toEqual([[noodles, 5]])
    expect([...left(1, 0)]).toEqual([[noodles, 0]])
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { Table } from '@orderez/core/floor'
import type { JsonObject } from '@orderez/core/kernel'
import {
  billOf,
  chainFacts,
  openOrder,
  orderClosed,
  say,
  startLog,
  tableState,
  type OrderState,
} from '@orderez/core/orders'
import { createChance, createSeededIds } from './chance.ts'
import { createEvening, type Evening } from './evening.ts'
import { openEveningRoom, type EveningRoom } from './evening-room.ts'
import { deliver, enrolSimulated } from './simulated-terminal.ts'
import { openDemoSite, siteIds, type DemoSite } from '../../../e2e/stage/demo-site.ts'

const START = Date.UTC(2026, 10, 23, 10)
const MINUTE = 60_000
const branch = siteIds.next('branch')

let now: number
let site: DemoSite
let room: EveningRoom
let evening: Evening
let failures: unknown[]

async function openEvening(): Promise<void> {
  now = START
  failures = []
  site = await openDemoSite(branch, () => now)
  const ids = createSeededIds('an evening', () => now)
  const opened = await openEveningRoom(site.door, ids)
  if (!opened) throw new Error('nobody works here')
  room = opened
  evening = createEvening({
    now: () => now,
    chance: createChance('an evening'),
    openRoom: () => openEveningRoom(site.door, ids),
    failed: (cause) => void failures.push(cause),
  })
}

async function pass(minutes: number): Promise<void> {
  for (const end = now + minutes * MINUTE; now < end; now += 1_000) await evening.advance()
}

beforeEach(openEvening)

describe('a live evening', () => {
  it('fills the room at the pace of a busy restaurant, and everybody is served, pays and goes', async () => {
    await evening.turn('on', 1)
    await pass(20)
    const before = evening.state().sent
    await pass(30)
    const anHour = (evening.state().sent - before) * 2
    expect(anHour).toBeGreaterThan(130)
    expect(anHour).toBeLessThan(240)
    await evening.turn('finish', 1)
    expect(evening.state().mode).toBe('finishing')
    await pass(20)
    expect(evening.state()).toMatchObject({ mode: 'off', parties: 0 })
    const states = await site.states()
    expect(states.length).toBe(evening.state().paid)
    for (const state of states) {
      expect([orderClosed(state), billOf(state.id, [state]).open, state.setAside]).toEqual([true, 0, []])
      const stages = [...state.lines.values()].flatMap((line) => line.units.map(({ stage }) => stage))
      expect(new Set(stages)).toEqual(new Set(['served']))
    }
    expect(failures).toEqual([])
  })

  it('is four times as quick at speed 4', async () => {
    await evening.turn('on', 4)
    await pass(5)
    const before = evening.state().sent
    await pass(7)
    const anHour = ((evening.state().sent - before) * 60) / 7
    expect(anHour).toBeGreaterThan(4 * 130)
    expect(anHour).toBeLessThan(4 * 240)
  })

  it('is the same evening for the same seed', async () => {
    const told = async () => {
      await evening.turn('on', 1)
      await pass(6)
      const orders = (await site.states()).map((state) => [state.table, [...state.lines.values()].map(namesOf)])
      return JSON.stringify(orders)
    }
    const first = await told()
    await openEvening()
    expect(await told()).toBe(first)
    expect(first.length).toBeGreaterThan(1_000)
  })

  it('sits nobody down at a table in use, and always leaves some free', async () => {
    const tables = (await site.authority.list('floor', 'table')) as readonly JsonObject[] as readonly Table[]
    const real = await seatRealGuests(tables[0] as Table)
    await evening.turn('on', 4)
    await pass(8)
    const states = await site.states()
    const clock = { now, waitAfterMs: 60 * MINUTE }
    const views = tables.map(({ id }) => tableState(id, states, clock))
    expect(views.every(({ orders }) => orders.length <= 1)).toBe(true)
    expect(views.filter(({ state }) => state === 'free').length).toBeGreaterThanOrEqual(6)
    expect(views.filter(({ state }) => state !== 'free').length).toBeGreaterThan(8)
    await evening.turn('clear', 4)
    const after = (await site.states()).find(({ id }) => id === real)
    expect(Object.keys(after?.document.facts ?? {})).toHaveLength(1)
  })

  it('leaves guests to the person who has begun to look after them', async () => {
    await evening.turn('on', 1)
    await pass(3)
    const [taken] = (await room.open()).filter((state) => state.rounds.length > 0)
    if (!taken) throw new Error('nobody has ordered')
    await noteByPerson(taken)
    await pass(12)
    await evening.turn('clear', 1)
    const after = await room.read(taken.id)
    expect(after?.rounds).toEqual(taken.rounds)
    expect(after && orderClosed(after)).toBe(false)
    expect((await room.open()).map(({ id }) => id)).toEqual([taken.id])
    // What the guests had ordered before was still cooked for them.
    expect(
      [...(after?.lines.values() ?? [])].every((line) => line.units.every((unit) => unit.stage === 'served')),
    ).toBe(true)
  })

  it('clears the room at once, and what a start left behind is cleared by the next', async () => {
    await evening.turn('on', 4)
    await pass(4)
    expect((await room.open()).length).toBeGreaterThan(5)
    const next = createEvening({
      now: () => now,
      chance: createChance('another start'),
      openRoom: () => openEveningRoom(site.door, siteIds),
      failed: (cause) => void failures.push(cause),
    })
    await next.turn('clear', 1)
    expect(next.state()).toMatchObject({ mode: 'off', parties: 0 })
    expect(await room.open()).toEqual([])
    const states = await site.states()
    for (const state of states) expect(billOf(state.id, [state]).open).toBe(0)
    const numbers = states.map(({ opening }) => `${opening?.number.letters}-${opening?.number.counter}`)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(failures).toEqual([])
  })
})

function namesOf(line: { content: { names: { en: string } } }): string {
  return line.content.names.en
}

async function seatRealGuests(table: Table): Promise<OrderState['id']> {
  const order = siteIds.next('order')
  const number = { letters: 'AA', counter: 1 }
  const opening = { order, branch, day: room.day, number, type: 'dineIn', guests: 2, table: table.id } as const
  await sayAsPerson(openOrder(opening, room.context(room.house.waiters[0])))
  return order
}

function noteByPerson({ id }: OrderState): Promise<void> {
  return sayAsPerson(say(room.context(room.house.waiters[0]), id, 'noteSet', { text: 'birthday' }))
}

async function sayAsPerson(drafts: ReturnType<typeof say>): Promise<void> {
  if (!drafts.ok) throw new Error(drafts.code)
  const tablet = await enrolSimulated(site.door, 'a real tablet', 'tablet')
  const log = startLog(tablet.id, siteIds.next('incarnation'))
  await deliver(site.door, tablet, { facts: chainFacts(log, drafts.value).facts })
}

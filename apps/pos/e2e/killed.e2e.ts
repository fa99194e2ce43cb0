import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  addDish,
  addDishes,
  allDecided,
  linesBecome,
  openCategory,
  openTable,
  part,
  send,
  signIn,
  table,
  tableState,
  ticketsBecome,
  toTables,
  undecided,
} from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

const HOT = 1
/** What the screen has shown for this long has to be there after anything. */
const SHOWN_MS = 100

const { waiter, kitchen, server } = restaurant({
  waiter: { joins: 'Tablet 1', person: 'lin' },
  kitchen: { size: 'kitchen', joins: 'Wok screen', person: 'chen', station: 'Wok' },
})

/** The browser dies now; a new one comes up on the same profile and the waiter goes on. */
async function dieAndComeBack(): Promise<void> {
  await wait(SHOWN_MS)
  await cartsWritten()
  await waiter.killAndReopen()
  await waiter.page.goto(waiter.origin)
  await part(waiter.page, 'person').or(part(waiter.page, 'table')).or(part(waiter.page, 'orderTotal')).first().waitFor()
  if ((await part(waiter.page, 'person').count()) > 0) await signIn(waiter.page, 'lin')
  if ((await part(waiter.page, 'table').count()) === 0) await toTables(waiter.page)
}

/** A cart line is on the screen before it is on the disk; each cart is written under a lock of its own. */
async function cartsWritten(): Promise<void> {
  const underWay = () =>
    waiter.page.evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query()
      return [...held, ...pending].filter(({ name }) => name?.includes('-cart-')).length
    })
  await expect.poll(underWay).toBe(0)
}

async function unitsInCart(): Promise<string[]> {
  return part(waiter.page, 'cartLine').evaluateAll((lines) =>
    lines.map((line) => line.getAttribute('data-dish-number') ?? ''),
  )
}

describe('(e) the browser is killed at each step of ordering', () => {
  it('after the table was opened', async () => {
    await openTable(waiter.page, 'A1')
    await dieAndComeBack()
    await expect.poll(() => tableState(waiter.page, 'A1')).toBe('seated')
  })

  it('after each dish was tapped', async () => {
    await table(waiter.page, 'A1').click()
    for (const [index, number] of ['202', '209', '210'].entries()) {
      await openCategory(waiter.page, HOT)
      await addDish(waiter.page, number)
      await expect.poll(async () => (await unitsInCart()).length).toBe(index + 1)
      await dieAndComeBack()
      await table(waiter.page, 'A1').click()
      await part(waiter.page, 'orderTotal').waitFor()
      await expect.poll(async () => (await unitsInCart()).length).toBe(index + 1)
    }
  })

  it('after Send, online: once on the slip and once in the kitchen', async () => {
    await send(waiter.page)
    await dieAndComeBack()
    await table(waiter.page, 'A1').click()
    await linesBecome(waiter.page, ['received'], 3)
    expect(await unitsInCart()).toEqual([])
    await ticketsBecome(kitchen.page, 'A1', 1)
  })

  it('after Send, cut off: saved lines are there and arrive once', async () => {
    await toTables(waiter.page)
    waiter.link.cut()
    await openTable(waiter.page, 'A2')
    await addDishes(waiter.page, [[HOT, ['202']]])
    await send(waiter.page)
    await linesBecome(waiter.page, ['saved'], 1)
    await dieAndComeBack()
    await table(waiter.page, 'A2').click()
    await linesBecome(waiter.page, ['saved'], 1)
    waiter.link.join()
    await allDecided(waiter.page)
    await linesBecome(waiter.page, ['received'], 1)
    await ticketsBecome(kitchen.page, 'A2', 1)
  })
})

describe('(g) the tablet is killed while a Send can still be taken back', () => {
  it('the lines are there, unsent, and are sent once', async () => {
    await toTables(waiter.page)
    await openTable(waiter.page, 'A10')
    await addDishes(waiter.page, [[HOT, ['202', '209']]])
    await expect.poll(() => part(waiter.page, 'cartLine').count()).toBe(2)
    await part(waiter.page, 'send').click()
    await part(waiter.page, 'leavingRound').waitFor()
    await dieAndComeBack()
    await table(waiter.page, 'A10').click()
    await expect.poll(() => part(waiter.page, 'cartLine').count()).toBe(2)
    expect(await part(waiter.page, 'round').count()).toBe(0)
    await send(waiter.page)
    await linesBecome(waiter.page, ['received'], 2)
    await ticketsBecome(kitchen.page, 'A10', 1)
  })
})

describe('(f) ten taps on Send', () => {
  it('in a second are one round; the same dishes again are a second', async () => {
    await toTables(waiter.page)
    await openTable(waiter.page, 'A3')
    await addDishes(waiter.page, [[HOT, ['202', '209']]])
    await part(waiter.page, 'send').evaluate((button: HTMLElement) => {
      for (let tap = 0; tap < 10; tap += 1) button.click()
    })
    await linesBecome(waiter.page, ['received'], 2)
    expect(await part(waiter.page, 'round').count()).toBe(1)
    await ticketsBecome(kitchen.page, 'A3', 1)

    await addDishes(waiter.page, [[HOT, ['202', '209']]])
    await send(waiter.page)
    await linesBecome(waiter.page, ['received'], 4)
    expect(await part(waiter.page, 'round').count()).toBe(2)
    await ticketsBecome(kitchen.page, 'A3', 2)
    await toTables(waiter.page)
  })
})

describe('(d) the server is killed in the middle of pushes', () => {
  it('again and again, and each round is in the kitchen once', async () => {
    const tables = ['A4', 'A5', 'A6', 'A8', 'A9']
    for (const label of tables) {
      await openTable(waiter.page, label)
      await addDishes(waiter.page, [[HOT, ['202']]])
      await send(waiter.page)
      await addDishes(waiter.page, [[HOT, ['209', '210']]])
      const killed = server().kill()
      await send(waiter.page)
      await killed
      await addDishes(waiter.page, [[HOT, ['204']]])
      await send(waiter.page)
      const started = server().start()
      await toTables(waiter.page)
      await started
    }
    await allDecided(waiter.page)
    for (const label of tables) {
      await ticketsBecome(kitchen.page, label, 2)
      await table(waiter.page, label).click()
      await linesBecome(waiter.page, ['received', 'sent'], 4)
      expect(await undecided(waiter.page)).toBe(0)
      await toTables(waiter.page)
    }
  })
})

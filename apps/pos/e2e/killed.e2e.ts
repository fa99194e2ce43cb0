import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { runBackupCommand } from '@orderez/sync-server/stage'
import {
  addDish,
  addDishes,
  allDecided,
  keptForOffline,
  linesBecome,
  openAmount,
  openCategory,
  openTable,
  part,
  send,
  signIn,
  table,
  tableState,
  tickets,
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
  await toTheFloor()
}

/** From whatever the screen shows: who has to sign in does, and an open order is left. */
async function toTheFloor(): Promise<void> {
  const { page } = waiter
  await part(page, 'person').or(part(page, 'table')).or(part(page, 'toTables')).first().waitFor()
  if ((await part(page, 'person').count()) > 0) await signIn(page, 'lin')
  if ((await part(page, 'table').count()) === 0) await toTables(page)
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

/** Two dishes whose Send can still be taken back, and something else that is done meanwhile. */
async function whileLeaving(label: string, act: () => Promise<unknown>): Promise<void> {
  await openTable(waiter.page, label)
  await addDishes(waiter.page, [[HOT, ['202', '209']]])
  await expect.poll(() => part(waiter.page, 'cartLine').count()).toBe(2)
  await part(waiter.page, 'send').click()
  await part(waiter.page, 'leavingRound').waitFor()
  await act()
}

/** What came of a Send: one round and nothing left of it, or everything still in the cart, which is then sent. */
async function sentInTheEnd(label: string): Promise<'sent' | 'kept'> {
  await toTheFloor()
  await openTable(waiter.page, label)
  const whole = async () => [await part(waiter.page, 'round').count(), (await unitsInCart()).length].join()
  await expect.poll(whole, { timeout: 10_000 }).toMatch(/^(1,0|0,2)$/)
  const outcome = (await whole()) === '1,0' ? 'sent' : 'kept'
  if (outcome === 'kept') await send(waiter.page)
  await expect.poll(whole).toBe('1,0')
  expect(await part(waiter.page, 'line').count()).toBe(2)
  await toTables(waiter.page)
  return outcome
}

async function onceInTheKitchen(label: string): Promise<void> {
  await allDecided(waiter.page)
  await ticketsBecome(kitchen.page, label, 1)
  expect(await tickets(kitchen.page, label).locator('[data-testid="ticket-line"]').count()).toBe(2)
}

/** What a page is told when the tablet is put away or another tab comes to the front. */
async function hidden(isHidden: boolean): Promise<void> {
  await waiter.page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isHidden ? 'hidden' : 'visible',
  )
}

const goToPay = async () => {
  await part(waiter.page, 'toPayment').click()
  await expect.poll(() => openAmount(waiter.page)).toBe(78_00 + 66_00)
}
const reload = () => waiter.page.reload()
const sendAndReload = async () => {
  await part(waiter.page, 'sendNow').click()
  await waiter.page.reload()
}
const putAway = async () => {
  await hidden(true)
  await expect.poll(() => part(waiter.page, 'round').count()).toBe(1)
  await hidden(false)
}

describe('(h) something else is done while a Send can still be taken back', () => {
  it.each([
    ['the bill is asked for, which counts it already', 'B1', goToPay, ['sent']],
    ['the tablet is locked', 'B2', () => part(waiter.page, 'signOut').click(), ['sent']],
    ['the tablet is put away', 'B3', putAway, ['sent']],
    ['the page is loaded again', 'B4', reload, ['sent', 'kept']],
    ['the page is loaded again in the middle of sending', 'B5', sendAndReload, ['sent', 'kept']],
  ] as const)('%s: it is in the kitchen once', async (_what, label, act, outcomes) => {
    await toTheFloor()
    await whileLeaving(label, act)
    expect(outcomes).toContain(await sentInTheEnd(label))
    await onceInTheKitchen(label)
  })

  it('without a network too, when the bill is paid at once or the page is loaded again', async () => {
    await keptForOffline(waiter.page)
    waiter.link.cut()
    await whileLeaving('B6', async () => {
      await goToPay()
      await part(waiter.page, 'pay').click()
      await expect.poll(() => openAmount(waiter.page)).toBe(0)
    })
    expect(await sentInTheEnd('B6')).toBe('sent')
    await whileLeaving('B7', sendAndReload)
    await sentInTheEnd('B7')
    waiter.link.join()
    for (const label of ['B6', 'B7']) await onceInTheKitchen(label)
  })

  it('when the page is left: the next one finds it, sent or still to be sent', async () => {
    await whileLeaving('B8', () => waiter.page.goto('about:blank'))
    await waiter.page.goto(waiter.origin)
    await sentInTheEnd('B8')
    await onceInTheKitchen('B8')
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

describe('(i) the server dies, and a backup from before is put back', () => {
  it('what was ordered since is sent again by itself, once; what was ordered meanwhile too', async () => {
    const { dataDir } = server()
    const backups = await mkdtemp(join(tmpdir(), 'orderez-backups-'))
    const made = await runBackupCommand('backup', dataDir, ['--to', backups])
    expect(made, made.said).toMatchObject({ code: 0 })
    await openTable(waiter.page, 'A7')
    await addDishes(waiter.page, [[HOT, ['202', '209']]])
    await send(waiter.page)
    await linesBecome(waiter.page, ['received'], 2)
    await server().kill()
    await addDishes(waiter.page, [[HOT, ['210']]])
    await send(waiter.page)
    await linesBecome(waiter.page, ['saved', 'received'], 3)

    const [backup = ''] = await readdir(backups)
    const restored = await runBackupCommand('restore', dataDir, [join(backups, backup), '--replace'])
    expect(restored, restored.said).toMatchObject({ code: 0 })
    await server().start()
    await allDecided(waiter.page)
    await linesBecome(waiter.page, ['received'], 3)
    expect(await part(waiter.page, 'round').count()).toBe(2)
    await ticketsBecome(kitchen.page, 'A7', 2)
    const aside = (await readdir(tmpdir())).filter((name) => join(tmpdir(), name).startsWith(`${dataDir}.`))
    expect(aside).toHaveLength(1)
    for (const path of [backups, join(tmpdir(), aside[0]!)]) await rm(path, { recursive: true })
  })
})

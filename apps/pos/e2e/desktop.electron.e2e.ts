import { rm, stat } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openRestaurant, type RestaurantServer } from '@orderez/sync-server/stage'
import { openDesktop, type Desktop } from './stage/desktop.ts'
import { openDevice, type Device } from './stage/device.ts'
import {
  addDishes,
  allDecided,
  bump,
  chooseStation,
  join,
  linesBecome,
  openTable,
  part,
  payAndClose,
  send,
  signIn,
  table,
  tableState,
  tickets,
  toTables,
  type PersonName,
} from './stage/people.ts'
import { keptPictures, shownPicture } from './stage/pictures.ts'

const HOT = 1
const KILLS = 10

let server: RestaurantServer
let waiter: Desktop
let kitchen: Desktop
let other: Device

beforeAll(async () => {
  server = await openRestaurant()
  waiter = await openDesktop(server)
  kitchen = await openDesktop(server)
  other = await openDevice(server, 'tablet')
  await joinByAddress(waiter, 'Till')
  await signIn(waiter.page, 'wang')
  await joinByAddress(kitchen, 'Wok screen')
  await signIn(kitchen.page, 'chen')
  await chooseStation(kitchen.page, 'Wok')
  await join(other.page, other.origin, server, 'Tablet')
  await signIn(other.page, 'lin')
})
afterEach(() => {
  for (const device of [waiter, kitchen, other]) expect(device.takeErrors()).toEqual([])
})
afterAll(async () => {
  for (const device of [waiter, kitchen, other]) await device?.close()
  await server?.close()
})

/** A desktop terminal joins by the address that the server's QR shows. */
async function joinByAddress(desktop: Desktop, name: string): Promise<void> {
  await desktop.openToJoin(await server.joinCode())
  await part(desktop.page, 'joinName').fill(name)
  await part(desktop.page, 'joinSubmit').click()
  await part(desktop.page, 'person').first().waitFor()
}

async function signInAgain(who: PersonName): Promise<void> {
  await signIn(waiter.page, who)
  await part(waiter.page, 'table').first().waitFor()
}

/** Units of a table that the kitchen's tickets show, all rounds together. */
async function unitsInKitchen(label: string): Promise<number> {
  const lines = await tickets(kitchen.page, label).locator('[data-testid="ticket-line"]').allInnerTexts()
  return lines.map((text) => Number.parseInt(text, 10)).reduce((sum, count) => sum + count, 0)
}

describe('(a) a table on the desktop terminal', () => {
  it('goes from the order to the kitchen, to payment, and is free again', async () => {
    await openTable(waiter.page, 'A1')
    await addDishes(waiter.page, [[HOT, ['202', '209']]])
    await send(waiter.page)
    await tickets(kitchen.page, 'A1').waitFor()
    await linesBecome(waiter.page, ['received'])
    await expect.poll(() => tableState(other.page, 'A1')).toBe('sent')
    await bump(kitchen.page, 'A1')
    await linesBecome(waiter.page, ['ready'])
    await payAndClose(waiter.page)
    await expect.poll(() => tableState(waiter.page, 'A1')).toBe('free')
    await expect.poll(() => tableState(other.page, 'A1')).toBe('free')
    await allDecided(waiter.page)
  })

  it('keeps its log in a file that no other user reads', async () => {
    const identity = await stat(joinPath(waiter.profile, 'identity.json'))
    expect(identity.mode & 0o777).toBe(0o600)
    expect((await stat(joinPath(waiter.profile, 'fact-log'))).mode & 0o777).toBe(0o700)
  })
})

describe('(b) the desktop terminal is cut off', () => {
  it('opens again, opens a table, sends and takes payment; the others work on; afterwards all are equal', async () => {
    await expect.poll(() => keptPictures(waiter.page), { timeout: 20_000 }).toBe(195)
    waiter.link.cut()
    await waiter.closeAndReopen()
    await signInAgain('wang')
    await openTable(waiter.page, 'A2')
    await addDishes(waiter.page, [[HOT, ['202', '202', '209']]])
    await expect.poll(async () => (await shownPicture(waiter.page, '202'))?.width).toBeGreaterThan(0)
    await send(waiter.page)
    await linesBecome(waiter.page, ['saved'])
    await payAndClose(waiter.page)

    await openTable(other.page, 'A3')
    await addDishes(other.page, [[HOT, ['210']]])
    await send(other.page)
    await tickets(kitchen.page, 'A3').waitFor()
    expect(await tickets(kitchen.page, 'A2').count()).toBe(0)

    waiter.link.join()
    await allDecided(waiter.page)
    await tickets(kitchen.page, 'A2').waitFor()
    expect(await unitsInKitchen('A2')).toBe(3)
    await toTables(other.page)
    for (const device of [waiter, other]) {
      await expect.poll(() => tableState(device.page, 'A2')).toBe('free')
      await expect.poll(() => tableState(device.page, 'A3')).toBe('sent')
    }
  })
})

describe(`(e) kill -9 as soon as a line says saved, ${KILLS} times`, () => {
  it('has the line after each start, and the kitchen each unit once', async () => {
    waiter.link.cut()
    for (let round = 1; round <= KILLS; round += 1) {
      await openTable(waiter.page, 'A4')
      await addDishes(waiter.page, [[HOT, ['202']]])
      await send(waiter.page)
      await linesBecome(waiter.page, ['saved'])
      await waiter.killAndReopen()
      await signInAgain('wang')
      await table(waiter.page, 'A4').click()
      await expect.poll(() => part(waiter.page, 'line').count()).toBe(round)
      await linesBecome(waiter.page, ['saved'])
      await toTables(waiter.page)
    }
    waiter.link.join()
    await allDecided(waiter.page)
    await expect.poll(() => unitsInKitchen('A4')).toBe(KILLS)
  })

  it('has it even when the local database is gone with the process', async () => {
    waiter.link.cut()
    await openTable(waiter.page, 'A5')
    await addDishes(waiter.page, [[HOT, ['202', '209']]])
    await send(waiter.page)
    await linesBecome(waiter.page, ['saved'])
    await waiter.kill()
    await rm(joinPath(waiter.profile, 'IndexedDB'), { recursive: true })
    waiter.link.join()
    await waiter.open()
    await signInAgain('wang')
    await allDecided(waiter.page)
    await tickets(kitchen.page, 'A5').waitFor()
    expect(await unitsInKitchen('A5')).toBe(2)
    await table(waiter.page, 'A5').click()
    await expect.poll(() => part(waiter.page, 'line').count()).toBe(2)
    await toTables(waiter.page)
  })
})

describe('a second start on the same data', () => {
  it('shows the window that is there, because a log has one writer', async () => {
    const before = await waiter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect(await waiter.startSecond()).toBe(0)
    const after = await waiter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect([before, after]).toEqual([1, 1])
  })
})

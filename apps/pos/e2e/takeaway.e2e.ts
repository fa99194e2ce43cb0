import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openRestaurant, type RestaurantServer } from '@orderez/sync-server/stage'
import { openDevice, type Device } from './stage/device.ts'
import {
  addDishes,
  allDecided,
  bump,
  chooseStation,
  join,
  part,
  send,
  signIn,
  tickets,
  toTables,
} from './stage/people.ts'

const PATIENCE = { timeout: 15_000 }
let server: RestaurantServer
let waiter: Device
let kitchen: Device
let board: Device

beforeAll(async () => {
  server = await openRestaurant()
  waiter = await openDevice(server, 'tablet')
  kitchen = await openDevice(server, 'kitchen')
  board = await openDevice(server, 'kitchen')
  await join(waiter.page, waiter.origin, server, 'Tablet 1')
  await signIn(waiter.page, 'lin')
  await join(kitchen.page, kitchen.origin, server, 'Wok screen')
  await signIn(kitchen.page, 'chen')
  await chooseStation(kitchen.page, 'Wok')
  await join(board.page, board.origin, server, 'Board')
  await signIn(board.page, 'chen')
  await chooseStation(board.page, 'Wok')
  await part(board.page, 'toBoard').click()
})
afterEach(() => {
  for (const device of [waiter, kitchen, board]) expect(device.takeErrors()).toEqual([])
})
afterAll(async () => {
  for (const device of [waiter, kitchen, board]) await device?.close()
  await server?.close()
})

async function stageOf(page: Page, number: string): Promise<string | null> {
  return part(page, 'takeaway', `[data-number="${number}"]`).getAttribute('data-stage', { timeout: 5_000 })
}

async function numbersOn(column: 'boardPreparing' | 'boardReady'): Promise<string[]> {
  return part(board.page, column).locator('[data-testid="board-number"]').allInnerTexts()
}

async function startOrder(page: Page, dishes: readonly (readonly [number, readonly string[]])[]): Promise<string> {
  await part(page, 'takeawayDone').click()
  await part(page, 'orderTotal').waitFor(PATIENCE)
  await addDishes(page, dishes)
  await send(page)
  return part(page, 'orderNumber').innerText()
}

describe('an order that is fetched', () => {
  let number = ''

  it('is opened in two taps, without asking for anything, and shows its number to the kitchen and to the guests', async () => {
    const { page } = waiter
    await part(page, 'openTakeaway', '[data-type="takeaway"]').click()
    number = await startOrder(page, [[1, ['209']]])
    expect(number).toMatch(/^[A-Z]{2}-\d+$/)
    await expect.poll(() => tickets(kitchen.page, number).count(), PATIENCE).toBe(1)
    expect(await tickets(kitchen.page, number).innerText()).toContain('外带')
    await expect.poll(() => numbersOn('boardPreparing'), PATIENCE).toEqual([expect.stringContaining(number)])
  })

  it('gets a contact, a note and a wished time later, which the kitchen sees', async () => {
    const { page } = waiter
    await part(page, 'takeawayContact').click()
    await part(page, 'takeawayName').fill('周')
    await part(page, 'takeawayPhone').fill('139 0000 0000')
    await part(page, 'takeawayNote').fill('不要筷子')
    await part(page, 'takeawayWishStep', '[data-minutes="15"]').click()
    const wish = await part(page, 'takeawayWish').innerText()
    await part(page, 'takeawayDone').click()
    await expect.poll(() => part(page, 'takeawayContact').innerText(), PATIENCE).toContain(wish)
    await expect.poll(() => tickets(kitchen.page, number).innerText(), PATIENCE).toContain('不要筷子')
    expect(await tickets(kitchen.page, number).innerText()).toContain(wish)
    await toTables(page)
    const row = await part(page, 'takeaway', `[data-number="${number}"]`).innerText()
    expect(row).toContain('周')
    expect(row).toContain(wish)
  })

  it('is ready, is handed over by one tap, and leaves the board; its bill stays until it is paid', async () => {
    const { page } = waiter
    expect(await stageOf(page, number)).toBe('preparing')
    await bump(kitchen.page, number)
    await expect.poll(() => stageOf(page, number), PATIENCE).toBe('ready')
    await expect.poll(() => numbersOn('boardReady'), PATIENCE).toEqual([expect.stringContaining(number)])
    await part(page, 'handOver').click()
    await part(page, 'undo').click()
    await expect.poll(() => stageOf(page, number)).toBe('ready')
    await part(page, 'handOver').click()
    await expect.poll(() => stageOf(page, number), PATIENCE).toBe('served')
    await expect.poll(() => numbersOn('boardReady'), PATIENCE).toEqual([])

    await part(page, 'takeaway', `[data-number="${number}"]`).getByTestId('takeaway-open').click()
    await part(page, 'toPayment').click()
    await part(page, 'pay').click(PATIENCE)
    await part(page, 'close').click(PATIENCE)
    await part(page, 'table').first().waitFor(PATIENCE)
    await expect.poll(() => part(page, 'takeaway').count(), PATIENCE).toBe(0)
    await allDecided(page)
  })
})

describe('an order that is brought', () => {
  it('asks for the address, bears the delivery charge, and is seen until it is handed over though it is paid', async () => {
    const { page } = waiter
    await part(page, 'openTakeaway', '[data-type="delivery"]').click()
    expect(await part(page, 'takeawayDone').isDisabled()).toBe(true)
    await part(page, 'takeawayAddress').fill('江边路 3 号')
    const number = await startOrder(page, [[1, ['209']]])
    expect(await part(page, 'takeawayContact').innerText()).toContain('江边路 3 号')
    await expect.poll(() => tickets(kitchen.page, number).innerText(), PATIENCE).toContain('外卖')
    await part(page, 'toPayment').click()
    await expect.poll(() => part(page, 'billDue').getAttribute('data-amount'), PATIENCE).toBe(String(66_00 + 6_00))
    expect(await page.getByLabel('账单').first().innerText()).toContain('外送费')
    await part(page, 'pay').click(PATIENCE)
    await part(page, 'close').click(PATIENCE)
    await part(page, 'table').first().waitFor(PATIENCE)
    expect(await stageOf(page, number)).toBe('preparing')
    await bump(kitchen.page, number)
    await expect.poll(() => stageOf(page, number), PATIENCE).toBe('ready')
    await part(page, 'handOver').click()
    await expect.poll(() => part(page, 'takeaway').count(), PATIENCE).toBe(0)
    await expect.poll(() => numbersOn('boardReady'), PATIENCE).toEqual([])
    await allDecided(page)
  })
})

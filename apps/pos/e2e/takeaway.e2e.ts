import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { addDishes, allDecided, bump, part, send, tickets, toTables } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

const PATIENCE = { timeout: 15_000 }

const { waiter, kitchen, board } = restaurant({
  waiter: { joins: 'Tablet 1', person: 'lin' },
  kitchen: { size: 'kitchen', joins: 'Wok screen', person: 'chen', station: 'Wok' },
  board: { size: 'kitchen', joins: 'Board', person: 'chen', station: 'Wok' },
})
beforeAll(async () => {
  await part(board.page, 'toBoard').click()
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

import { setTimeout as wait } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { linesBecome, openAmount, part, PINS, table, tableState, tickets, ticketsBecome } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

const PATIENCE = { timeout: 15_000 }
/** More presses of Tab than this, and nobody would look for it any longer. */
const MOST_TABS = 60
/** Another Enter on Send within this is the same tap. */
const ANOTHER_TAP_MS = 800

const { waiter, kitchen } = restaurant({
  waiter: { joins: 'Tablet 1' },
  kitchen: { size: 'kitchen', joins: 'Wok screen', person: 'chen', station: 'Wok' },
})

const keys = async (page: Page, ...pressed: readonly string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** Goes on with Tab until the focus is there, and sees that it can be seen. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor(PATIENCE)
  for (let tabs = 0; !(await isFocused(target)); tabs += 1) {
    if (tabs === MOST_TABS) throw new Error(`Tab does not come to ${String(target)}`)
    await target.page().keyboard.press('Tab')
  }
  expect(await target.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
}

async function enterAt(target: Locator): Promise<void> {
  await tabTo(target)
  await target.page().keyboard.press('Enter')
}

const cartLines = () => part(waiter.page, 'cartLine').count()
const search = () => part(waiter.page, 'search')

it('signs in and goes to a table', async () => {
  const { page } = waiter
  await enterAt(part(page, 'person', '[data-sign-in="lin"]'))
  await part(page, 'pin').waitFor()
  await page.keyboard.type(PINS.lin)
  await tabTo(table(page, 'A1'))
  await keys(page, 'ArrowRight', 'ArrowDown', 'ArrowLeft')
  await expect.poll(() => isFocused(table(page, 'A2'))).toBe(true)
  await keys(page, 'Enter')
  await part(page, 'orderTotal').waitFor(PATIENCE)
})

it('orders dish after dish by number without leaving the search, and by arrows from tile to tile', async () => {
  const { page } = waiter
  await keys(page, '/')
  await page.keyboard.type('209')
  await keys(page, 'Enter')
  await expect.poll(cartLines).toBe(1)
  await page.keyboard.type('202')
  await keys(page, 'Enter')
  await expect.poll(cartLines).toBe(2)
  expect(await search().inputValue()).toBe('202')

  await page.keyboard.press('Delete')
  await keys(page, 'ArrowDown')
  const tiles = part(page, 'dish', ':enabled')
  await expect.poll(() => isFocused(tiles.first())).toBe(true)
  await keys(page, 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp')
  await expect.poll(() => isFocused(tiles.first())).toBe(true)
  await keys(page, 'ArrowDown', 'Enter')
  await expect.poll(cartLines).toBe(3)
  await keys(page, '/')
  await expect.poll(() => isFocused(search())).toBe(true)
})

it('chooses options in their sheet, closes sheets by Escape, and is back where it was', async () => {
  const { page } = waiter
  await page.keyboard.type('205')
  await keys(page, 'Enter')
  await part(page, 'options').waitFor()
  await keys(page, 'Escape')
  await part(page, 'options').waitFor({ state: 'detached' })
  await expect.poll(() => isFocused(search())).toBe(true)
  await keys(page, 'Enter')
  await part(page, 'options').waitFor()
  await enterAt(part(page, 'option').nth(1))
  await expect.poll(cartLines).toBe(4)
  await expect.poll(() => isFocused(search())).toBe(true)
  await enterAt(part(page, 'moves'))
  await part(page, 'movesSheet').waitFor()
  await keys(page, 'Escape')
  await part(page, 'movesSheet').waitFor({ state: 'detached' })
  await expect.poll(() => isFocused(part(page, 'moves'))).toBe(true)
})

it('sends, and a second Enter does not wait', async () => {
  const { page } = waiter
  await enterAt(part(page, 'send'))
  await part(page, 'leavingRound').waitFor()
  await wait(ANOTHER_TAP_MS)
  await keys(page, 'Enter')
  await expect.poll(() => part(page, 'round').count(), { timeout: 3_000 }).toBe(1)
  await ticketsBecome(kitchen.page, 'A2', 1)
  await linesBecome(page, ['received', 'sent'], 4)
})

it('cooks by the bump bar: a digit, R, a row, and the digit again', async () => {
  const { page } = kitchen
  await keys(page, '1')
  await ticketsBecome(page, 'A2', 0)
  await keys(page, 'r')
  await enterAt(part(page, 'recallRow').first().getByRole('button').first())
  await keys(page, 'Escape')
  await ticketsBecome(page, 'A2', 1)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await tickets(page, 'A2').count()).toBe(1)
  await keys(page, '1')
  await ticketsBecome(page, 'A2', 0)
})

it('takes cash by digits, gives change, and frees the table', async () => {
  const { page } = waiter
  await enterAt(part(page, 'toPayment'))
  await part(page, 'billOpen').waitFor()
  const due = await openAmount(page)
  await page.keyboard.type('9000')
  await keys(page, 'Backspace')
  await expect.poll(() => part(page, 'change').getAttribute('data-amount')).toBe(String(900_00 - due))
  await enterAt(part(page, 'pay'))
  await expect.poll(() => openAmount(page), PATIENCE).toBe(0)
  await enterAt(part(page, 'close'))
  await part(page, 'table').first().waitFor(PATIENCE)
  await expect.poll(() => tableState(page, 'A2')).toBe('free')
})

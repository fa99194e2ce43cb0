import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { TEST_IDS } from '../../src/renderer/test-ids.ts'
import type { RestaurantServer } from '@orderez/sync-server/stage'

/** The demo's people, as the sign-in screen shows them. */
export const PINS = {
  lin: '111111',
  zhou: '222222',
  chen: '333333',
  wang: '444444',
  zhao: '555555',
} as const
export type PersonName = keyof typeof PINS

const PATIENCE_MS = 15_000

export function part(page: Page, id: keyof typeof TEST_IDS, attributes = ''): Locator {
  return page.locator(`[data-testid="${TEST_IDS[id]}"]${attributes}`)
}

/** Opens a list and picks what says this. */
export async function pick(page: Page, id: keyof typeof TEST_IDS, name: string | RegExp): Promise<void> {
  await part(page, id).click()
  await page.getByRole('option', { name }).click()
  await page.getByRole('listbox').waitFor({ state: 'detached' })
}

/** A new device: opens the address, types the code, waits until it knows who works here and could open without a network. */
export async function join(page: Page, origin: string, server: RestaurantServer, name: string): Promise<void> {
  await page.goto(origin)
  await part(page, 'joinCode').fill(await server.joinCode())
  await part(page, 'joinName').fill(name)
  await part(page, 'joinSubmit').click()
  await part(page, 'person').first().waitFor({ timeout: PATIENCE_MS })
}

/** Resolves when the app itself is kept on the device, so that a reload needs no network. */
export async function keptForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

export async function signIn(page: Page, who: PersonName): Promise<void> {
  await part(page, 'person', `[data-sign-in="${who}"]`).click()
  await part(page, 'pin').waitFor()
  await page.keyboard.type(PINS[who])
  await part(page, 'pin').waitFor({ state: 'detached', timeout: PATIENCE_MS })
}

export function table(page: Page, label: string): Locator {
  return part(page, 'table', `[data-table-label="${label}"]`)
}

export async function tableState(page: Page, label: string): Promise<string | null> {
  return table(page, label).getAttribute('data-table-state')
}

export async function openTable(page: Page, label: string): Promise<void> {
  await table(page, label).click({ timeout: PATIENCE_MS })
  await part(page, 'orderTotal').waitFor({ timeout: PATIENCE_MS })
}

/** Taps a dish; where a choice is required, the option at the given place. */
export async function addDish(page: Page, number: string, option?: number): Promise<void> {
  await part(page, 'dish', `[data-dish-number="${number}"]`).click()
  if (option !== undefined) await part(page, 'option').nth(option).click()
}

/** Shows a category by its place, so that its dishes can be tapped. */
export async function openCategory(page: Page, index: number): Promise<void> {
  await part(page, 'category').nth(index).click()
}

/** Adds dishes of one category after the other: [category, numbers]. */
export async function addDishes(page: Page, wanted: readonly (readonly [number, readonly string[]])[]): Promise<void> {
  for (const [category, numbers] of wanted) {
    await openCategory(page, category)
    for (const number of numbers) await addDish(page, number)
  }
}

/** Sends without waiting for the time to take it back, and waits until the lines say that they are saved. */
export async function send(page: Page): Promise<void> {
  const before = await part(page, 'round').count()
  await part(page, 'send').click()
  const sentNow = async () => {
    // Another notice may end the wait before this tap comes: then the round has left already.
    if (await part(page, 'sendNow').isVisible())
      await part(page, 'sendNow')
        .click({ timeout: 1_000 })
        .catch(() => null)
    return part(page, 'round').count()
  }
  await expect.poll(sentNow, { timeout: PATIENCE_MS }).toBeGreaterThan(before)
}

export async function lineStates(page: Page): Promise<string[]> {
  return part(page, 'line').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-line-state') ?? ''))
}

/** Waits until the open order has this many lines (at least one, where no number is given) and each says one of these states. */
export async function linesBecome(page: Page, states: readonly string[], count?: number): Promise<void> {
  const become = async () => {
    const found = await lineStates(page)
    const others = found.filter((state) => !states.includes(state))
    return { others, lines: count === undefined ? Math.min(found.length, 1) : found.length }
  }
  await expect.poll(become, { timeout: PATIENCE_MS }).toEqual({ others: [], lines: count ?? 1 })
}

/** Waits until a station shows this many tickets of a table. */
export async function ticketsBecome(page: Page, label: string, count: number): Promise<void> {
  await expect.poll(() => tickets(page, label).count(), { timeout: PATIENCE_MS }).toBe(count)
}

export async function chooseStation(page: Page, nameInEnglish: string): Promise<void> {
  await part(page, 'station', `[data-station="${nameInEnglish}"]`).click()
}

export function tickets(page: Page, label?: string): Locator {
  return part(page, 'ticket', label === undefined ? '' : `[data-table-label="${label}"]`)
}

export async function bump(page: Page, label: string): Promise<void> {
  await tickets(page, label).first().locator(`[data-testid="${TEST_IDS.ticketBump}"]`).click()
}

/** Pays what is open in cash, exactly, and closes the order. The payment screen has to be open. */
export async function payAndClose(page: Page): Promise<void> {
  await payExactly(page)
  await part(page, 'close').click()
  await part(page, 'table').first().waitFor({ timeout: PATIENCE_MS })
}

export async function payExactly(page: Page): Promise<void> {
  await part(page, 'toPayment').click()
  await part(page, 'pay').click({ timeout: PATIENCE_MS })
  await expect.poll(() => openAmount(page), { timeout: PATIENCE_MS }).toBe(0)
}

export async function openAmount(page: Page): Promise<number> {
  return Number(await part(page, 'billOpen').getAttribute('data-amount'))
}

export async function toTables(page: Page): Promise<void> {
  await part(page, 'toTables').click()
  await part(page, 'table').first().waitFor({ timeout: PATIENCE_MS })
}

/** Facts of this device that the server has not decided yet, as the bar counts them. */
export async function undecided(page: Page): Promise<number> {
  const [count = 0] = await part(page, 'undecided').evaluateAll((signs) =>
    signs.map((sign) => Number(sign.getAttribute('data-count'))),
  )
  return count
}

export async function allDecided(page: Page, timeout = 30_000): Promise<void> {
  await expect.poll(() => undecided(page), { timeout }).toBe(0)
}

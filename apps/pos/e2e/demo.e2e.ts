import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import {
  addDish,
  allDecided,
  keptForOffline,
  linesBecome,
  openCategory,
  openTable,
  part,
  send,
  tickets,
  ticketsBecome,
  undecided,
} from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

/** Every fourth table is never taken by simulated guests. */
const OURS = 'A4'
const HOT = 1
const PATIENCE_MS = 60_000

const { manager, kitchen } = restaurant({
  manager: { joins: 'Tablet 1', person: 'zhao' },
  kitchen: { size: 'kitchen', joins: 'Wok screen', person: 'chen', station: 'Wok' },
})

async function openDemo(page: Page): Promise<void> {
  await part(page, 'demoSign').click()
  await part(page, 'demoCut').waitFor()
}

async function closeDemo(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await part(page, 'demoCut').waitFor({ state: 'detached' })
}

async function modeBecomes(page: Page, mode: string): Promise<void> {
  await part(page, 'demoEvening', `[data-mode="${mode}"]`).waitFor({ timeout: PATIENCE_MS })
}

it('is filled with simulated guests by a switch, and cleared by another', async () => {
  const { page } = manager
  await openDemo(page)
  await modeBecomes(page, 'off')
  await part(page, 'demoSpeed', '[data-speed="4"]').click()
  await modeBecomes(page, 'on')
  await expect.poll(() => tickets(kitchen.page).count(), { timeout: PATIENCE_MS }).toBeGreaterThan(1)
  await expect
    .poll(async () => Number(await part(page, 'demoSent').getAttribute('data-value')), { timeout: PATIENCE_MS })
    .toBeGreaterThan(2)
  await part(page, 'demoClear').click()
  await modeBecomes(page, 'off')
  await closeDemo(page)
  await expect
    .poll(() => part(page, 'table', ':not([data-table-state="free"])').count(), { timeout: PATIENCE_MS })
    .toBe(0)
  await expect.poll(() => tickets(kitchen.page).count(), { timeout: PATIENCE_MS }).toBe(0)
})

it('cuts this terminal off for real, over a reload too, and heals when it is plugged in again', async () => {
  const { page } = manager
  await keptForOffline(page)
  await openDemo(page)
  await part(page, 'demoCut').click()
  await closeDemo(page)
  await part(page, 'connection', '[data-look="offline"]').waitFor({ timeout: PATIENCE_MS })
  await openTable(page, OURS)
  await openCategory(page, HOT)
  await addDish(page, '202')
  await send(page)
  await linesBecome(page, ['saved'], 1)
  await page.reload()
  await part(page, 'demoSign', '[data-cut="true"]').waitFor({ timeout: PATIENCE_MS })
  expect(await undecided(page)).toBeGreaterThan(0)
  // Long enough for an engine that is not really cut off to have sent it.
  await page.waitForTimeout(4_000)
  expect(await undecided(page)).toBeGreaterThan(0)
  expect(await tickets(kitchen.page, OURS).count()).toBe(0)
  await openDemo(page)
  await part(page, 'demoCut').click()
  await closeDemo(page)
  await allDecided(page)
  await ticketsBecome(kitchen.page, OURS, 1)
})

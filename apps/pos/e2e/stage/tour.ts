import type { RestaurantServer } from '@orderez/sync-server/stage'
import type { Page } from 'playwright-core'
import type { Device } from './device.ts'
import {
  addDish,
  addDishes,
  chooseStation,
  linesBecome,
  openCategory,
  openTable,
  part,
  send,
  tickets,
  toTables,
} from './people.ts'

/** Called at each stop: the name of what is on the screen, and the page that shows it. */
export type Visit = (name: string, page: Page) => Promise<void>

const HOT = 1
const OPTIONS_DISH = '205'

/** From an unknown device to its sign-in. */
export async function tourOfJoining(device: Device, server: RestaurantServer, visit: Visit): Promise<void> {
  const { page } = device
  await page.goto(device.origin)
  await part(page, 'joinCode').waitFor()
  await visit('enrol', page)
  await part(page, 'joinCode').fill(await server.joinCode())
  await part(page, 'joinSubmit').click()
  await part(page, 'person').first().waitFor({ timeout: 15_000 })
  await visit('sign-in', page)
  await part(page, 'person', '[data-sign-in="zhao"]').click()
  await part(page, 'pin').waitFor()
  await visit('pin', page)
  await part(page, 'back').click()
}

/** The floor, an order from its first dish to its bill, and back. Signed in as somebody who may do it all. */
export async function tourOfService(page: Page, label: string, visit: Visit): Promise<void> {
  await toTables(page)
  await visit('floor', page)
  await openTable(page, label)
  await visit('order, empty', page)
  await openCategory(page, HOT)
  await addDish(page, OPTIONS_DISH)
  await part(page, 'options').waitFor()
  await visit('options', page)
  await part(page, 'option').nth(1).click()
  const addToCart = part(page, 'addToCart')
  if (await addToCart.isVisible()) await addToCart.click()
  await addDishes(page, [[HOT, ['202', '209']]])
  await openSlip(page)
  await visit('order, unsent', page)
  await part(page, 'cartLine').first().getByRole('button').first().click()
  await visitSheet('unsent line', page, visit)
  await send(page)
  await linesBecome(page, ['sent', 'received'], 3)
  await openSlip(page)
  await visit('order, sent', page)
  await part(page, 'line').first().click()
  await visitSheet('sent line', page, visit)
  await part(page, 'guests').first().click()
  await visitSheet('guests', page, visit)
  await part(page, 'moves').click()
  await visitSheet('table moves', page, visit)
  await part(page, 'toPayment').click()
  await part(page, 'billOpen').waitFor()
  await visit('payment', page)
  await part(page, 'discount').click()
  await visitSheet('discount', page, visit)
}

/** On a phone the slip lies behind a key. */
async function openSlip(page: Page): Promise<void> {
  const key = part(page, 'showSlip')
  if ((await key.isVisible()) && (await key.getAttribute('aria-expanded')) === 'false') await key.click()
}

/** The bar's places that are not the floor. */
export async function tourOfOffice(page: Page, visit: Visit): Promise<void> {
  await part(page, 'toDrawer').click()
  await part(page, 'drawer').first().waitFor()
  await visit('drawer', page)
  await part(page, 'toManager').click()
  const sections = part(page, 'managerSection')
  await sections.first().waitFor()
  for (let index = 0; index < (await sections.count()); index += 1) {
    await sections.nth(index).click()
    await visit(`manager, ${(await sections.nth(index).getAttribute('data-section')) ?? index}`, page)
  }
  await part(page, 'preferences').click()
  await part(page, 'preferencesSheet').waitFor()
  await visit('preferences', page)
  await page.getByRole('tab').nth(1).click()
  await visitSheet('keys', page, visit)
}

/** The screens on a wall, while a ticket of the table is there. */
export async function tourOfKitchen(page: Page, label: string, visit: Visit): Promise<void> {
  if (await part(page, 'toKitchen').isVisible()) await part(page, 'toKitchen').click()
  await part(page, 'station').first().waitFor()
  await visit('stations', page)
  await chooseStation(page, 'Wok')
  await tickets(page, label).first().waitFor({ timeout: 15_000 })
  await visit('kitchen', page)
  await part(page, 'recallList').click()
  await visitSheet('recall', page, visit)
  await part(page, 'toExpo').click()
  await part(page, 'expoOrder').first().waitFor()
  await visit('expo', page)
  await part(page, 'toBoard').click()
  await part(page, 'boardReady').waitFor()
  await visit('board', page)
}

async function visitSheet(name: string, page: Page, visit: Visit): Promise<void> {
  await page.getByRole('dialog').first().waitFor()
  await visit(name, page)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').first().waitFor({ state: 'detached' })
}

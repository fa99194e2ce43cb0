import { beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { addDish, keptForOffline, openCategory, openTable, part } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'
import { keptPictures, shownPicture } from './stage/pictures.ts'

const COLD = 0
const PATIENCE_MS = 20_000

const { tablet, office } = restaurant({
  tablet: { joins: 'Tablet', person: 'lin' },
  office: { joins: 'Office', person: 'zhao' },
})
beforeAll(async () => {
  await keptForOffline(tablet.page)
})

/** A photograph of a real camera's kind, made by the browser: four fields, so that a crop can be told. */
async function photoFile(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 800
    const context = canvas.getContext('2d')!
    const fields = ['rgb(200,30,30)', 'rgb(30,160,60)', 'rgb(30,60,200)', 'rgb(240,200,40)']
    for (const [index, colour] of fields.entries()) {
      context.fillStyle = colour
      context.fillRect((index % 2) * 600, Math.floor(index / 2) * 400, 600, 400)
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
  })
  return { name: 'dish.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

async function openDishSheet(page: Page, number: string): Promise<void> {
  await part(page, 'managerDish', `[data-dish-number="${number}"]`).getByRole('button').first().click()
  await part(page, 'pictureFile').waitFor({ state: 'attached' })
}

/** The colour in the middle of a tile's picture. */
function middleColour(page: Page, number: string): Promise<readonly number[]> {
  return part(page, 'dish', `[data-dish-number="${number}"]`).evaluate((tile) => {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')!
    context.drawImage(tile.querySelector('img')!, 0, 0, 100, 100)
    return Array.from(context.getImageData(50, 50, 1, 1).data)
  })
}

it("keeps all of the menu's pictures ahead of time, and shows them on the tiles", async () => {
  await expect.poll(() => keptPictures(tablet.page), { timeout: PATIENCE_MS }).toBe(195)
  await openTable(tablet.page, 'A1')
  await openCategory(tablet.page, COLD)
  await expect.poll(async () => (await shownPicture(tablet.page, '101'))?.width).toBeGreaterThan(0)
})

it('shows a photograph on the other terminal, cropped as the manager chose, and without a network too', async () => {
  const { page } = office
  await part(page, 'toManager').click()
  await part(page, 'managerSection', '[data-section="menu"]').click()
  await openDishSheet(page, '101')
  await part(page, 'pictureFile').setInputFiles(await photoFile(page))
  await part(page, 'pictureCrop').waitFor()
  // To the right and down into the yellow field, closer, by key and by button.
  await part(page, 'pictureCloser').click()
  await part(page, 'pictureCrop').locator('canvas').focus()
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('+')
  await part(page, 'pictureUse').click()
  await part(page, 'pictureCrop').waitFor({ state: 'detached' })
  await part(page, 'managerSave').click()

  await expect
    .poll(async () => (await shownPicture(tablet.page, '101'))?.name, { timeout: PATIENCE_MS })
    .toMatch(/\.webp$/)
  const [red = 0, green = 0, blue = 0] = await middleColour(tablet.page, '101')
  expect(red).toBeGreaterThan(200)
  expect(green).toBeGreaterThan(150)
  expect(blue).toBeLessThan(100)
  const name = (await shownPicture(tablet.page, '101'))?.name ?? ''

  tablet.link.cut()
  await tablet.page.reload()
  await openTable(tablet.page, 'A2')
  await openCategory(tablet.page, COLD)
  await expect.poll(async () => (await shownPicture(tablet.page, '101'))?.width, { timeout: PATIENCE_MS }).toBe(512)
  expect((await shownPicture(tablet.page, '101'))?.name).toBe(name)
  await addDish(tablet.page, '101')
  tablet.link.join()
})

it('takes a photograph without a network, keeps it over a reload, and brings it to the others later', async () => {
  const { page } = office
  office.link.cut()
  await openDishSheet(page, '104')
  await part(page, 'pictureCamera').setInputFiles(await photoFile(page))
  await part(page, 'pictureUse').click()
  await part(page, 'pictureUnsent').waitFor()
  await part(page, 'managerSave').click()
  await part(page, 'managerSave').waitFor({ state: 'detached' })
  await page.reload()
  office.link.join()
  await expect.poll(async () => (await shownPicture(tablet.page, '104'))?.name, { timeout: 40_000 }).toMatch(/\.webp$/)
})

it('refuses what is no photograph, and takes a picture away', async () => {
  const { page } = office
  await part(page, 'toManager').click()
  await part(page, 'managerSection', '[data-section="menu"]').click()
  await openDishSheet(page, '104')
  const text = { name: 'menu.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photograph') }
  await part(page, 'pictureFile').setInputFiles(text)
  await page.getByRole('alert').waitFor()
  expect(await part(page, 'pictureCrop').count()).toBe(0)
  await part(page, 'pictureRemove').click()
  await part(page, 'managerSave').click()
  await expect.poll(() => shownPicture(tablet.page, '104'), { timeout: PATIENCE_MS }).toBeNull()
})

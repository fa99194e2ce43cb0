import { beforeAll, expect, it } from 'vitest'
import { accessibilityProblems, cutTexts } from './stage/page-checks.ts'
import { restaurant } from './stage/restaurant.ts'

const { device } = restaurant({ device: {} })
beforeAll(async () => {
  await device.page.emulateMedia({ reducedMotion: 'reduce' })
  await device.page.goto(`${device.origin}/gallery.html`)
})

const choose = (value: string) => device.page.locator(`[role="radio"][data-value="${value}"]`).first().click()

it.each(['light', 'dark', 'kitchen', 'kitchen-light'])(
  'shows every component without a problem on %s',
  async (surface) => {
    const { page } = device
    await choose(surface)
    for (const language of ['zh', 'en']) {
      await choose(language)
      expect(await page.getByRole('button').count()).toBeGreaterThan(30)
      // The kitchen reads at two metres: 7:1.
      expect(await accessibilityProblems(page, surface.startsWith('kitchen') ? 'enhanced' : 'usual')).toEqual([])
      expect(await cutTexts(page)).toEqual([])
    }
    await page.getByTestId('gallery-select').click()
    await page.getByRole('listbox').waitFor()
    // An open list belongs to its field, not to a landmark.
    const ofTheList = (await accessibilityProblems(page, 'usual')).filter((problem) => !problem.startsWith('region'))
    expect(ofTheList).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    await page.getByTestId('gallery-sheet').click()
    await page.getByRole('dialog').waitFor()
    expect(await accessibilityProblems(page, 'usual')).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  },
)

it('has no target that is smaller than a thumb', async () => {
  const targets = await device.page
    .locator('button, input:not([type="radio"], [type="checkbox"])')
    .evaluateAll((found) => found.map((each) => ({ html: each.outerHTML, ...each.getBoundingClientRect().toJSON() })))
  const seen = targets.filter(({ width }) => width > 2)
  expect(seen.length).toBeGreaterThan(30)
  expect(seen.filter(({ width, height }) => width < 44 || height < 44).map(({ html }) => html)).toEqual([])
  expect(device.takeErrors()).toEqual([])
})

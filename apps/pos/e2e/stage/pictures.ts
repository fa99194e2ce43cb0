import type { Page } from 'playwright-core'
import { part } from './people.ts'

/** How many pictures this device keeps for the time without a network. */
export function keptPictures(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => /^orderez-pictures-.*(?<!-unsent)$/.test(name))
    const stored = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return stored.flat().length
  })
}

/** The picture of a dish's tile as it is painted, or null for a gap. */
export function shownPicture(page: Page, number: string): Promise<{ name: string; width: number } | null> {
  return part(page, 'dish', `[data-dish-number="${number}"]`).evaluate((tile) => {
    const image = tile.querySelector('img')
    return image?.complete ? { name: image.dataset['picture'] ?? '', width: image.naturalWidth } : null
  })
}

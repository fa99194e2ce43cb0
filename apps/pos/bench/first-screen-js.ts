import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import type { Report } from '../../../scripts/measurement.ts'
import { part } from '../e2e/stage/people.ts'
import { TEST_IDS } from '../src/renderer/test-ids.ts'
import { BENCH, rounded } from './figures.ts'

const KB = 1024
const built = join(import.meta.dirname, '../dist/web/assets')

/** JavaScript that a device which has joined asked for until people could sign in, gzipped. The page reloads. */
export async function measureFirstScreen(page: Page, report: Report): Promise<void> {
  await page.addInitScript((selector) => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector(selector)) return
      performance.mark('usable')
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  }, `[data-testid="${TEST_IDS.person}"]`)
  await page.reload()
  await part(page, 'person').first().waitFor()
  const paths = await page.evaluate(() => {
    const usable = performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN
    const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= usable)
    return [...new Set(asked.map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js')))]
  })
  const files = await Promise.all(paths.map((path) => readFile(join(built, basename(path)))))
  const value = rounded(files.reduce((sum, file) => sum + gzipSync(file).length, 0) / KB)
  report({ bench: BENCH, measure: 'first-screen-js-gz-kb', subject: 'orderez', value, unit: 'KB' })
}

import type { RestaurantServer } from '@orderez/sync-server/stage'
import type { Report } from '../../../scripts/measurement.ts'
import { openTable, part } from '../e2e/stage/people.ts'
import { openBenchPage, openEnrolled, starts } from './cold-start.ts'
import { BENCH, percentile, rounded } from './figures.ts'

const DISHES = 20_000
/** Nearly each key finds other dishes than the one before; where it does not, nothing is painted and nothing measured. */
const QUERIES = ['n12345', 'kalo', 'n07', 'mine', 'n19999', 'zeka', 'puso', 'tivu', 'n0', 'rami']
const TILES = '.tiles'
const KEY_MS = 60

/** 20,000 dishes on the device: its start, and a key in the search until other dishes are painted. */
export async function measureLargeMenu(server: RestaurantServer, report: Report): Promise<void> {
  const device = await openEnrolled(server)
  try {
    const page = await openBenchPage(device)
    await page.evaluate((dishes) => window.bench?.seedDishes(dishes), DISHES)
    report({ bench: BENCH, measure: 'start-20k-ms', subject: 'orderez', value: await starts(device, 3), unit: 'ms' })
    await openTable(device.page, 'A9')
    const times = await keyTimes(device.page)
    const value = rounded(percentile(times, 0.95))
    report({ bench: BENCH, measure: 'search-20k-p95-ms', subject: 'orderez', value, unit: 'ms' })
  } finally {
    await device.close()
  }
}

async function keyTimes(page: Awaited<ReturnType<typeof openBenchPage>>): Promise<number[]> {
  const times: number[] = []
  for (const query of QUERIES) {
    await part(page, 'search').fill('')
    await part(page, 'search').focus()
    for (const key of query) {
      const typed = page.evaluate(() => window.probe.next('keydown'))
      const changed = page.evaluate((tiles) => window.probe.changed(tiles), TILES)
      await page.evaluate(() => 0)
      await page.keyboard.press(key)
      const from = await typed
      const until = await changed
      if (until !== null) times.push(until - from)
      await page.waitForTimeout(KEY_MS)
    }
  }
  return times
}

import type { Page } from 'playwright-core'
import type { RestaurantServer } from '@orderez/sync-server/stage'
import { median, type Report } from '../../../scripts/measurement.ts'
import { openDevice, type Device } from '../e2e/stage/device.ts'
import { join, keptForOffline, part, PINS, type PersonName } from '../e2e/stage/people.ts'
import { pageFile, type BenchSite } from './bench-site.ts'
import { openPeer } from './browser.ts'
import { BENCH, rounded } from './figures.ts'
import { probe } from './painted.ts'

const STARTS = 5
const WAITER: PersonName = 'lin'
const TABLE = '[data-testid="table"]'
const PERSON = '[data-testid="person"]'
const MB = 1024 * 1024

/** A device that is enrolled and could start without a network. */
export async function openEnrolled(server: RestaurantServer): Promise<Device> {
  const device = await openDevice(server, 'tablet', { locale: 'en' })
  await join(device.page, device.origin, server, 'Bench')
  await keptForOffline(device.page)
  return device
}

/** The page of the benches on the terminal's own origin, where its databases are. */
export async function openBenchPage(device: Device): Promise<Page> {
  await device.page.route('**/api/bench/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    await route.fulfill(await pageFile(pathname.slice('/api/bench'.length)))
  })
  await device.page.goto(`${device.origin}/api/bench/index.html`)
  await device.page.waitForFunction(() => window.bench !== undefined)
  return device.page
}

/** A new browser on the same profile: milliseconds from the start of the page to the people, and from the last key of the PIN to the floor. */
async function startOnce(device: Device): Promise<number> {
  await device.killAndReopen()
  const { page } = device
  await probe(page)
  await page.goto(device.origin, { waitUntil: 'commit' })
  const people = await page.evaluate(async (person) => {
    const painted = await window.probe.painted(person, 1)
    return painted - performance.timeOrigin
  }, PERSON)
  await part(page, 'person', `[data-sign-in="${WAITER}"]`).click()
  await part(page, 'pin').waitFor()
  const pin = PINS[WAITER]
  await page.keyboard.type(pin.slice(0, -1))
  const typed = page.evaluate(() => window.probe.next('keydown'))
  const floor = page.evaluate((table) => window.probe.painted(table, 1), TABLE)
  await page.evaluate(() => 0)
  await page.keyboard.type(pin.slice(-1))
  return people + (await floor) - (await typed)
}

export async function starts(device: Device, count = STARTS): Promise<number> {
  const times: number[] = []
  for (let start = 0; start < count; start += 1) times.push(await startOnce(device))
  return rounded(median(times))
}

async function usedHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return rounded(usedSize / MB)
}

/** The peer opens its database, asks for every order and shows what is open. */
async function peerStart(site: BenchSite, count: number, whole: boolean): Promise<number> {
  const name = `app-${count}`
  const peer = await openPeer(site.origin)
  try {
    await peer.page.evaluate(([database, orders, all]) => window.bench?.seedRxApp(database, orders, all), [
      name,
      count,
      whole,
    ] as const)
    const times: number[] = []
    for (let start = 0; start < 3; start += 1) {
      await peer.page.goto('about:blank')
      await peer.page.goto(`${site.origin}/#app=${name}`, { waitUntil: 'commit' })
      times.push(
        await peer.page.evaluate(async (table) => {
          const painted = await window.probe.painted(table, 1)
          return painted - performance.timeOrigin
        }, TABLE),
      )
    }
    return rounded(median(times))
  } finally {
    await peer.close()
  }
}

/** Start → usable floor with past orders on the device, and the heap that they cost. */
export async function measureStarts(server: RestaurantServer, site: BenchSite, report: Report): Promise<void> {
  for (const { label, count, whole } of [
    { label: '1k', count: 1_000, whole: true },
    { label: '100k', count: 100_000, whole: false },
  ]) {
    const device = await openEnrolled(server)
    try {
      const page = await openBenchPage(device)
      await page.evaluate(([orders, all]) => window.bench?.seedOrders(orders, all), [count, whole] as const)
      const figure = { bench: BENCH, measure: `cold-start-${label}-ms`, unit: 'ms' }
      report({ ...figure, subject: 'orderez', value: await starts(device) })
      const heap = await usedHeap(device.page)
      report({ bench: BENCH, measure: `heap-${label}-mb`, subject: 'orderez', value: heap, unit: 'MB' })
      report({ ...figure, subject: 'RxDB, queries all', value: await peerStart(site, count, whole) })
    } finally {
      await device.close()
    }
  }
}

import { build } from 'vite'
import { resolve } from 'node:path'
import { openRestaurant, type RestaurantServer } from '@orderez/sync-server/stage'
import type { Report } from '../../../scripts/measurement.ts'
import { buildWebTerminal } from '../../../scripts/build-terminal.ts'
import { openDevice } from '../e2e/stage/device.ts'
import { chooseStation, join, signIn } from '../e2e/stage/people.ts'
import { openBenchSite, type BenchSite } from './bench-site.ts'
import { openPeer } from './browser.ts'
import { measureStarts } from './cold-start.ts'
import { measureFirstScreen } from './first-screen-js.ts'
import { measureLargeMenu } from './large-menu.ts'
import { probe } from './painted.ts'
import { measureSaving } from './send-durable.ts'
import { measureSending } from './send-to-kitchen.ts'
import { measureTaps } from './tap-to-screen.ts'

/** The way of an order from the tap to the kitchen, and how the terminal starts: in real Chromium against a real server, beside its peers. */
export async function run(report: Report): Promise<void> {
  await buildWebTerminal()
  await build({ configFile: resolve(import.meta.dirname, '../vite.bench.config.ts'), logLevel: 'warn' })
  const site = await openBenchSite()
  const server = await openRestaurant()
  try {
    await measureOrder(server, site, report)
    await measureLargeMenu(server, report)
    await measureStarts(server, site, report)
  } finally {
    await server.close()
    await site.close()
  }
}

async function measureOrder(server: RestaurantServer, site: BenchSite, report: Report): Promise<void> {
  const waiter = await openDevice(server, 'tablet')
  const kitchen = await openDevice(server, 'kitchen')
  const peer = await openPeer(site.origin)
  try {
    await probe(waiter.page)
    await probe(kitchen.page)
    await join(waiter.page, waiter.origin, server, 'Tablet')
    await measureFirstScreen(waiter.page, report)
    await signIn(waiter.page, 'lin')
    await join(kitchen.page, kitchen.origin, server, 'Kitchen')
    await signIn(kitchen.page, 'chen')
    await chooseStation(kitchen.page, 'Wok')
    await measureTaps(waiter.page, peer.page, report)
    await measureSaving(peer.page, report)
    await measureSending(waiter.page, kitchen.page, site, report)
  } finally {
    await peer.close()
    await kitchen.close()
    await waiter.close()
  }
}

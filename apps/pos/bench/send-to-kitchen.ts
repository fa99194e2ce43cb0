import type { Page } from 'playwright-core'
import type { Report } from '../../../scripts/measurement.ts'
import { addDish, openCategory, openTable, part, toTables } from '../e2e/stage/people.ts'
import type { BenchSite } from './bench-site.ts'
import { openPeer } from './browser.ts'
import { reportTimes } from './figures.ts'
import { tapToPaint } from './painted.ts'

const ROUNDS = 40
const HOT = 1
const TICKET = '[data-testid="ticket"]'
const SEND = '[data-testid="send"]'
/** Ends the seconds in which a Send can be taken back. */
const SEND_NOW = '[data-testid="send-now"]'

interface PeerPair {
  readonly subject: string
  readonly waiter: Page
  readonly kitchen: Page
  close(): Promise<void>
}

async function openPair(
  site: BenchSite,
  subject: string,
  open: (page: Page, url: string) => Promise<unknown>,
): Promise<PeerPair> {
  const url = await site.database()
  const browsers = [await openPeer(site.origin), await openPeer(site.origin)] as const
  const [waiter, kitchen] = browsers
  for (const { page } of browsers) await open(page, url)
  return {
    subject,
    waiter: waiter.page,
    kitchen: kitchen.page,
    async close() {
      for (const browser of browsers) await browser.close()
    },
  }
}

/** Send → painted on the kitchen screen, over loopback: ours through the server, the peers through the same embedded store. In turns. */
export async function measureSending(waiter: Page, kitchen: Page, site: BenchSite, report: Report): Promise<void> {
  const pairs = [
    await openPair(site, 'PouchDB live sync', (page, url) =>
      page.evaluate((address) => window.bench?.openPouchSync(address), url),
    ),
    await openPair(site, 'RxDB replicateCouchDB', (page, url) =>
      page.evaluate((address) => window.bench?.openRxSync(address), url),
    ),
  ]
  // The first of each is not measured: both have just been opened.
  for (const pair of pairs) await tapToPaint(pair.waiter, SEND, pair.kitchen, TICKET, 1)
  const times = new Map<string, number[]>()
  function keep(subject: string, { tapped, painted }: { tapped: number; painted: number }): void {
    times.set(subject, [...(times.get(subject) ?? []), painted - tapped])
  }
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      keep('orderez', await sendOne(waiter, kitchen, round))
      for (const pair of pairs) {
        keep(pair.subject, await tapToPaint(pair.waiter, SEND, pair.kitchen, TICKET, round + 2))
      }
    }
  } finally {
    for (const pair of pairs) await pair.close()
  }
  for (const [subject, taken] of times) reportTimes(report, 'send-to-kitchen', subject, taken)
}

/** Opens a table, adds a dish, sends; the kitchen bumps the ticket afterwards, so that the next one is the only one. */
async function sendOne(waiter: Page, kitchen: Page, round: number) {
  await openTable(waiter, `A${(round % 10) + 1}`)
  await openCategory(waiter, HOT)
  await addDish(waiter, '202')
  await part(waiter, 'send').click()
  await part(waiter, 'sendNow').waitFor()
  const sent = await tapToPaint(waiter, SEND_NOW, kitchen, TICKET, 1)
  await part(kitchen, 'ticketBump').first().click()
  await part(kitchen, 'ticket').first().waitFor({ state: 'detached' })
  await toTables(waiter)
  return sent
}

import type { Page } from 'playwright-core'
import type { Report } from '../../../scripts/measurement.ts'
import { openCategory, openTable, part, toTables } from '../e2e/stage/people.ts'
import { reportTimes } from './figures.ts'
import { tapToPaint } from './painted.ts'

const ROUNDS = 5
/** Hot dishes of the demo without a choice to make. */
const PLAIN = ['202', '203', '204', '207', '209', '210', '215', '216', '219', '220', '222', '223']
const HOT = 1

const dishOf = (number: string) => `[data-testid="dish"][data-dish-number="${number}"]`
const CART_LINE = '[data-testid="cart-line"]'

/** Tap on a dish → its line is painted; on the order pad, and on a plain list that a live query of RxDB draws. In turns. */
export async function measureTaps(ours: Page, peer: Page, report: Report): Promise<void> {
  await peer.evaluate((dishes) => window.bench?.showList(dishes), PLAIN.length)
  const times = { orderez: [] as number[], peer: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    await openTable(ours, `A${round + 1}`)
    await openCategory(ours, HOT)
    await part(ours, 'dish', `[data-dish-number="${PLAIN[0]}"]`).waitFor()
    for (const [index, number] of PLAIN.entries()) {
      const here = await tapToPaint(ours, dishOf(number), ours, CART_LINE, index + 1)
      const there = await tapToPaint(
        peer,
        `[data-testid="dish"] >> nth=${index}`,
        peer,
        CART_LINE,
        round * PLAIN.length + index + 1,
      )
      times.orderez.push(here.painted - here.tapped)
      times.peer.push(there.painted - there.tapped)
    }
    await toTables(ours)
  }
  reportTimes(report, 'tap-to-screen', 'orderez', times.orderez)
  reportTimes(report, 'tap-to-screen', 'RxDB live-query list', times.peer)
}

import { expect, test } from 'vitest'
import { businessDayOf } from '../kernel/index.ts'
import type { OrdersWanted } from './find-orders.ts'
import { openSite } from '../testing/authority-site.ts'

const DAY_MS = 86_400_000
const RULE = { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00' }

test('orders are found by their days, however many pages that takes, and as long as they are open', async () => {
  const site = await openSite()
  const tablet = await site.enrol()
  const first = businessDayOf(site.now(), RULE)
  const early = Array.from({ length: 120 }, () => site.ids.next('order'))
  await tablet.pushed(early.map((order) => tablet.open(order)))
  site.pass(DAY_MS)
  const late = site.ids.next('order')
  await tablet.pushed([tablet.open(late)])
  const found = async (wanted: OrdersWanted) => {
    const ids: string[] = []
    for await (const page of site.authority().orders(wanted)) ids.push(...page.map(({ id }) => id))
    return ids
  }
  expect(new Set(await found({ from: first, to: first }))).toEqual(new Set(early))
  const second = businessDayOf(site.now(), RULE)
  expect(await found({ from: second, to: second })).toEqual([late])
  expect(await found({ from: first, to: second })).toHaveLength(121)
  expect(new Set(await found({ open: true }))).toEqual(new Set([...early, late]))
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '../kernel/index.ts'
import { dishVersionOf, type DishVersion } from '../menu/index.ts'
import type { Line, Verdict } from '../orders/index.ts'
import { openSite, type AuthoritySite, type SiteTerminal } from '../testing/authority-site.ts'

let site: AuthoritySite
let tablet: SiteTerminal
let open: DishVersion

beforeAll(async () => {
  site = await openSite()
  tablet = await site.enrol()
  const change = { id: site.ids.next('dish'), optionGroups: [], price: 0, marketPrice: true, openItem: true }
  open = dishVersionOf({ ...site.dish, ...change }, [], site.tax)
  await site.authority().put('menu', [open])
})

const said = { zh: '糖醋里脊', en: '糖醋里脊' }
const pending = { base: 0, options: [], pending: true as const }

function offMenu(change: Partial<Line> = {}): Line {
  const { dish, id, unit, tax, stations } = open
  const price = { base: 4_800, options: [] }
  return site.line({ dish, version: id, names: said, unit, tax, stations, options: [], price, ...change })
}

async function verdictsOf(line: Line, by: PersonId, pricedBy?: PersonId): Promise<readonly Verdict[]> {
  const order = site.ids.next('order')
  const facts = [tablet.open(order), tablet.send(order, [line], by)]
  const priced = { line: line.id, price: { base: 4_800, options: [] }, reason: 'said' }
  if (pricedBy) facts.push(...tablet.log(tablet.draft(order, 'priceSet', priced, pricedBy)))
  const { facts: outcomes } = await tablet.pushed(facts)
  return outcomes.slice(1).flatMap((outcome) => (outcome.outcome === 'decided' ? [outcome.verdict] : []))
}

describe('A8: what is not on the menu', () => {
  it('has a name and a price that somebody with the right said', async () => {
    const { cashier, waiter } = site.people
    expect(await verdictsOf(offMenu(), cashier)).toMatchObject([{ decision: 'accepted' }])
    expect(await verdictsOf(offMenu(), waiter)).toMatchObject([
      { decision: 'refused', code: 'price.overrideWithoutRight' },
    ])
  })

  it('may be sent by a waiter, and priced later by somebody with the right only', async () => {
    const { cashier, waiter } = site.people
    const accepted = { decision: 'accepted' }
    expect(await verdictsOf(offMenu({ price: pending }), waiter, cashier)).toMatchObject([accepted, accepted])
    expect(await verdictsOf(offMenu({ price: pending }), waiter, waiter)).toMatchObject([
      accepted,
      { decision: 'refused', code: 'price.overrideWithoutRight' },
    ])
  })

  it('is no way to rename what is on the menu, nor to have it for another price', async () => {
    const mismatch = [{ decision: 'refused', code: 'price.mismatch' }]
    const { cashier } = site.people
    expect(await verdictsOf(site.line({ names: said }), cashier)).toMatchObject(mismatch)
    expect(await verdictsOf(offMenu({ version: site.version.id, dish: site.version.dish }), cashier)).toMatchObject(
      mismatch,
    )
    expect(await verdictsOf(site.line({ price: pending }), cashier)).toMatchObject(mismatch)
  })
})

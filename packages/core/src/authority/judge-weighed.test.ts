import { beforeAll, describe, expect, it } from 'vitest'
import { dishVersionOf, makeLinePrice, type DishVersion } from '../menu/index.ts'
import type { Line, Verdict } from '../orders/index.ts'
import { openSite, type AuthoritySite, type SiteTerminal } from '../testing/authority-site.ts'

let site: AuthoritySite
let tablet: SiteTerminal
let fish: DishVersion

beforeAll(async () => {
  site = await openSite()
  tablet = await site.enrol()
  const id = site.ids.next('dish')
  fish = dishVersionOf({ ...site.dish, id, optionGroups: [], unit: 'jin', weighed: true }, [], site.tax)
  await site.authority().put('menu', [fish])
})

function lineOf(version: DishVersion, change: Partial<Line> = {}): Line {
  const { dish, id, names, unit, tax, stations } = version
  return site.line({ dish, version: id, names, unit, tax, stations, price: makeLinePrice(version, []), ...change })
}

async function verdictOf(line: Line): Promise<Verdict | undefined> {
  const order = site.ids.next('order')
  const { facts } = await tablet.pushed([tablet.open(order), tablet.send(order, [line])])
  return facts.flatMap((outcome) => (outcome.outcome === 'decided' ? [outcome.verdict] : [])).at(1)
}

describe('A8: a weighed dish', () => {
  it('is sold by its weight at the price of its unit, or sent and weighed later', async () => {
    expect(await verdictOf(lineOf(fish, { quantity: 1_255 }))).toMatchObject({ decision: 'accepted' })
    expect(await verdictOf(lineOf(fish, { weighLater: true }))).toMatchObject({ decision: 'accepted' })
  })

  it('is weighed by a fact of its own', async () => {
    const order = site.ids.next('order')
    const line = lineOf(fish, { weighLater: true })
    const weighed = tablet.draft(order, 'weightSet', { line: line.id, quantity: 1_350 })
    const { facts } = await tablet.pushed([tablet.open(order), tablet.send(order, [line]), ...tablet.log(weighed)])
    expect(facts.at(2)).toMatchObject({ outcome: 'decided', verdict: { decision: 'accepted' } })
  })

  it('is no way to have another dish for nothing', async () => {
    const mismatch = { decision: 'refused', code: 'price.mismatch' }
    expect(await verdictOf(lineOf(site.version, { weighLater: true }))).toMatchObject(mismatch)
    expect(await verdictOf(lineOf(fish, { unit: 'piece' }))).toMatchObject(mismatch)
  })
})

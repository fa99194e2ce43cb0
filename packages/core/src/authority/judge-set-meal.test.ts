import { beforeAll, describe, expect, it } from 'vitest'
import { dishVersionOf, makeLinePrice, type Dish, type DishVersion } from '../menu/index.ts'
import type { Line, Verdict } from '../orders/index.ts'
import { openSite, type AuthoritySite, type SiteTerminal } from '../testing/authority-site.ts'

let site: AuthoritySite
let tablet: SiteTerminal
let set: DishVersion
let tea: DishVersion
let beer: DishVersion

beforeAll(async () => {
  site = await openSite()
  tablet = await site.enrol()
  const dish = (change: Partial<Dish>) =>
    dishVersionOf({ ...site.dish, id: site.ids.next('dish'), optionGroups: [], ...change }, [], site.tax)
  tea = dish({ price: 1_200 })
  beer = dish({ price: 2_800 })
  const part = (...choices: readonly { dish: Dish['id']; extra: number }[]) => ({
    id: site.ids.next('setPart'),
    names: site.dish.names,
    min: 1,
    max: 1,
    choices: [...choices],
  })
  set = dish({
    price: 4_800,
    stations: [],
    setMeal: [
      part({ dish: site.version.dish, extra: 0 }),
      part({ dish: tea.dish, extra: 0 }, { dish: beer.dish, extra: 600 }),
    ],
  })
  await site.authority().put('menu', [tea, beer, set])
})

function lineOf(version: DishVersion, change: Partial<Line> = {}): Line {
  const { dish, id, names, unit, tax, stations } = version
  return site.line({ dish, version: id, names, unit, tax, stations, price: makeLinePrice(version, []), ...change })
}

/** A set and its dishes, each at what the set adds for it. */
function meal(quantity = 1_000, drink = tea, extra = 0): [Line, Line, Line] {
  const parent = lineOf(set, { quantity })
  const of = (version: DishVersion, base: number) =>
    lineOf(version, { quantity, parent: parent.id, price: { base, options: [] } })
  return [parent, of(site.version, 0), of(drink, extra)]
}

async function verdictsOf(...rounds: readonly (readonly Line[])[]): Promise<readonly Verdict[]> {
  const order = site.ids.next('order')
  const facts = [tablet.open(order), ...rounds.map((lines) => tablet.send(order, lines))]
  const { facts: outcomes } = await tablet.pushed(facts)
  return outcomes.slice(1).flatMap((outcome) => (outcome.outcome === 'decided' ? [outcome.verdict] : []))
}

describe('A8: a set meal', () => {
  it('is sold at its price, with the dishes that its parts allow and what they add', async () => {
    expect(await verdictsOf(meal())).toMatchObject([{ decision: 'accepted' }])
    expect(await verdictsOf(meal(2_000, beer, 600))).toMatchObject([{ decision: 'accepted' }])
  })

  it('is refused at a forged price: of the set, of an extra, of a dish that belongs to no set', async () => {
    const mismatch = [{ decision: 'refused', code: 'price.mismatch' }]
    const [parent, main, drink] = meal()
    expect(await verdictsOf([{ ...parent, price: { base: 1, options: [] } }, main, drink])).toMatchObject(mismatch)
    expect(await verdictsOf(meal(1_000, beer, 0))).toMatchObject(mismatch)
    expect(await verdictsOf([lineOf(beer, { price: { base: 0, options: [] } })])).toMatchObject(mismatch)
    const plain = site.line()
    const below = lineOf(tea, { parent: plain.id, price: { base: 0, options: [] } })
    expect(await verdictsOf([plain, below])).toMatchObject(mismatch)
  })

  it('is refused without a dish that it wants, with one too many, and with more of a dish than of the set', async () => {
    const mismatch = [{ decision: 'refused', code: 'price.mismatch' }]
    const [parent, main, drink] = meal()
    expect(await verdictsOf([parent, main])).toMatchObject(mismatch)
    expect(await verdictsOf([parent, main, drink, { ...drink, id: site.ids.next('line') }])).toMatchObject(mismatch)
    expect(await verdictsOf([parent, main, { ...drink, quantity: 3_000 }])).toMatchObject(mismatch)
  })

  it('gets no further dish by a later round, and may be sent twice by two tablets', async () => {
    const lines = meal()
    const [parent, , drink] = lines
    const another = { ...drink, id: site.ids.next('line') }
    expect(await verdictsOf(lines, [another])).toMatchObject([{ decision: 'accepted' }, { decision: 'refused' }])
    expect(await verdictsOf(lines, [parent, another])).toMatchObject([
      { decision: 'accepted' },
      { decision: 'refused' },
    ])
    expect(await verdictsOf(lines, lines)).toMatchObject([{ decision: 'accepted' }, { decision: 'accepted' }])
  })

  it('is sold at another price by somebody who may, with a reason', async () => {
    const [parent, main, drink] = meal()
    const cheap = { ...parent, price: { base: 1, options: [], reason: 'friend' } }
    expect(await verdictsOf([cheap, main, drink])).toMatchObject([{ code: 'price.overrideWithoutRight' }])
    const order = site.ids.next('order')
    const { facts } = await tablet.pushed([
      tablet.open(order),
      tablet.send(order, [cheap, main, drink], site.people.manager),
    ])
    expect(facts[1]).toMatchObject({ verdict: { decision: 'accepted' } })
  })
})

import { describe, expect, it } from 'vitest'
import type { BusinessDay, DishId, JsonObject } from '../kernel/index.ts'
import { openSite, type AuthoritySite, type SiteTerminal } from '../testing/authority-site.ts'
import {
  addHeat,
  favouritesIdOf,
  heatIdOf,
  heatScores,
  withFavourites,
  type Favourites,
  type Heat,
  type HeatCounts,
} from './index.ts'

const day = '2026-11-20' as BusinessDay

async function synced(site: AuthoritySite, id: string): Promise<JsonObject | null> {
  return (await site.authority().read('ranking', [id]))[0] ?? null
}

async function count(site: AuthoritySite, { actor, ...tablet }: SiteTerminal, counted: HeatCounts): Promise<void> {
  const id = heatIdOf(day, actor.terminal)
  const empty: Heat = { id, kind: 'heat', v: 1, terminal: actor.terminal, day, dishes: {} }
  const before = await synced(site, id)
  const edit = tablet.edit('ranking', before, { ...addHeat(before as Heat | null, empty, counted) })
  expect((await tablet.pushed([], [edit])).edits).toMatchObject([{ outcome: 'merged' }])
}

describe('two terminals', () => {
  it('show the same order of dishes after sync, by sales, views and favourites alike', async () => {
    const site = await openSite()
    const [one, two] = [await site.enrol(), await site.enrol()]
    const [seen, marked, sold, none] = ['dish', 'dish', 'dish', 'dish'].map((kind) =>
      site.ids.next(kind as 'dish'),
    ) as [DishId, DishId, DishId, DishId]
    const only = (dish: DishId, by: Partial<{ sales: number; views: number; favourites: number }>): HeatCounts =>
      new Map([[dish, { sales: 0, views: 0, favourites: 0, ...by }]])
    await count(site, one, only(sold, { sales: 1 }))
    await count(site, two, only(seen, { views: 2 }))
    await count(site, two, only(marked, { favourites: 1 }))
    await count(site, one, only(seen, { views: 2 }))

    const shown = (heats: readonly Heat[]) =>
      [...heatScores(heats, day)].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([dish]) => dish)
    const all = (await site.authority().list('ranking', 'heat')) as readonly JsonObject[] as readonly Heat[]
    expect(all).toHaveLength(2)
    expect(shown(all)).toEqual([sold, seen, marked])
    expect(shown(all.toReversed())).toEqual(shown(all))
    expect(shown(all)).not.toContain(none)
    // Each of the three moves a dish up by itself.
    await count(site, two, only(marked, { favourites: 1 }))
    const again = (await site.authority().list('ranking', 'heat')) as readonly JsonObject[] as readonly Heat[]
    expect(shown(again)).toEqual([marked, sold, seen])
  })

  it('unite what a person marked on both; what was given up on one stays given up', async () => {
    const site = await openSite()
    const [one, two] = [await site.enrol(), await site.enrol()]
    const person = site.people.waiter
    const [tea, noodles, soup] = [site.ids.next('dish'), site.ids.next('dish'), site.ids.next('dish')]
    const base = withFavourites(null, person, new Map([[tea, true]]))
    await one.pushed([], [one.edit('ranking', null, { ...base }, person)])
    const here = withFavourites(
      base,
      person,
      new Map([
        [noodles, true],
        [tea, false],
      ]),
    )
    const there = withFavourites(base, person, new Map([[soup, true]]))
    for (const [tablet, mine] of [
      [one, here],
      [two, there],
    ] as const) {
      const answer = await tablet.pushed([], [tablet.edit('ranking', { ...base }, { ...mine }, person)])
      expect(answer.edits).toMatchObject([{ outcome: 'merged' }])
    }
    const stored = (await synced(site, favouritesIdOf(person))) as JsonObject & Favourites
    expect(stored.dishes).toEqual({ [tea]: false, [noodles]: true, [soup]: true })

    // Marked and given up again without a network, on a terminal that never saw the other's mark.
    const unseen = withFavourites(base, person, new Map([[soup, false]]))
    await two.pushed([], [two.edit('ranking', { ...base }, { ...unseen }, person)])
    expect(((await synced(site, favouritesIdOf(person))) as JsonObject & Favourites).dishes[soup]).toBe(false)
    expect(await site.authority().list('inbox', 'conflict')).toEqual([])
  })

  it('nobody writes the favourites of somebody else', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const theirs = withFavourites(null, site.people.manager, new Map([[site.ids.next('dish'), true]]))
    const edit = tablet.edit('ranking', null, { ...theirs }, site.people.waiter)
    expect((await tablet.pushed([], [edit])).edits).toMatchObject([{ outcome: 'refused', code: 'right.missing' }])
  })
})

import { expect } from 'vitest'
import { digestOf, type JsonObject } from '../kernel/index.ts'
import { conflictSchema } from '../inbox/index.ts'
import { dishVersionOf, type Dish, type OptionGroup } from '../menu/index.ts'
import { SYNCED_COLLECTIONS, type SyncedCollection } from '../sync/index.ts'
import { openSite, type AuthoritySite, type SiteTerminal } from './authority-site.ts'

/** What both have, both have: one pass of replication each way. */
export function replicateBoth(a: AuthoritySite, b: AuthoritySite): void {
  for (const name of SYNCED_COLLECTIONS) {
    b.store.replicateFrom(a.store, name)
    a.store.replicateFrom(b.store, name)
  }
}

export async function sweepAll(site: AuthoritySite): Promise<number> {
  let documents = 0
  for (const collection of SYNCED_COLLECTIONS) {
    for (let bookmark: string | null | undefined; bookmark !== null;) {
      const step = await site.authority().sweep(collection, bookmark ?? null)
      documents += step.documents
      bookmark = step.bookmark
    }
  }
  return documents
}

/** Winners by id, with their revisions, and no leaf beside them. */
export async function contentOf(site: AuthoritySite): Promise<Record<string, JsonObject>> {
  const all: Record<string, JsonObject> = {}
  for (const name of SYNCED_COLLECTIONS) {
    for (const { id, rev, body, losers } of await site.store.list(name, null, 1_000)) {
      expect([id, losers]).toEqual([id, []])
      all[`${name} ${id}`] = { rev, digest: digestOf(body) }
    }
  }
  return all
}

/** Joined, folded on both sides, joined again: equal to the revision, and nothing is left to do. */
export async function joinSites(branch: AuthoritySite, office: AuthoritySite): Promise<void> {
  replicateBoth(branch, office)
  await Promise.all([sweepAll(branch), sweepAll(office)])
  replicateBoth(branch, office)
  await Promise.all([sweepAll(branch), sweepAll(office)])
  replicateBoth(branch, office)
  const content = await contentOf(branch)
  expect(await contentOf(office)).toEqual(content)
  expect([await sweepAll(branch), await sweepAll(office)]).toEqual([0, 0])
  expect(await contentOf(branch)).toEqual(content)
}

export async function openTwo() {
  const branch = await openSite()
  const office = await branch.partner()
  const [tablet, desk] = [await branch.enrol('tablet'), await office.enrol('desk')]
  replicateBoth(branch, office)
  return { branch, office, tablet, desk }
}

export async function readOne(site: AuthoritySite, collection: SyncedCollection, id: string): Promise<JsonObject> {
  const [document] = await site.authority().read(collection, [id])
  return document ?? {}
}

/** An edit of one dish by somebody who sees it as that server has it. */
export async function editDish(site: AuthoritySite, terminal: SiteTerminal, change: Partial<Dish>): Promise<void> {
  const seen = (await readOne(site, 'menu', site.dish.id)) as Dish
  const groups = (await Promise.all(
    seen.optionGroups.map((id) => readOne(site, 'menu', id)),
  )) as readonly JsonObject[] as OptionGroup[]
  const mine = { ...seen, ...change }
  const version = dishVersionOf(mine, groups, site.tax)
  await terminal.pushed(
    [],
    [terminal.edit('menu', null, version), terminal.edit('menu', seen, { ...mine, version: version.id })],
  )
  site.pass(1_000)
}

export const conflictsIn = async (site: AuthoritySite) =>
  (await site.authority().list('inbox', 'conflict')).map((found) => conflictSchema.parse(found))

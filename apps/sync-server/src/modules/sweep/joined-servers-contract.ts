import { randomBytes } from 'node:crypto'
import { createIdSource, digestOf, type JsonObject } from '@orderez/core/kernel'
import { foldOrder, type OrderDocument } from '@orderez/core/orders'
import { SYNCED_COLLECTIONS, type DocumentStore } from '@orderez/core/sync'
import { openSite, type AuthoritySite, type SiteTerminal } from '@orderez/core/testing/authority-site'
import { conflictsIn, editDish, readOne } from '@orderez/core/testing/joined-sites'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectionSetups } from '../../collections.ts'
import type { CouchAddress } from '../../store/couch-client.ts'
import { databaseName } from '../../store/couch-setup.ts'
import { openCouchStore } from '../../store/couch-store.ts'
import { replicate } from '../../store/replicate.ts'
import { startLeafSweeper, type LeafSweeper } from './leaf-sweeper.ts'

/** Two servers that keep documents, and how one comes by what the other has. */
export interface TwoCouches {
  readonly addresses: readonly [CouchAddress, CouchAddress]
  /** Resolves with the number of leaves that came, once they are there. */
  readonly replicate?: (from: CouchAddress, to: CouchAddress, database: string) => Promise<number>
  close(databases: readonly string[]): Promise<void>
}

const ids = createIdSource({ now: () => Date.now(), random: (bytes) => randomBytes(bytes) })

/** A branch and a head office, each with a store, an authority and a sweeper of its own: what they are after they were apart. */
export function joinedServersContract(name: string, open: () => Promise<TwoCouches>): void {
  describe(`a branch and a head office on ${name}`, () => {
    const prefix = `joined-${ids.next('branch').slice(-12)}`
    const stores: DocumentStore[] = []
    const sweepers: LeafSweeper[] = []
    let couches: TwoCouches
    let branch: AuthoritySite
    let office: AuthoritySite
    let tablet: SiteTerminal
    let desk: SiteTerminal

    beforeAll(async () => {
      couches = await open()
      for (const address of couches.addresses) stores.push(await openCouchStore(address, prefix, collectionSetups()))
      const waiting = [...stores]
      branch = await openSite({ wrap: (memory) => waiting.shift() ?? memory })
      office = await branch.partner()
      ;[tablet, desk] = [await branch.enrol('tablet'), await office.enrol('desk')]
      await copyBoth()
      for (const [index, site] of [branch, office].entries()) {
        const store = stores[index]
        if (store)
          sweepers.push(
            startLeafSweeper({ authority: site.authority(), store, failed: (cause) => failures.push(cause) }),
          )
      }
    })
    const failures: unknown[] = []
    afterAll(async () => {
      for (const sweeper of sweepers) await sweeper.stop()
      for (const store of stores) await store.close()
      await couches.close(SYNCED_COLLECTIONS.map((collection) => databaseName(prefix, collection)))
      expect(failures).toEqual([])
    })

    async function copyBoth(): Promise<number> {
      const [a, b] = couches.addresses
      const copy = couches.replicate ?? replicate
      let copied = 0
      for (const collection of SYNCED_COLLECTIONS) {
        const database = databaseName(prefix, collection)
        copied += await copy(a, b, database)
        copied += await copy(b, a, database)
      }
      return copied
    }

    async function conflicted(): Promise<number> {
      const pages = stores.flatMap((store) => SYNCED_COLLECTIONS.map((collection) => store.conflicted(collection, 500)))
      return (await Promise.all(pages)).reduce((sum, { documents }) => sum + documents.length, 0)
    }

    /** Until neither has anything for the other; the sweepers have to find by themselves what came. */
    async function joined(): Promise<number> {
      let rounds = 0
      for (let copied = 1; copied > 0; rounds += 1) {
        expect(rounds).toBeLessThan(8)
        copied = await copyBoth()
        await expect.poll(conflicted, { timeout: 20_000, interval: 100 }).toBe(0)
        await Promise.all(sweepers.map((sweeper) => sweeper.idle()))
      }
      return rounds
    }

    async function contentOf(store: DocumentStore): Promise<Record<string, JsonObject>> {
      const all: Record<string, JsonObject> = {}
      for (const collection of SYNCED_COLLECTIONS) {
        for (const { id, body, header, losers } of await store.list(collection, null, 1_000)) {
          expect([id, losers]).toEqual([id, []])
          all[`${collection} ${id}`] = { header, digest: digestOf(body) }
        }
      }
      return all
    }
    const places = () =>
      Promise.all(stores.flatMap((store) => SYNCED_COLLECTIONS.map((collection) => store.seq(collection))))

    it('joined again, have the same, with the conflicts in the inbox and no leaf left, and come to rest', async () => {
      const [shared, late] = [branch.ids.next('order'), branch.ids.next('order')]
      await tablet.pushed([tablet.open(shared), tablet.send(shared), tablet.open(late), tablet.send(late)])
      await joined()

      await editDish(branch, tablet, { price: 4_200, sort: 4 })
      await editDish(office, desk, { minutes: 9, sort: 6 })
      await tablet.pushed([], [tablet.edit('menu', branch.group, { ...branch.group, deleted: true })])
      await desk.pushed([], [desk.edit('menu', branch.group, { ...branch.group, max: 2 })])
      await tablet.pushed([tablet.send(shared), tablet.note(shared, 'by the window')])
      await desk.pushed([desk.send(shared), desk.note(shared, 'no peanuts')])
      const basis = { units: [], charges: [], discounts: [], due: 0, seen: { count: 2, digest: digestOf('seen') } }
      await tablet.pushed(tablet.log(tablet.draft(late, 'closed', { basis }, branch.people.cashier)))
      await desk.pushed([desk.send(late)])
      await joined()

      const [here, there] = await Promise.all(stores.map(contentOf))
      expect(there).toEqual(here)
      const dish = await readOne(office, 'menu', branch.dish.id)
      expect(dish).toMatchObject({ price: 4_200, minutes: 9, sort: 4 })
      expect(await readOne(branch, 'menu', String(dish['version']))).toMatchObject({ price: 4_200 })
      expect(await readOne(branch, 'menu', branch.group.id)).toMatchObject({ deleted: true, max: 2 })
      const conflicts = await conflictsIn(branch)
      expect(conflicts).toMatchObject([
        {
          document: branch.dish.id,
          fields: [{ path: ['sort'], base: 1, theirs: 4, mine: 6 }],
          theirs: { terminal: tablet.actor.terminal },
          mine: { terminal: desk.actor.terminal },
        },
      ])
      expect(await conflictsIn(office)).toEqual(conflicts)
      for (const [order, facts, lines] of [
        [shared, 6, 3],
        [late, 4, 2],
      ] as const) {
        const document = (await readOne(office, 'orders', order)) as JsonObject as OrderDocument
        expect(Object.keys(document.facts)).toHaveLength(facts)
        expect(Object.values(document.verdicts).every(({ decision }) => decision === 'accepted')).toBe(true)
        expect(foldOrder(document, null).lines.size).toBe(lines)
        expect((await tablet.pullAll('orders')).get(order)).toEqual(document)
      }

      const before = await places()
      expect(await copyBoth()).toBe(0)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await Promise.all(sweepers.map((sweeper) => sweeper.idle()))
      expect(await places()).toEqual(before)
    })

    it('go on while they are replicated and swept, and end equal', async () => {
      for (let round = 1; round <= 4; round += 1) {
        const order = branch.ids.next('order')
        await tablet.pushed([tablet.open(order)])
        await Promise.all([
          editDish(branch, tablet, { price: 5_000 + round }),
          editDish(office, desk, { minutes: 10 + round }),
        ])
        const copying = copyBoth()
        await Promise.all([
          editDish(branch, tablet, { price: 6_000 + round }),
          desk.pushed([desk.note(order, `round ${round}`)]),
          tablet.pushed([tablet.send(order)]),
        ])
        await copying
      }
      await joined()
      const [here, there] = await Promise.all(stores.map(contentOf))
      expect(there).toEqual(here)
      expect(await readOne(office, 'menu', branch.dish.id)).toMatchObject({ price: 6_004, minutes: 14 })
    })
  })
}

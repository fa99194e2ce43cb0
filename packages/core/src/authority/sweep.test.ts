import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { JsonObject, OrderId } from '../kernel/index.ts'
import { liftRecord, recordTypeOf, type DocumentStore } from '../sync/index.ts'
import { openSite } from '../testing/authority-site.ts'
import type { MemoryDocumentStore, StoreCall, StoreFault } from '../testing/memory-document-store.ts'
import {
  contentOf,
  conflictsIn,
  editDish,
  joinSites,
  openTwo,
  replicateBoth,
  sweepAll,
} from '../testing/joined-sites.ts'
import { foldStored } from './stored-record.ts'

describe('a sweep', () => {
  /** A branch whose store does as it is told from `from` calls on, with an office that has gone another way. */
  async function apart(fault: (call: StoreCall, name: string) => StoreFault | null) {
    const branch = await openSite({ fault })
    const office = await branch.partner()
    const tablet = await branch.enrol('tablet')
    replicateBoth(branch, office)
    const order = branch.ids.next('order') satisfies OrderId
    await tablet.pushed([tablet.open(order)])
    replicateBoth(branch, office)
    await editDish(branch, tablet, { sort: 2, price: 4_200 })
    await tablet.pushed([tablet.send(order)])
    const desk = await office.enrol('desk')
    await editDish(office, desk, { sort: 3, minutes: 4 })
    await desk.pushed([desk.note(order, 'mild')])
    return { branch, office }
  }

  const kinds: StoreFault[] = [{ kind: 'unavailable' }, { kind: 'lostAnswer' }, { kind: 'lostAnswer', applied: 0 }]
  test.each(kinds)('A24: cut off at any call of the store (%j), the next one makes the same of it', async (fault) => {
    const whole = await apart(() => null)
    await joinSites(whole.branch, whole.office)
    const wanted = Object.values(await contentOf(whole.branch)).length
    let cuts = 0
    for (let at = 0, more = true; more; at += 1) {
      let calls = -1_000_000
      let isDead = false
      const { branch, office } = await apart(() => {
        calls += 1
        isDead ||= calls === at
        return isDead ? fault : null
      })
      replicateBoth(branch, office)
      calls = -1
      await sweepAll(branch).catch(() => 0)
      more = isDead
      isDead = false
      calls = -1_000_000
      await branch.restart()
      await joinSites(branch, office)
      expect(Object.values(await contentOf(branch))).toHaveLength(wanted)
      expect(await conflictsIn(branch)).toMatchObject([{ fields: [{ path: ['sort'], base: 1, theirs: 2, mine: 3 }] }])
      cuts = at
    }
    expect(cuts).toBeGreaterThan(10)
  })

  test('A24: takes fifty documents a step and begins where it stopped', async () => {
    const { branch, office, tablet, desk } = await openTwo()
    const orders = Array.from({ length: 120 }, () => branch.ids.next('order'))
    for (const order of orders) await tablet.pushed([tablet.open(order)])
    replicateBoth(branch, office)
    for (const order of orders) {
      await tablet.pushed([tablet.note(order, 'here')])
      await desk.pushed([desk.note(order, 'there')])
    }
    replicateBoth(branch, office)
    const steps: number[] = []
    for (let bookmark: string | null | undefined; bookmark !== null;) {
      const step = await branch.authority().sweep('orders', bookmark ?? null)
      steps.push(step.documents)
      bookmark = step.bookmark
    }
    expect(steps).toEqual([50, 50, 20])
    await joinSites(branch, office)
  })

  test('A24: a leaf that came unheard is not overwritten by a write on what is kept', async () => {
    const unheard = (store: MemoryDocumentStore): DocumentStore =>
      new Proxy(store, {
        get(target, key) {
          if (key === 'watch') return () => () => undefined
          const value: unknown = Reflect.get(target, key)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
    const branch = await openSite({ wrap: unheard })
    const office = await branch.partner()
    const tablet = await branch.enrol('tablet')
    replicateBoth(branch, office)
    const order = branch.ids.next('order')
    await tablet.pushed([tablet.open(order)])
    replicateBoth(branch, office)
    // Two writes there, so that their leaf wins over what the branch keeps and writes on.
    for (const text of ['one', 'two']) {
      const epoch = office.authority().epoch()
      const facts = [tablet.note(order, text)]
      await office.authority().push(tablet.actor, { branch: branch.branch, epoch, facts, edits: [] })
    }
    await tablet.pushed([tablet.note(order, 'three')])
    replicateBoth(branch, office)
    await tablet.pushed([tablet.note(order, 'four')])
    expect((await branch.store.read('orders', [order]))[0]?.losers).toHaveLength(1)
    await joinSites(branch, office)
    const [stored] = await branch.store.read('orders', [order])
    const texts = Object.values(stored?.body['facts'] ?? {}).map((fact) => (fact as { body: JsonObject }).body['text'])
    expect(new Set(texts)).toEqual(new Set([undefined, 'one', 'two', 'three', 'four']))
  })

  test('A20, A24: terminals hear of it, and have what came', async () => {
    const { branch, office, tablet, desk } = await openTwo()
    await editDish(branch, tablet, { price: 4_200 })
    await editDish(office, desk, { minutes: 4 })
    replicateBoth(branch, office)
    const heard: string[] = []
    branch.authority().subscribe((names) => void heard.push(...names))
    await sweepAll(branch)
    expect(heard).toContain('menu')
    expect((await tablet.pullAll('menu')).get(branch.dish.id)).toMatchObject({ price: 4_200, minutes: 4 })
  })

  test('A24: leaves of a newer server stay for that one, and hold up nothing', async () => {
    const { branch, tablet } = await openTwo()
    const newer = { document: { ...branch.dish, v: 2, spice: { level: 3 } }, edits: [] }
    branch.store.addLoser('menu', branch.dish.id, newer)
    branch.store.addLoser('menu', branch.group.id, { document: { ...branch.group, deleted: true }, edits: [] })
    await sweepAll(branch)
    await editDish(branch, tablet, { price: 4_200 })
    const [dish, group] = await branch.store.read('menu', [branch.dish.id, branch.group.id])
    expect(dish).toMatchObject({ body: { document: { price: 4_200 } }, losers: [{ body: newer }] })
    expect(group).toMatchObject({ body: { document: { deleted: true } }, losers: [] })
  })

  test('A24: a leaf of an older version is lifted before it is folded', async () => {
    const table = recordTypeOf('table')
    if (!table) throw new Error('no table')
    const migrations = { 1: ({ seats, ...rest }: JsonObject) => ({ ...rest, places: seats ?? 0 }) }
    const newest = { ...table, version: 2, migrations, schema: z.looseObject({}) }
    const old = { id: 't', kind: 'table', v: 1, label: 'A1', seats: 4 }
    const stored = {
      id: 't',
      rev: '2-a',
      header: {},
      body: { document: { ...liftRecord(newest, old), label: 'A2' }, edits: [] },
      losers: [{ rev: '1-a', body: { document: { ...old, x: 7 }, edits: [] } }],
    }
    const { record } = foldStored(stored, () => newest)
    expect(record.document).toMatchObject({ v: 2, places: 4, label: 'A2', x: 7 })
    expect(record.document).not.toHaveProperty('seats')
  })
})

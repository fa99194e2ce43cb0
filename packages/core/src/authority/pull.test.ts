import { describe, expect, test } from 'vitest'
import type { Checkpoint } from '../sync/index.ts'
import { openSite, type SiteTerminal } from '../testing/authority-site.ts'

const DAY_MS = 86_400_000

async function pulled(
  tablet: SiteTerminal,
  collection: 'orders' | 'menu' | 'floor',
  checkpoint: Checkpoint | null,
  limit = 100,
) {
  const page = await tablet.pull(collection, checkpoint, limit)
  if (!page.ok) throw new Error(page.code)
  return page.value
}

describe('a first copy', () => {
  test('A17: what changes while it is read comes as a change; nothing falls between', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const orders = Array.from({ length: 5 }, () => site.ids.next('order'))
    await tablet.pushed(orders.map((order) => tablet.open(order)))
    let page = await pulled(tablet, 'orders', null, 2)
    expect(page.documents).toHaveLength(2)
    await tablet.pushed([
      tablet.note(orders[0] ?? site.ids.next('order'), 'meanwhile'),
      tablet.open(site.ids.next('order')),
    ])
    const seen = new Map(page.documents.map((document) => [document['id'], document]))
    while (page.more) {
      page = await pulled(tablet, 'orders', page.checkpoint, 2)
      for (const document of page.documents) seen.set(document['id'], document)
    }
    expect(seen.size).toBe(6)
    expect(JSON.stringify(seen.get(orders[0]))).toContain('meanwhile')
    expect(page.checkpoint.snapshot).toBeUndefined()
    const quiet = await pulled(tablet, 'orders', page.checkpoint)
    expect(quiet).toMatchObject({ documents: [], more: false, restarted: false })
    expect(quiet.checkpoint).toEqual(page.checkpoint)
  })

  test('A17: has open orders of any age first, then closed ones of 14 business days', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const basis = { units: [], charges: [], discounts: [], due: 0, seen: { count: 0, digest: '0'.repeat(64) } }
    const [oldOpen, oldClosed, recent] = [site.ids.next('order'), site.ids.next('order'), site.ids.next('order')]
    const close = (order: typeof recent) => tablet.log(tablet.draft(order, 'closed', { basis }))
    await tablet.pushed([tablet.open(oldOpen), tablet.open(oldClosed), ...close(oldClosed)])
    site.pass(20 * DAY_MS)
    await tablet.pushed([tablet.open(recent), ...close(recent)])
    const first = await pulled(tablet, 'orders', null)
    expect(first.documents.map(({ id }) => id)).toEqual([oldOpen])
    expect([...(await tablet.pullAll('orders')).keys()].sort()).toEqual([oldOpen, recent].sort())
  })

  test('A17: a page never holds more than was asked for, and each is gone on from where it ended', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const menu = Array.from({ length: 9 }, (_, sort) => ({ ...site.dish, id: site.ids.next('dish'), sort }))
    await site.authority().put('menu', menu)
    let page = await pulled(tablet, 'menu', null, 4)
    const sizes = [page.documents.length]
    while (page.more) {
      page = await pulled(tablet, 'menu', page.checkpoint, 4)
      sizes.push(page.documents.length)
    }
    // Twelve documents: the list is known to end when a page is empty, and then the changes are asked.
    expect(sizes).toEqual([4, 4, 4, 0, 0])
  })
})

describe('a checkpoint', () => {
  test.each([
    ['another place', (checkpoint: Checkpoint) => ({ ...checkpoint, seq: '0.999999' })],
    ['another epoch', (checkpoint: Checkpoint) => ({ ...checkpoint, epoch: 'zzzz' })],
    ['another step', (checkpoint: Checkpoint) => ({ ...checkpoint, snapshot: { step: 9, after: '["x","y"]' } })],
    ['no mark', (checkpoint: Checkpoint) => ({ ...checkpoint, scope: 'x' })],
  ])('A17: with %s is not ours: cursor.invalid, and nothing changes', async (_name, change) => {
    const site = await openSite()
    const tablet = await site.enrol()
    const { checkpoint } = await pulled(tablet, 'menu', null)
    const epoch = site.authority().epoch()
    expect(await tablet.pull('menu', change(checkpoint))).toMatchObject({ ok: false, code: 'cursor.invalid' })
    expect(site.authority().epoch()).toBe(epoch)
  })

  test('A17: belongs to its collection', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const { checkpoint } = await pulled(tablet, 'menu', null)
    expect(await tablet.pull('orders', checkpoint)).toMatchObject({ ok: false, code: 'cursor.invalid' })
  })
})

describe('what is seen', () => {
  test('A18: documents without the journal, and no other branch', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    await tablet.pushed([], [tablet.edit('menu', site.dish, { ...site.dish, soldOut: true })])
    const fetched = await site
      .authority()
      .fetch(tablet.actor, { branch: site.branch, collection: 'menu', ids: [site.dish.id, 'dsh_x'] })
    expect(fetched).toMatchObject({ ok: true, value: { documents: [{ ...site.dish, soldOut: true }] } })
    const [own] = await site.authority().read('branch', [site.branch])
    await site.authority().put('branch', [{ ...own, id: site.ids.next('branch') }])
    const branches = [...(await tablet.pullAll('branch')).values()].filter(({ kind }) => kind === 'branch')
    expect(branches.map(({ id }) => id)).toEqual([site.branch])
  })

  test('A20: signals name the collection, after it is stored; none after drain', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const heard: string[] = []
    const stop = site.authority().subscribe((collections) => heard.push(...collections))
    await tablet.pushed([tablet.open(site.ids.next('order'))])
    expect(new Set(heard)).toEqual(new Set(['orders']))
    stop()
    heard.length = 0
    await tablet.pushed([tablet.open(site.ids.next('order'))])
    expect(heard).toEqual([])
    await site.authority().drain()
    expect(await tablet.push([tablet.open(site.ids.next('order'))])).toMatchObject({ code: 'authority.unavailable' })
  })

  test('A11: drain lets what is under way be decided', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const answer = tablet.push([tablet.open(order), 'a letter for the inbox'])
    await site.authority().drain()
    expect(await site.store.list('inbox', null, 10)).toHaveLength(1)
    expect(await answer).toMatchObject({
      ok: true,
      value: { facts: [{ outcome: 'decided' }, { outcome: 'deadLetter' }] },
    })
    expect(await site.authority().read('orders', [order])).toHaveLength(1)
  })
})

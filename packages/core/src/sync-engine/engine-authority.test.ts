import { beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson, type JsonObject, type OrderId } from '../kernel/index.ts'
import { foldOrder, type FactDraft } from '../orders/index.ts'
import { createAuthorityLink, type AuthorityLink } from '../testing/authority-link.ts'
import { openSite, type AuthoritySite } from '../testing/authority-site.ts'
import { createTerminalScene, type TerminalScene } from '../testing/terminal-scene.ts'
import { createVirtualTime, type VirtualTime } from '../testing/virtual-time.ts'

interface Tablet {
  readonly link: AuthorityLink
  readonly scene: TerminalScene
}

/** The day of the site's clock. */
const START = Date.UTC(2026, 10, 20, 11, 0)

let time: VirtualTime
let site: AuthoritySite

beforeEach(async () => {
  time = createVirtualTime(START)
  site = await openSite()
})

async function tablet(seed: number): Promise<Tablet> {
  const { actor } = await site.enrol(`tablet ${seed}`)
  const link = createAuthorityLink(() => site.authority(), actor, time)
  const scene = await createTerminalScene({
    link,
    time,
    seed,
    branch: site.branch,
    terminal: actor.terminal,
    person: site.people.waiter,
  })
  await scene.engine.start()
  await time.advance(1_000)
  return { link, scene }
}

const status = ({ scene }: Tablet) => scene.engine.status()

function round({ scene }: Tablet, order: OrderId, lines = 1): FactDraft {
  return {
    ...scene.opening(order),
    id: scene.ids.next('fact'),
    kind: 'roundSent',
    body: { round: scene.ids.next('round'), lines: Array.from({ length: lines }, () => site.line()) },
  }
}

async function openTable(at: Tablet): Promise<OrderId> {
  const order = at.scene.ids.next('order')
  await at.scene.engine.record([at.scene.opening(order), round(at, order, 2)])
  return order
}

async function onServer(order: OrderId): Promise<JsonObject | undefined> {
  return (await site.store.read('orders', [order]))[0]?.body
}

/** C1: server and terminals hold the same, to the byte. */
async function expectEqual(order: OrderId, ...tablets: readonly Tablet[]): Promise<void> {
  const stored = canonicalJson((await onServer(order)) ?? null)
  for (const { scene } of tablets) expect(canonicalJson((await scene.order(order)) ?? null)).toBe(stored)
}

describe('two terminals and the server', () => {
  it('bring an order from one to the other at once', async () => {
    const [waiter, kitchen] = [await tablet(1), await tablet(2)]
    const order = await openTable(waiter)
    await time.settle()
    const seen = await kitchen.scene.order(order)
    expect(seen && foldOrder(seen, kitchen.scene.terminal).lines.size).toBe(2)
    expect(status(waiter).undecided).toBe(0)
    await expectEqual(order, waiter, kitchen)
  })

  it('become equal after both worked apart (C1, C3)', async () => {
    const [first, second] = [await tablet(1), await tablet(2)]
    const order = await openTable(first)
    await time.settle()
    first.link.online = second.link.online = false
    await first.scene.engine.record([round(first, order), ...first.scene.notes(order, 'first')])
    await second.scene.engine.record([round(second, order), ...second.scene.notes(order, 'second')])
    const apart = await openTable(second)
    await time.advance(60_000)
    expect([status(first).undecided, status(second).undecided]).toEqual([2, 4])
    first.link.online = second.link.online = true
    await time.advance(60_000)
    expect([status(first).undecided, status(second).undecided]).toEqual([0, 0])
    await expectEqual(order, first, second)
    await expectEqual(apart, first, second)
    const merged = await first.scene.order(order)
    expect(merged && foldOrder(merged, null).lines.size).toBe(4)
  })

  it('count nothing twice when answers are lost and requests come twice (S10)', async () => {
    const [first, second] = [await tablet(1), await tablet(2)]
    first.link.losesAnswers = 3
    first.link.duplicates = second.link.duplicates = true
    const order = await openTable(first)
    await time.advance(30_000)
    expect(status(first).undecided).toBe(0)
    await expectEqual(order, first, second)
    expect(Object.keys((await first.scene.order(order))?.facts ?? {})).toHaveLength(2)
  })

  it('wait out a server that cannot decide', async () => {
    const waiter = await tablet(1)
    waiter.link.unavailable = true
    const order = await openTable(waiter)
    await time.advance(300_000)
    expect(status(waiter).undecided).toBe(2)
    waiter.link.unavailable = false
    await time.advance(60_000)
    expect(status(waiter)).toMatchObject({ undecided: 0, link: 'online' })
    await expectEqual(order, waiter)
  })

  it('notice a stream that went silent and catch up', async () => {
    const [waiter, kitchen] = [await tablet(1), await tablet(2)]
    kitchen.link.silent = true
    await time.advance(4_000)
    const order = await openTable(waiter)
    await time.advance(5_000)
    expect(await kitchen.scene.order(order)).toBeUndefined()
    await time.advance(20_000)
    expect(status(kitchen).link).not.toBe('online')
    kitchen.link.silent = false
    await time.advance(40_000)
    expect(status(kitchen).link).toBe('online')
    await expectEqual(order, waiter, kitchen)
  })

  it('lose nothing when a terminal dies and its store is wiped', async () => {
    const [waiter, kitchen] = [await tablet(1), await tablet(2)]
    const before = await openTable(waiter)
    await time.settle()
    waiter.link.online = false
    const offline = await openTable(waiter)
    waiter.scene.storeDisk.wipe()
    await waiter.scene.crash()
    expect(status(waiter).undecided).toBe(4)
    waiter.link.online = true
    await time.advance(60_000)
    expect(status(waiter)).toMatchObject({ undecided: 0, held: 0, refused: 0 })
    await expectEqual(before, waiter, kitchen)
    await expectEqual(offline, waiter, kitchen)
  })

  it('fill a server that was restored from an older copy (E8)', async () => {
    const [waiter, kitchen] = [await tablet(1), await tablet(2)]
    const old = site.store.snapshot()
    const order = await openTable(waiter)
    await time.advance(10_000)
    const epoch = status(waiter).epoch
    site.store.restore(old)
    await site.restart()
    expect(await onServer(order)).toBeUndefined()
    for (const { link } of [waiter, kitchen]) link.silent = true
    await time.advance(20_000)
    for (const { link } of [waiter, kitchen]) link.silent = false
    await time.advance(60_000)
    expect(status(waiter).epoch).not.toBe(epoch)
    expect(status(kitchen).epoch).toBe(status(waiter).epoch)
    expect(status(waiter)).toMatchObject({ undecided: 0, link: 'online' })
    expect(Object.keys(((await onServer(order))?.['facts'] as JsonObject | undefined) ?? {})).toHaveLength(2)
    await expectEqual(order, waiter, kitchen)
    const settled = status(waiter).epoch
    await time.advance(120_000)
    expect(status(waiter).epoch).toBe(settled)
  })

  it('fill a restored server with what only the store has: the log was lost, or dropped after a week (E8)', async () => {
    const [waiter, kitchen] = [await tablet(1), await tablet(2)]
    const old = site.store.snapshot()
    const order = await openTable(waiter)
    await time.advance(10_000)
    waiter.scene.logDisk.wipe()
    await waiter.scene.crash({ store: 1_000 })
    await time.advance(10_000)
    site.store.restore(old)
    await site.restart()
    for (const { link } of [waiter, kitchen]) link.silent = true
    await time.advance(20_000)
    for (const { link } of [waiter, kitchen]) link.silent = false
    await time.advance(60_000)
    expect(Object.keys(((await onServer(order))?.['facts'] as JsonObject | undefined) ?? {})).toHaveLength(2)
    await expectEqual(order, waiter, kitchen)
  })

  it('keep both lives of a profile that was restored, under two incarnations (E14)', async () => {
    const [waiter, kitchen] = [await tablet(1), await tablet(2)]
    const first = await openTable(waiter)
    await time.advance(1_000)
    const [log, store] = [waiter.scene.logDisk.image(), waiter.scene.storeDisk.image()]
    const lost = await openTable(waiter)
    await time.advance(1_000)
    waiter.scene.logDisk.restore(log)
    waiter.scene.storeDisk.restore(store)
    await waiter.scene.crash()
    await time.advance(60_000)
    expect(status(waiter).breaks).toEqual(['log.behind'])
    const next = await openTable(waiter)
    await time.advance(60_000)
    expect(status(waiter)).toMatchObject({ undecided: 0, held: 0 })
    for (const order of [first, lost, next]) await expectEqual(order, waiter, kitchen)
  })

  it('merge edits of one dish that were made apart', async () => {
    const [first, second] = [await tablet(1), await tablet(2)]
    const dishAt = async ({ scene }: Tablet) => (await scene.store.readDocuments('menu', [site.dish.id]))[0]
    expect(await dishAt(first)).toMatchObject({ id: site.dish.id })
    first.link.online = second.link.online = false
    const { id } = site.dish
    await first.scene.engine.edit('menu', { ...(await dishAt(first)), id, soldOut: true }, site.people.manager)
    await second.scene.engine.edit('menu', { ...(await dishAt(second)), id, sort: 42 }, site.people.manager)
    await time.advance(30_000)
    first.link.online = true
    first.link.losesAnswers = 2
    await time.advance(60_000)
    second.link.online = true
    await time.advance(60_000)
    for (const each of [first, second]) {
      expect(await dishAt(each)).toMatchObject({ soldOut: true, sort: 42 })
      expect(status(each)).toMatchObject({ pendingEdits: 0, refusedEdits: [] })
    }
    expect(canonicalJson((await dishAt(first)) ?? null)).toBe(canonicalJson((await dishAt(second)) ?? null))
  })

  it('restore a dish that a waiter may not change, and say so', async () => {
    const [waiter] = [await tablet(1)]
    const dish = (await waiter.scene.store.readDocuments('menu', [site.dish.id]))[0]
    await waiter.scene.engine.edit('menu', { ...dish, id: site.dish.id, price: 1 }, site.people.waiter)
    await time.advance(1_000)
    expect((await waiter.scene.store.readDocuments('menu', [site.dish.id]))[0]).toEqual(dish)
    expect(status(waiter)).toMatchObject({
      pendingEdits: 0,
      refusedEdits: [{ document: site.dish.id, mine: { price: 1 } }],
    })
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type OrderId } from '../kernel/index.ts'
import type { PullRequest, SyncedCollection } from '../sync/index.ts'
import { createScriptedLink, nothingNew, type ScriptedLink } from '../testing/scripted-link.ts'
import { holding, pageOf, servedOrder, servePages } from '../testing/served-orders.ts'
import { createTerminalScene, type SceneOptions, type TerminalScene } from '../testing/terminal-scene.ts'
import { createVirtualTime, type VirtualTime } from '../testing/virtual-time.ts'

let time: VirtualTime
let link: ScriptedLink
let scene: TerminalScene
let order: OrderId

async function online(options: Partial<SceneOptions> = {}): Promise<void> {
  scene = await createTerminalScene({ link, time, ...options })
  order = scene.ids.next('order')
  await scene.engine.start()
  await time.settle()
}

const status = () => scene.engine.status()
const openTable = () => scene.engine.record([scene.opening(order), ...scene.notes(order, 'window')])
const pullsOf = (collection: SyncedCollection) => link.pulls.filter((pull) => pull.collection === collection)

beforeEach(() => {
  time = createVirtualTime()
  link = createScriptedLink()
})

describe('pulling (E7)', () => {
  it('reads page by page and goes on from the place of the last', async () => {
    await online()
    const [first, second] = [scene.ids.next('order'), scene.ids.next('order')]
    servePages(link, 'orders', [
      pageOf(link, [servedOrder(scene, first)], '10', true),
      pageOf(link, [servedOrder(scene, second)], '20'),
    ])
    link.pulls.length = 0
    link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    expect(pullsOf('orders').map(({ checkpoint }) => checkpoint?.seq)).toEqual(['1', '10'])
    expect(await scene.store.readOrders([first, second])).toHaveLength(2)
    link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    expect(pullsOf('orders').at(-1)?.checkpoint?.seq).toBe('20')
  })

  it('pulls only what was signalled', async () => {
    await online()
    link.pulls.length = 0
    link.say({ type: 'changed', collections: ['menu'] })
    await time.settle()
    expect(link.pulls.map(({ collection }) => collection)).toEqual(['menu'])
  })

  it('keeps one pull under way and one waiting, however many signals come', async () => {
    await online()
    let release = () => {}
    link.script.pull = (request) =>
      new Promise((resolve) => (release = () => resolve(ok(nothingNew(link, request.checkpoint?.seq)))))
    link.pulls.length = 0
    link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    for (let signal = 0; signal < 10; signal += 1) link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    expect(link.pulls).toHaveLength(1)
    release()
    await time.settle()
    release()
    await time.settle()
    expect(link.pulls).toHaveLength(2)
  })

  it('does not wait for a push of facts that is under way', async () => {
    await online()
    link.script.push = () => new Promise(() => {})
    await openTable()
    link.pulls.length = 0
    link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    expect(pullsOf('orders')).toHaveLength(1)
  })

  it('saves the place only after the documents are visible, whenever the process dies', async () => {
    let broken = false
    await online({
      beforeStore: (call) => (broken && call === 'mergeOrders' ? new Promise(() => {}) : Promise.resolve()),
    })
    const arriving = scene.ids.next('order')
    const document = servedOrder(scene, arriving)
    servePages(link, 'orders', [pageOf(link, [document], '10')])
    broken = true
    link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    broken = false
    servePages(link, 'orders', [pageOf(link, [document], '10')])
    link.pulls.length = 0
    await scene.crash({ store: 1_000 })
    await time.advance(1_000)
    expect(pullsOf('orders')[0]?.checkpoint?.seq).not.toBe('10')
    expect(await scene.order(arriving)).toBeDefined()
  })

  it('takes a verdict that comes with a pull for an answer', async () => {
    await online()
    link.script.push = async () => err('link.offline')
    const facts = await openTable()
    await time.settle()
    servePages(link, 'orders', [pageOf(link, [holding(order, facts)], '10')])
    link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    expect(status().undecided).toBe(0)
  })

  it('passes over a document that it cannot read (C4)', async () => {
    await online()
    const arriving = scene.ids.next('order')
    servePages(link, 'orders', [
      pageOf(link, [{ id: 'x', kind: 'orderOfTheFuture', v: 7 }, servedOrder(scene, arriving)], '10'),
    ])
    link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    expect(await scene.order(arriving)).toBeDefined()
    expect(status().link).toBe('online')
  })

  it('begins anew when the server does not take the place', async () => {
    await online()
    link.script.pull = async ({ collection, checkpoint }: PullRequest) =>
      collection === 'orders' && checkpoint ? err('link.rejected') : ok(nothingNew(link, '5'))
    link.say({ type: 'changed', collections: ['orders'] })
    await time.advance(40_000)
    expect(
      pullsOf('orders')
        .slice(2)
        .map(({ checkpoint }) => checkpoint),
    ).toContain(null)
  })
})

describe('partial orders (E9)', () => {
  it('are fetched when they appear', async () => {
    await online()
    const partial = scene.ids.next('order')
    const whole = servedOrder(scene, partial)
    link.script.fetch = async () => ok({ epoch: link.epoch, serverTime: link.serverTime, documents: [whole] })
    servePages(link, 'orders', [pageOf(link, [servedOrder(scene, partial, false)], '10')])
    link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    expect(link.fetches.map(({ ids }) => ids)).toEqual([[partial]])
    expect(Object.keys((await scene.order(partial))?.facts ?? {}).length).toBeGreaterThan(1)
  })

  it('are fetched when this terminal writes into an order that it does not hold, once it can', async () => {
    link.online = false
    await online()
    await scene.engine.record(scene.notes(order, 'unseen'))
    expect(link.fetches).toHaveLength(0)
    link.online = true
    await time.advance(60_000)
    expect(link.fetches.map(({ ids }) => ids)).toEqual([[order]])
  })

  it('are not fetched where the opening is here', async () => {
    await online()
    await openTable()
    await scene.engine.record(scene.notes(order, 'more'))
    await time.settle()
    expect(link.fetches).toHaveLength(0)
  })

  it('are looked up on request', async () => {
    await online()
    const wanted = Array.from({ length: 150 }, () => scene.ids.next('order'))
    const byId = new Map(wanted.map((id) => [id as string, servedOrder(scene, id)]))
    link.script.fetch = async ({ ids }) =>
      ok({ epoch: link.epoch, serverTime: link.serverTime, documents: ids.flatMap((id) => byId.get(id) ?? []) })
    expect(await scene.engine.fetchOrders(wanted)).toEqual(ok(null))
    expect(await scene.store.readOrders(wanted)).toHaveLength(150)
    link.online = false
    expect(await scene.engine.fetchOrders(wanted)).toEqual(err('link.offline'))
  })
})

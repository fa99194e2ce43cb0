import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type JsonObject, type OrderId } from '../kernel/index.ts'
import { chainFacts, emptyOrder, startLog, type Fact, type OrderDocument } from '../orders/index.ts'
import type { PullRequest, PullResponse, SyncedCollection } from '../sync/index.ts'
import {
  accepted,
  acceptAll,
  createScriptedLink,
  nothingNew,
  pushedFacts,
  type ScriptedLink,
} from '../testing/scripted-link.ts'
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

/** Facts of another terminal, as the server would serve them. */
function served(of: OrderId, withOpening = true): OrderDocument {
  const log = startLog(scene.ids.next('terminal'), scene.ids.next('incarnation'))
  const drafts = [...(withOpening ? [scene.opening(of)] : []), ...scene.notes(of, 'from elsewhere')]
  return holding(of, chainFacts(log, drafts).facts)
}

function holding(of: OrderId, facts: readonly Fact[]): OrderDocument {
  return {
    ...emptyOrder(of),
    facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])),
    verdicts: Object.fromEntries(facts.map((fact) => [fact.id, accepted(fact)])),
  }
}

function page(documents: readonly JsonObject[], seq: string, more = false): PullResponse {
  return { ...nothingNew(link, seq), documents: [...documents], more }
}

/** Answers pulls of one collection, page after page; the others have nothing. */
function servePages(collection: SyncedCollection, pages: readonly PullResponse[]): void {
  const rest = [...pages]
  link.script.pull = async (request) =>
    ok((request.collection === collection && rest.shift()) || nothingNew(link, request.checkpoint?.seq ?? '0'))
}

beforeEach(() => {
  time = createVirtualTime()
  link = createScriptedLink()
})

describe('pulling (E7)', () => {
  it('reads page by page and goes on from the place of the last', async () => {
    await online()
    const [first, second] = [scene.ids.next('order'), scene.ids.next('order')]
    servePages('orders', [page([served(first)], '10', true), page([served(second)], '20')])
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
    const document = served(arriving)
    servePages('orders', [page([document], '10')])
    broken = true
    link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    broken = false
    servePages('orders', [page([document], '10')])
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
    servePages('orders', [page([holding(order, facts)], '10')])
    link.say({ type: 'changed', collections: ['orders'] })
    await time.settle()
    expect(status().undecided).toBe(0)
  })

  it('passes over a document that it cannot read (C4)', async () => {
    await online()
    const arriving = scene.ids.next('order')
    servePages('orders', [page([{ id: 'x', kind: 'orderOfTheFuture', v: 7 }, served(arriving)], '10')])
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
    const whole = served(partial)
    link.script.fetch = async () => ok({ epoch: link.epoch, serverTime: link.serverTime, documents: [whole] })
    servePages('orders', [page([served(partial, false)], '10')])
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
    const byId = new Map(wanted.map((id) => [id as string, served(id)]))
    link.script.fetch = async ({ ids }) =>
      ok({ epoch: link.epoch, serverTime: link.serverTime, documents: ids.flatMap((id) => byId.get(id) ?? []) })
    expect(await scene.engine.fetchOrders(wanted)).toEqual(ok(null))
    expect(await scene.store.readOrders(wanted)).toHaveLength(150)
    link.online = false
    expect(await scene.engine.fetchOrders(wanted)).toEqual(err('link.offline'))
  })
})

describe('the stream (E13)', () => {
  it('is stale after 15 s of silence, and is opened again', async () => {
    await online()
    expect(status().link).toBe('online')
    await time.advance(14_000)
    expect(status().link).toBe('online')
    link.script.handshake = () => new Promise(() => {})
    await time.advance(2_000)
    expect(status().link).not.toBe('online')
    expect(link.streams.size).toBe(0)
  })

  it('stays while it beats', async () => {
    await online()
    const { length } = link.handshakes
    for (let beat = 0; beat < 20; beat += 1) {
      await time.advance(5_000)
      link.beat()
    }
    expect(link.handshakes).toHaveLength(length)
    expect(status()).toMatchObject({ link: 'online', heardAt: time.clock.monotonic() })
  })

  it('shakes hands and pulls everything again when it was cut', async () => {
    await online()
    link.pulls.length = 0
    const { length } = link.handshakes
    link.cutStreams()
    await time.advance(1_000)
    expect(link.handshakes).toHaveLength(length + 1)
    expect(new Set(link.pulls.map(({ collection }) => collection)).size).toBe(6)
    expect(status().link).toBe('online')
  })

  it('pulls once more when it stands, for what changed before it did', async () => {
    await online()
    link.cutStreams()
    link.pulls.length = 0
    const late = scene.ids.next('order')
    const document = served(late)
    let stands = false
    const { openStream } = link
    link.openStream = (on) => {
      stands = true
      return openStream(on)
    }
    link.script.pull = async (request) =>
      ok(request.collection === 'orders' && stands ? page([document], '10') : nothingNew(link))
    await time.advance(1_000)
    expect(await scene.order(late)).toBeDefined()
  })

  it('says that this terminal is not (or no longer) enrolled, works on, and tries slowly', async () => {
    await online()
    link.script = { push: async () => err('link.unauthorised'), handshake: async () => err('link.unauthorised') }
    await openTable()
    await time.settle()
    expect(status()).toMatchObject({ link: 'unauthorised', undecided: 2 })
    link.handshakes.length = 0
    await time.advance(120_000)
    expect(link.handshakes.length).toBeGreaterThan(2)
    expect(link.handshakes.length).toBeLessThan(10)
    link.script = {}
    scene.engine.nudge()
    await time.settle()
    expect(status()).toMatchObject({ link: 'online', undecided: 0 })
  })

  it('says what the server refuses, and works on', async () => {
    link.script = { handshake: async () => err('link.rejected', 'protocol.unsupported') }
    await online()
    await openTable()
    expect(status()).toMatchObject({ link: 'blocked', blockedBy: { by: 'server', reason: 'protocol.unsupported' } })
    link.script = {}
    await time.advance(60_000)
    expect(status()).toMatchObject({ link: 'online', blockedBy: null, undecided: 0 })
  })

  it('tells its listeners of every change, once', async () => {
    await online()
    const seen: string[] = []
    const stop = scene.engine.onStatus(({ link: state, undecided }) => seen.push(`${state} ${undecided}`))
    link.online = false
    link.cutStreams()
    await openTable()
    await time.advance(2_000)
    link.online = true
    await time.advance(60_000)
    expect(seen[0]).toBe('offline 0')
    expect(seen).toContain('offline 2')
    expect(seen.at(-1)).toBe('online 0')
    const { length } = seen
    stop()
    await openTable()
    expect(seen).toHaveLength(length)
  })
})

describe('epochs (E8)', () => {
  const begin = (epoch: string) => {
    link.epoch = epoch
  }

  it('sends everything again and reads everything again when the server began anew', async () => {
    await online()
    const facts = await openTable()
    await time.settle()
    expect(status().undecided).toBe(0)
    link.pushes.length = 0
    link.pulls.length = 0
    begin('epoch2')
    link.beat()
    await time.advance(2_000)
    expect(link.pushes.flatMap(pushedFacts)).toEqual(facts)
    expect(link.pushes.every(({ epoch }) => epoch === 'epoch2')).toBe(true)
    const afresh = link.pulls.filter(({ checkpoint }) => checkpoint === null)
    expect(new Set(afresh.map(({ collection }) => collection)).size).toBe(6)
    expect(status()).toMatchObject({ epoch: 'epoch2', undecided: 0, link: 'online' })
  })

  it('sends the rest again after a crash in between', async () => {
    await online()
    const facts = await openTable()
    await time.settle()
    link.pushes.length = 0
    link.script.push = async () => err('link.offline')
    begin('epoch2')
    link.beat()
    await time.settle()
    await scene.crash({ store: 1_000 })
    expect(status().undecided).toBe(2)
    link.script = {}
    link.pushes.length = 0
    await time.advance(2_000)
    expect(link.pushes.flatMap(pushedFacts)).toEqual(facts)
    await scene.restart()
    link.pushes.length = 0
    await time.advance(2_000)
    expect(link.pushes).toHaveLength(0)
  })

  it('does not take the answer to a push of the former epoch for a verdict of the new one', async () => {
    await online()
    let late = () => {}
    link.script.push = (request) => {
      const answer = acceptAll(link, request)
      return new Promise((resolve) => (late = () => resolve(ok(answer))))
    }
    const facts = await openTable()
    await time.settle()
    const former = late
    begin('epoch2')
    link.beat()
    await time.settle()
    link.script = {}
    link.pushes.length = 0
    former()
    await time.settle()
    expect(link.pushes.flatMap(pushedFacts)).toEqual(facts)
    expect(status()).toMatchObject({ epoch: 'epoch2', undecided: 0 })
  })

  it('never goes back to an epoch that is over', async () => {
    await online()
    let late = () => {}
    link.script.pull = (request) => {
      const answer = nothingNew(link, '99')
      return request.collection === 'menu'
        ? new Promise((resolve) => (late = () => resolve(ok(answer))))
        : Promise.resolve(ok(nothingNew(link)))
    }
    link.say({ type: 'changed', collections: ['menu'] })
    await time.settle()
    const former = late
    link.script = {}
    begin('epoch2')
    link.beat()
    await time.settle()
    former()
    await time.advance(2_000)
    expect(status().epoch).toBe('epoch2')
    link.pulls.length = 0
    link.say({ type: 'changed', collections: ['menu'] })
    await time.settle()
    expect(pullsOf('menu')[0]?.checkpoint).toMatchObject({ epoch: 'epoch2', seq: '1' })
  })

  it('claims nothing as decided that was not decided in this epoch', async () => {
    await online()
    await openTable()
    await time.settle()
    expect(link.handshakes.at(-1)?.decided).toBe(0)
    link.cutStreams()
    await time.advance(1_000)
    expect(link.handshakes.at(-1)).toMatchObject({ n: 2, decided: 2 })
    link.script.push = async () => err('link.unavailable')
    begin('epoch2')
    link.beat()
    await time.advance(1_000)
    expect(link.handshakes.at(-1)).toMatchObject({ n: 2, decided: 0, epoch: 'epoch2' })
  })
})

describe('the identity of the log (E14)', () => {
  it('begins a new incarnation when the server knows more of this log', async () => {
    let once = true
    link.script.handshake = async (request) => {
      const standing = once ? 'newIncarnation' : 'continue'
      once = false
      return ok({ epoch: link.epoch, serverTime: link.serverTime, standing, known: request.n, letters: 'AB' })
    }
    link.online = false
    await online()
    const [before] = await openTable()
    link.online = true
    await time.advance(2_000)
    const [after] = await scene.engine.record(scene.notes(order, 'after'))
    expect(after).toMatchObject({ n: 1 })
    expect(after?.incarnation).not.toBe(before?.incarnation)
    await time.settle()
    expect(status()).toMatchObject({ undecided: 0, breaks: ['log.behind'], link: 'online' })
    expect(link.handshakes.at(-1)).toMatchObject({ n: 0, incarnation: after?.incarnation })
  })

  it('leaves an incarnation in which the server holds another fact of the same number', async () => {
    await online()
    link.script.push = async (request) => {
      const answer = acceptAll(link, request)
      const [first] = request.facts as readonly Fact[]
      if (!first || first.body['text'] !== 'twin') return ok(answer)
      const verdict = { ...accepted(first), decision: 'held' as const, code: 'fact.forked' as const }
      return ok({ ...answer, facts: [{ outcome: 'decided', order: first.order, verdict }] })
    }
    await openTable()
    await time.settle()
    const [twin] = await scene.engine.record(scene.notes(order, 'twin'))
    await time.settle()
    const [next] = await scene.engine.record(scene.notes(order, 'next'))
    expect(next?.incarnation).not.toBe(twin?.incarnation)
    await time.settle()
    expect(status()).toMatchObject({ undecided: 0, held: 1, breaks: ['log.behind'], link: 'online' })
  })

  it('begins a new incarnation when the log is behind the store, and sends what only the store has', async () => {
    link.online = false
    await online()
    await openTable()
    const image = scene.logDisk.image()
    const [lost] = await scene.engine.record(scene.notes(order, 'only in the store'))
    await time.settle()
    scene.logDisk.restore(image)
    await scene.crash({ store: 1_000 })
    expect(status().breaks).toEqual(['log.behind'])
    const [next] = await scene.engine.record(scene.notes(order, 'next'))
    expect(next).toMatchObject({ n: 1 })
    expect(next?.incarnation).not.toBe(lost?.incarnation)
    await scene.crash({ store: 1_000 })
    link.online = true
    await time.advance(60_000)
    expect(link.pushes.flatMap(pushedFacts)).toContainEqual(lost)
    expect(status().undecided).toBe(0)
  })

  it('says that the log is gone, and sends what only the store has', async () => {
    link.online = false
    await online()
    const facts = await openTable()
    await time.settle()
    scene.logDisk.wipe()
    await scene.crash({ store: 1_000 })
    expect(status().breaks).toEqual(['log.missing'])
    link.online = true
    await time.advance(60_000)
    expect(link.pushes.flatMap(pushedFacts)).toEqual(facts)
    expect(status().undecided).toBe(0)
  })

  it('reports a torn end once', async () => {
    let full = false
    await online({ beforeFlush: () => (full ? new Promise(() => {}) : Promise.resolve()) })
    await openTable()
    full = true
    void scene.engine.record(scene.notes(order, 'torn')).catch(() => undefined)
    await time.settle()
    full = false
    await scene.crash({ log: 30, store: 1_000 })
    expect(status().breaks).toEqual(['log.tornTail'])
    await scene.restart()
    expect(status().breaks).toEqual([])
  })

  it('takes over what another window has written (nudge)', async () => {
    await online()
    await openTable()
    const [other] = await scene.log.append(scene.notes(order, 'other window'))
    const [own] = await scene.engine.record(scene.notes(order, 'this window'))
    scene.engine.nudge()
    await time.settle()
    expect(Object.keys((await scene.order(order))?.verdicts ?? {})).toContain(other?.id)
    expect(Object.keys((await scene.order(order))?.verdicts ?? {})).toContain(own?.id)
    expect(status().undecided).toBe(0)
  })
})

describe('the clock (E10)', () => {
  it('learns the time from the server and keeps it over a restart', async () => {
    link.serverTime = time.clock.wall() + 3_600_000
    await online()
    expect(Math.abs(scene.engine.time.now() - link.serverTime)).toBeLessThan(1_000)
    link.online = false
    await scene.restart()
    expect(scene.engine.time.now() - time.clock.wall()).toBeGreaterThan(3_590_000)
  })

  it('gives later times than everything it has recorded, also when the clock steps back (S13)', async () => {
    link.online = false
    await online()
    const [first] = await openTable()
    time.shiftWall(-7_200_000)
    await scene.restart()
    const [next] = await scene.engine.record(scene.notes(order, 'later'))
    const [a, b] = [first?.at ?? { ms: 0, tick: 0 }, next?.at ?? { ms: 0, tick: 0 }]
    expect(b.ms > a.ms || (b.ms === a.ms && b.tick > a.tick)).toBe(true)
  })
})

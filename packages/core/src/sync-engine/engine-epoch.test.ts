import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type OrderId } from '../kernel/index.ts'
import type { Fact } from '../orders/index.ts'
import { SYNCED_COLLECTIONS, type SyncedCollection } from '../sync/index.ts'
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

beforeEach(() => {
  time = createVirtualTime()
  link = createScriptedLink()
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
    expect(new Set(afresh.map(({ collection }) => collection)).size).toBe(SYNCED_COLLECTIONS.length)
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

import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type OrderId } from '../kernel/index.ts'
import type { Fact } from '../orders/index.ts'
import { acceptAll, createScriptedLink, nothingNew, type ScriptedLink } from '../testing/scripted-link.ts'
import { servedOrder } from '../testing/served-orders.ts'
import { createTerminalScene, type SceneOptions, type TerminalScene } from '../testing/terminal-scene.ts'
import { createVirtualTime, type VirtualTime } from '../testing/virtual-time.ts'
import type { EngineMistake } from './engine-ports.ts'

let time: VirtualTime
let link: ScriptedLink
let scene: TerminalScene
let order: OrderId

beforeEach(() => {
  time = createVirtualTime()
  link = createScriptedLink()
})

async function online(options: Partial<SceneOptions>): Promise<void> {
  scene = await createTerminalScene({ link, time, ...options })
  order = scene.ids.next('order')
  await scene.engine.start()
  await time.settle()
}

const openTable = () => scene.engine.record([scene.opening(order), ...scene.notes(order, 'window')])
const undecided = () => scene.engine.status().undecided

/** What somebody sees who watches for the mistake: once as it should be, once with the mistake. */
interface Watched {
  readonly right: unknown
  readonly wrong: unknown
  see(options: Partial<SceneOptions>): Promise<unknown>
}

const WATCHED: Record<EngineMistake, Watched> = {
  'cursor-before-apply': {
    right: 'the order is here',
    wrong: 'the order never comes',
    async see(options) {
      let dies = false
      const beforeStore: SceneOptions['beforeStore'] = (call) =>
        dies && call === 'mergeOrders' ? new Promise(() => {}) : Promise.resolve()
      await online({ ...options, beforeStore })
      const arriving = scene.ids.next('order')
      const document = servedOrder(scene, arriving)
      link.script.pull = async ({ collection, checkpoint }) =>
        ok({
          ...nothingNew(link, '10'),
          documents: collection === 'orders' && checkpoint?.seq !== '10' ? [document] : [],
        })
      dies = true
      link.say({ type: 'changed', collections: ['orders'] })
      await time.settle()
      dies = false
      await scene.crash({ store: 1_000 })
      await time.advance(1_000)
      return (await scene.order(arriving)) ? 'the order is here' : 'the order never comes'
    },
  },
  'retry-with-new-id': {
    right: 1,
    wrong: 2,
    async see(options) {
      await online(options)
      let lost = true
      link.script.push = async (request) => {
        const answer = lost ? err('link.offline') : ok(acceptAll(link, request))
        lost = false
        return answer
      }
      await scene.engine.record([scene.opening(order)])
      await time.advance(600)
      return new Set(link.pushes.flatMap(({ facts }) => (facts as Fact[]).map(({ id }) => id))).size
    },
  },
  'log-cleared-on-5xx': {
    right: 2,
    wrong: 0,
    async see(options) {
      await online(options)
      link.script.push = async () => err('link.unavailable')
      await openTable()
      await time.settle()
      return undecided()
    },
  },
  'decided-before-verdict-stored': {
    right: 2,
    wrong: 0,
    async see(options) {
      let broken = false
      const beforeStore: SceneOptions['beforeStore'] = (call) =>
        broken && call === 'mergeOrders' ? Promise.reject(new Error('no store')) : Promise.resolve()
      await online({ ...options, beforeStore })
      link.script.push = async (request) => {
        broken = true
        return ok(acceptAll(link, request))
      }
      await openTable()
      await time.settle()
      return undecided()
    },
  },
  'drop-on-refused': {
    right: 2,
    wrong: 0,
    async see(options) {
      await online(options)
      link.script.push = async () => err('link.rejected')
      await openTable()
      await time.settle()
      return undecided()
    },
  },
  'pull-overlaps-push': {
    right: [],
    wrong: ['menu'],
    async see(options) {
      await online(options)
      link.script.push = () => new Promise(() => {})
      await scene.engine.edit('menu', { id: scene.ids.next('category'), kind: 'category' }, scene.person)
      await time.settle()
      link.pulls.length = 0
      link.say({ type: 'changed', collections: ['menu'] })
      await time.settle()
      return link.pulls.map(({ collection }) => collection)
    },
  },
  'stale-checkpoint-after-epoch': {
    right: 'from the beginning',
    wrong: '99',
    async see(options) {
      const holds: (() => void)[] = []
      const beforeStore: SceneOptions['beforeStore'] = (call) =>
        call === 'writeDocuments' && holds.length === 0
          ? new Promise((resolve) => holds.push(resolve))
          : Promise.resolve()
      await online({ ...options, beforeStore })
      const conflict = { id: scene.ids.next('conflict'), kind: 'conflict', v: 1 }
      link.script.pull = async ({ collection }) =>
        ok({ ...nothingNew(link, '99'), documents: collection === 'inbox' ? [conflict] : [] })
      link.say({ type: 'changed', collections: ['inbox'] })
      await time.settle()
      link.script = { pull: async ({ checkpoint }) => ok(nothingNew(link, checkpoint?.seq ?? '1')) }
      link.epoch = 'epoch2'
      link.beat()
      await time.settle()
      for (const release of holds) release()
      await time.advance(2_000)
      return link.pulls.findLast(({ collection }) => collection === 'inbox')?.checkpoint?.seq ?? 'from the beginning'
    },
  },
  'number-reused-after-crash': {
    right: [1, ['log.behind']],
    wrong: [3, []],
    async see(options) {
      await online(options)
      await openTable()
      let once = true
      link.script.handshake = async ({ n }) => {
        const standing = once ? 'newIncarnation' : 'continue'
        once = false
        return ok({ epoch: link.epoch, serverTime: link.serverTime, standing, known: n + 5, letters: 'AB' })
      }
      link.cutStreams()
      await time.advance(2_000)
      const [next] = await scene.engine.record(scene.notes(order, 'next'))
      return [next?.n, scene.engine.status().breaks]
    },
  },
}

describe('each mistake that can be planted in the engine', () => {
  it.each(Object.keys(WATCHED) as EngineMistake[])('is seen: %s', async (mistake) => {
    const { right, wrong, see } = WATCHED[mistake]
    expect(await see({})).toEqual(right)
    time = createVirtualTime()
    link = createScriptedLink()
    expect(await see({ mistakes: new Set([mistake]) })).toEqual(wrong)
  })
})

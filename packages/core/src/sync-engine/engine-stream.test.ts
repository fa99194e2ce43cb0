import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type OrderId } from '../kernel/index.ts'
import { createScriptedLink, nothingNew, type ScriptedLink } from '../testing/scripted-link.ts'
import { SYNCED_COLLECTIONS } from '../sync/index.ts'
import { pageOf, servedOrder } from '../testing/served-orders.ts'
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

beforeEach(() => {
  time = createVirtualTime()
  link = createScriptedLink()
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
    expect(new Set(link.pulls.map(({ collection }) => collection)).size).toBe(SYNCED_COLLECTIONS.length)
    expect(status().link).toBe('online')
  })

  it('pulls once more when it stands, for what changed before it did', async () => {
    await online()
    link.cutStreams()
    link.pulls.length = 0
    const late = scene.ids.next('order')
    const document = servedOrder(scene, late)
    let stands = false
    const { openStream } = link
    link.openStream = (on) => {
      stands = true
      return openStream(on)
    }
    link.script.pull = async (request) =>
      ok(request.collection === 'orders' && stands ? pageOf(link, [document], '10') : nothingNew(link))
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

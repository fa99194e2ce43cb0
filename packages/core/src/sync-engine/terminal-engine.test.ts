import { beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type JsonObject, type OrderId } from '../kernel/index.ts'
import type { Fact } from '../orders/index.ts'
import { accepted, acceptAll, createScriptedLink, nothingNew, type ScriptedLink } from '../testing/scripted-link.ts'
import { createTerminalScene, type SceneOptions, type TerminalScene } from '../testing/terminal-scene.ts'
import { createVirtualTime, type VirtualTime } from '../testing/virtual-time.ts'
import { RecordError } from './recorder.ts'

let time: VirtualTime
let link: ScriptedLink
let scene: TerminalScene
let order: OrderId

async function open(options: Partial<SceneOptions> = {}): Promise<void> {
  scene = await createTerminalScene({ link, time, ...options })
  order = scene.ids.next('order')
}

async function online(options: Partial<SceneOptions> = {}): Promise<void> {
  await open(options)
  await scene.engine.start()
  await time.settle()
}

const status = () => scene.engine.status()
const pushedFacts = () => link.pushes.flatMap(({ facts }) => facts as readonly Fact[])
const openTable = () => scene.engine.record([scene.opening(order), ...scene.notes(order, 'window')])

beforeEach(() => {
  time = createVirtualTime()
  link = createScriptedLink()
})

describe('recording (E2)', () => {
  it('resolves when the facts are in the log and visible in the store, without the server', async () => {
    link.online = false
    await online()
    const facts = await openTable()
    expect(await scene.logged()).toEqual(facts)
    expect(Object.keys((await scene.order(order))?.facts ?? {})).toEqual(facts.map(({ id }) => id))
    expect(status().undecided).toBe(2)
  })

  it('never waits for the server, even when it never answers', async () => {
    link.script = { handshake: () => new Promise(() => {}) }
    await online()
    expect(await openTable()).toHaveLength(2)
  })

  it('rejects when the log did not take the facts, and leaves nothing of them', async () => {
    let full = false
    await online({ beforeFlush: () => (full ? Promise.reject(new Error('disk full')) : Promise.resolve()) })
    full = true
    await expect(openTable()).rejects.toThrow(RecordError)
    expect(status()).toMatchObject({ undecided: 0, link: 'blocked', blockedBy: { by: 'log', reason: 'disk full' } })
    expect(await scene.order(order)).toBeUndefined()
    full = false
    expect(await openTable()).toHaveLength(2)
    expect(status()).toMatchObject({ link: 'online', blockedBy: null })
  })

  it('resolves a saved fact only when it is visible, and keeps trying a store that fails', async () => {
    let broken = false
    await online({
      beforeStore: (call) =>
        broken && call === 'mergeOrders' ? Promise.reject(new Error('no store')) : Promise.resolve(),
    })
    broken = true
    let done = false
    const recording = openTable().then(() => (done = true))
    await time.advance(3_000)
    expect(done).toBe(false)
    expect(status()).toMatchObject({ link: 'blocked', blockedBy: { by: 'store', reason: 'no store' } })
    broken = false
    await time.advance(30_000)
    await recording
    expect(await scene.order(order)).toBeDefined()
    expect(status()).toMatchObject({ link: 'online', blockedBy: null, undecided: 0 })
  })

  it('does not record once it is stopped', async () => {
    await online()
    await scene.engine.stop()
    await expect(openTable()).rejects.toThrow(RecordError)
  })

  it('numbers facts that are recorded together without a gap (S14)', async () => {
    await online()
    await Promise.all(
      Array.from({ length: 30 }, (_, index) => scene.engine.record(scene.notes(order, `note ${index}`))),
    )
    expect((await scene.logged()).map(({ n }) => n)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect(Object.keys((await scene.order(order))?.facts ?? {})).toHaveLength(30)
  })
})

describe('pushing (E1, E4)', () => {
  it('sends what was recorded offline once the server is there, in the order of the log', async () => {
    link.online = false
    await online()
    const facts = [...(await openTable()), ...(await scene.engine.record(scene.notes(order, 'late')))]
    link.online = true
    await time.advance(60_000)
    expect(pushedFacts()).toEqual(facts)
    expect(status()).toMatchObject({ link: 'online', undecided: 0 })
    expect(Object.keys((await scene.order(order))?.verdicts ?? {})).toHaveLength(3)
  })

  it('sends again with the same ids when the answer was lost (S10)', async () => {
    await online()
    let lost = 2
    link.script = { push: async (request) => ((lost -= 1) >= 0 ? err('link.offline') : ok(acceptAll(link, request))) }
    const facts = await openTable()
    await time.advance(10_000)
    expect(link.pushes).toHaveLength(3)
    for (const push of link.pushes) expect(push.facts).toEqual(facts)
    expect(status().undecided).toBe(0)
  })

  it.each(['link.unavailable', 'link.offline', 'link.badAnswer', 'link.rejected', 'link.unauthorised'] as const)(
    'changes nothing on %s',
    async (failure) => {
      await online()
      link.script = { push: async () => err(failure), handshake: async () => err(failure) }
      await openTable()
      await time.advance(120_000)
      expect(status().undecided).toBe(2)
      expect(await scene.logged()).toHaveLength(2)
      link.script = {}
      await time.advance(60_000)
      expect(status()).toMatchObject({ undecided: 0, link: 'online' })
    },
  )

  it('keeps a refused fact, shows it and counts it', async () => {
    await online()
    link.script = {
      push: async (request) =>
        ok({
          ...acceptAll(link, request),
          facts: (request.facts as readonly Fact[]).map((fact) => ({
            outcome: 'decided' as const,
            order: fact.order,
            verdict: {
              ...accepted(fact),
              decision: fact.kind === 'opened' ? ('held' as const) : ('refused' as const),
              code: 'right.missing' as const,
            },
          })),
        }),
    }
    await openTable()
    await time.settle()
    expect(status()).toMatchObject({ undecided: 0, refused: 1, held: 1 })
    expect(Object.keys((await scene.order(order))?.facts ?? {})).toHaveLength(2)
    await scene.restart()
    expect(status()).toMatchObject({ undecided: 0, refused: 1, held: 1 })
  })

  it('keeps a dead letter out of the way, after a restart too', async () => {
    await online()
    const letter = scene.ids.next('deadLetter')
    link.script = {
      push: async (request) => {
        const answer = acceptAll(link, request)
        return ok({
          ...answer,
          facts: [{ outcome: 'deadLetter', index: 0, n: 1, code: 'fact.malformed', letter }, ...answer.facts.slice(1)],
        })
      },
    }
    const [first] = await openTable()
    await time.settle()
    expect(status()).toMatchObject({ undecided: 0, deadLetters: [{ fact: first?.id, code: 'fact.malformed' }] })
    expect(await scene.logged()).toHaveLength(2)
    await scene.restart()
    expect(status()).toMatchObject({ undecided: 0, deadLetters: [{ fact: first?.id, code: 'fact.malformed' }] })
  })

  it('asks again for what the server left undecided, and for what it left out', async () => {
    await online()
    let round = 0
    link.script = {
      push: async (request) => {
        round += 1
        const answer = acceptAll(link, request)
        if (round === 1) return ok({ ...answer, facts: answer.facts.slice(1) })
        return ok(round === 2 ? { ...answer, facts: [{ outcome: 'retry', index: 0 }] } : answer)
      },
    }
    const [first] = await openTable()
    await time.advance(10_000)
    expect(link.pushes.slice(1).map(({ facts }) => facts)).toEqual([[first], [first]])
    expect(status().undecided).toBe(0)
  })

  it('marks nothing decided before the verdict is in the store (E4)', async () => {
    let broken = false
    await online({
      beforeStore: (call) =>
        broken && call === 'mergeOrders' ? Promise.reject(new Error('no store')) : Promise.resolve(),
    })
    link.script = {
      push: async (request) => {
        broken = true
        return ok(acceptAll(link, request))
      },
    }
    await openTable()
    await time.settle()
    expect(status().undecided).toBe(2)
    link.script = {}
    broken = false
    await time.advance(5_000)
    expect(status().undecided).toBe(0)
  })

  it('splits what is too much for one push (E5)', async () => {
    link.online = false
    await online()
    await scene.engine.record([
      scene.opening(order),
      ...scene.notes(order, ...Array.from({ length: 1_200 }, (_, n) => `note ${n}`)),
    ])
    link.online = true
    await time.advance(60_000)
    expect(link.pushes.map(({ facts }) => facts.length)).toEqual([500, 500, 201])
    expect(status().undecided).toBe(0)
  })

  it('bounds the bytes of a push, and sends a giant alone (E5)', async () => {
    link.online = false
    await online()
    const big = '汤'.repeat(150_000)
    const giant = 'x'.repeat(1_500_000)
    await scene.engine.record([scene.opening(order), ...scene.notes(order, big, big, big, giant, 'small')])
    link.online = true
    await time.advance(60_000)
    expect(link.pushes.map(({ facts }) => facts.length)).toEqual([3, 1, 1, 1])
    expect(status().undecided).toBe(0)
  })

  it('finds the fact that the server refuses to look at, so that it holds up nobody (E6, C4)', async () => {
    await online()
    link.online = false
    const facts = await scene.engine.record([
      scene.opening(order),
      ...scene.notes(order, ...Array.from({ length: 99 }, (_, n) => `note ${n}`)),
    ])
    const poison = facts[41]?.id
    const hasPoison = (some: readonly unknown[]) => (some as readonly Fact[]).some(({ id }) => id === poison)
    link.script = {
      push: async (request) => (hasPoison(request.facts) ? err('link.rejected') : ok(acceptAll(link, request))),
    }
    link.online = true
    await time.advance(60_000)
    expect(status().undecided).toBe(1)
    expect(await scene.logged()).toHaveLength(100)
    const later = await scene.engine.record(scene.notes(order, 'later'))
    await time.settle()
    expect((await scene.order(order))?.verdicts[later[0]?.id ?? facts[0]!.id]).toBeDefined()
    link.script = {}
    await time.advance(60_000)
    expect(status().undecided).toBe(0)
  })
})

describe('what the server refuses to look at', () => {
  it('does not stand in the way once its verdict has come with a pull (E6)', async () => {
    await online()
    link.script = { push: async () => err('link.rejected') }
    const facts = await scene.engine.record([scene.opening(order), ...scene.notes(order, 'a')])
    await time.advance(60_000)
    expect(status().undecided).toBe(2)
    const [first] = facts as [Fact, Fact]
    const verdicts = { [first.id]: accepted(first) }
    const document: JsonObject = { id: order, kind: 'order', v: 1, facts: { [first.id]: first }, verdicts }
    link.script.pull = async ({ collection }) =>
      ok({ ...nothingNew(link, '2'), documents: collection === 'orders' ? [document] : [] })
    link.say({ type: 'changed', collections: ['orders'] })
    await time.advance(10)
    expect(status().undecided).toBe(1)
    link.script = {}
    await time.advance(60_000)
    expect(status().undecided).toBe(0)
  })
})

describe('trying again (E3)', () => {
  it('pauses longer and longer, up to 4 s, and never gives up', async () => {
    link.online = false
    await open()
    const at: number[] = []
    link.handshakes.push = (...requests) => {
      at.push(time.clock.monotonic())
      return Array.prototype.push.apply(link.handshakes, requests)
    }
    await scene.engine.start()
    await time.advance(600_000)
    const pauses = at.slice(1).map((moment, index) => moment - (at[index] ?? 0))
    expect(pauses[0]).toBeGreaterThanOrEqual(250)
    expect(pauses[0]).toBeLessThanOrEqual(500)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(4_000)
    expect(Math.min(...pauses.slice(8))).toBeGreaterThanOrEqual(2_000)
    expect(at.length).toBeGreaterThan(20)
  })

  it('tries at once when somebody asks', async () => {
    link.online = false
    await online()
    await time.advance(120_000)
    link.online = true
    const before = link.handshakes.length
    scene.engine.nudge()
    await time.settle()
    expect(link.handshakes.length).toBe(before + 1)
    expect(status().link).toBe('online')
  })

  it('sends a new fact at once although earlier pushes failed', async () => {
    await online()
    link.script = { push: async () => err('link.unavailable') }
    await openTable()
    await time.advance(120_000)
    link.script = {}
    await scene.engine.record(scene.notes(order, 'new'))
    await time.settle()
    expect(status().undecided).toBe(0)
  })
})

describe('starting and stopping (E12)', () => {
  it('leaves nothing running', async () => {
    await online()
    await openTable()
    await scene.engine.stop()
    await time.settle()
    expect(time.pendingTimers()).toBe(0)
    expect(link.streams.size).toBe(0)
    const calls = link.pushes.length + link.pulls.length + link.handshakes.length
    await time.advance(120_000)
    expect(link.pushes.length + link.pulls.length + link.handshakes.length).toBe(calls)
    expect(status().link).toBe('offline')
  })

  it('drops an answer that comes after the stop', async () => {
    await online()
    let answer = () => {}
    link.script = {
      push: (request) => new Promise((resolve) => (answer = () => resolve(ok(acceptAll(link, request))))),
    }
    await openTable()
    await time.settle()
    await scene.engine.stop()
    answer()
    await time.settle()
    expect((await scene.order(order))?.verdicts).toEqual({})
  })

  it('starts again on the same engine', async () => {
    await online()
    await scene.engine.stop()
    link.online = false
    await scene.engine.start()
    await openTable()
    await scene.engine.stop()
    link.online = true
    await scene.engine.start()
    await time.advance(1_000)
    expect(status()).toMatchObject({ link: 'online', undecided: 0 })
  })

  it('finds out what is undecided from log and verdicts (E1)', async () => {
    await online()
    await openTable()
    await time.settle()
    link.online = false
    await scene.engine.record(scene.notes(order, 'offline'))
    await scene.restart()
    expect(status().undecided).toBe(1)
    link.pushes.length = 0
    link.online = true
    await time.advance(30_000)
    expect(pushedFacts().map(({ body }) => body['text'])).toEqual(['offline'])
  })

  it('puts into the store what the log has and the store lost (E14)', async () => {
    link.online = false
    await online()
    const facts = await openTable()
    await scene.crash()
    await time.settle()
    expect(await scene.logged()).toEqual(facts)
    expect(Object.keys((await scene.order(order))?.facts ?? {})).toHaveLength(2)
    expect(status().undecided).toBe(2)
  })

  it('is rebuilt from log and server when the store was wiped (E14)', async () => {
    await online()
    const facts = await openTable()
    await time.settle()
    scene.storeDisk.wipe()
    await scene.crash()
    await time.advance(1_000)
    expect(Object.keys((await scene.order(order))?.facts ?? {})).toHaveLength(2)
    expect(Object.keys((await scene.order(order))?.verdicts ?? {})).toHaveLength(2)
    expect(pushedFacts()).toEqual([...facts, ...facts])
    expect(status()).toMatchObject({ undecided: 0, breaks: [] })
  })
})

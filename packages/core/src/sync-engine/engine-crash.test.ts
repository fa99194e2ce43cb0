import { describe, expect, it } from 'vitest'
import { canonicalJson, type FactId, type JsonObject, type OrderId } from '../kernel/index.ts'
import { createAuthorityLink, type AuthorityLink } from '../testing/authority-link.ts'
import { openSite, type AuthoritySite } from '../testing/authority-site.ts'
import { createTerminalScene, type TerminalScene } from '../testing/terminal-scene.ts'
import { createVirtualTime, type VirtualTime } from '../testing/virtual-time.ts'

const START = Date.UTC(2026, 10, 20, 11, 0)
const never = () => new Promise<never>(() => {})

/** A terminal whose process dies at the n-th time that it waits for its log, its store or the server. */
class MortalTerminal {
  readonly acknowledged = new Set<FactId>()
  /** The highest value of an edit that was acknowledged. */
  edited = 0
  isDead = false
  /** Counts from the start of the engine on. */
  #callsLeft = Number.POSITIVE_INFINITY
  readonly #lastCall: number
  time!: VirtualTime
  site!: AuthoritySite
  link!: AuthorityLink
  scene!: TerminalScene
  order!: OrderId

  constructor(lastCall: number) {
    this.#lastCall = lastCall
  }

  async begin(seed: number): Promise<void> {
    this.time = createVirtualTime(START)
    this.site = await openSite({ seed })
    const { actor } = await this.site.enrol()
    this.link = createAuthorityLink(() => this.site.authority(), actor, this.time)
    const { link } = this
    const mortal: typeof link = Object.assign(Object.create(link) as typeof link, {
      handshake: this.#mortal(link.handshake),
      push: this.#mortal(link.push),
      pull: this.#mortal(link.pull),
      fetch: this.#mortal(link.fetch),
    })
    this.scene = await createTerminalScene({
      link: mortal,
      time: this.time,
      seed,
      branch: this.site.branch,
      terminal: actor.terminal,
      person: this.site.people.manager,
      beforeStore: () => this.#live(),
      beforeFlush: () => this.#live(),
    })
    this.order = this.scene.ids.next('order')
  }

  /** What a person does in a minute, online, offline and online again. Stops where the process dies. */
  async work(): Promise<void> {
    this.#callsLeft = this.#lastCall
    void this.scene.engine.start()
    await this.time.advance(1_000)
    this.#record('first', true)
    await this.time.advance(1_000)
    this.link.online = false
    this.#record('offline')
    this.#edit(7)
    await this.time.advance(5_000)
    this.#edit(8)
    this.link.online = true
    await this.time.advance(20_000)
    this.#record('last')
    await this.time.advance(2_000)
  }

  #record(text: string, opens = false): void {
    if (this.isDead) return
    const drafts = [...(opens ? [this.scene.opening(this.order)] : []), ...this.scene.notes(this.order, text)]
    const acknowledge = (id: FactId) => this.acknowledged.add(id)
    void this.scene.engine.record(drafts).then((facts) => facts.forEach(({ id }) => acknowledge(id)))
  }

  #edit(sort: number): void {
    if (this.isDead) return
    const next = { ...this.site.group, sort }
    void this.scene.engine.edit('menu', next, this.site.people.manager).then(() => (this.edited = sort))
  }

  #live(): Promise<void> {
    this.#callsLeft -= 1
    if (this.#callsLeft === 0) this.isDead = true
    return this.isDead ? never() : Promise.resolve()
  }

  /** Dies before the request is sent, or after the server has applied it. */
  #mortal<A extends unknown[], R>(call: (...given: A) => Promise<R>): (...given: A) => Promise<R> {
    return async (...given) => {
      await this.#live()
      const answer = await call(...given)
      await this.#live()
      return answer
    }
  }

  async rise(left: { log?: number; store?: number }): Promise<void> {
    this.isDead = false
    this.#callsLeft = Number.POSITIVE_INFINITY
    this.link.online = true
    await this.scene.crash(left)
    await this.time.advance(60_000)
  }
}

async function deathAt(call: number, left: { log?: number; store?: number }): Promise<boolean> {
  const mortal = new MortalTerminal(call)
  await mortal.begin(call)
  await mortal.work()
  const died = mortal.isDead
  await mortal.rise(left)
  const { scene, site, order, acknowledged, edited } = mortal
  const [stored] = await site.store.read('orders', [order])
  const facts = (stored?.body['facts'] ?? {}) as JsonObject
  for (const id of acknowledged) expect(facts, `acknowledged fact, death at call ${call}`).toHaveProperty(id)
  expect(canonicalJson((await scene.order(order)) ?? null)).toBe(canonicalJson(stored?.body ?? null))
  expect(scene.engine.status()).toMatchObject({ undecided: 0, pendingEdits: 0, refused: 0, held: 0, link: 'online' })
  const [group] = await site.store.read('menu', [site.group.id])
  const { sort = 0 } = (group?.body['document'] ?? {}) as { sort?: number }
  // An edit may be kept although its process died before it could say so.
  expect(sort, `edit, death at call ${call}`).toBeGreaterThanOrEqual(edited)
  return died
}

describe('a process that dies at any moment', () => {
  it.each([
    ['everything unflushed is lost', {}],
    ['everything written stays', { log: 100_000, store: 100_000 }],
    ['half a line and some writes stay', { log: 100, store: 2 }],
  ])('has lost nothing that was acknowledged, and catches up (S1, S14, E2, E4, E7, E11): %s', async (_name, left) => {
    let deaths = 0
    for (let call = 1; ; call += 1) {
      if (!(await deathAt(call, left))) break
      deaths += 1
    }
    expect(deaths).toBeGreaterThan(100)
  })
})

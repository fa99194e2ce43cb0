import { describe, expect, it } from 'vitest'
import type { BusinessDay, OrderId } from '../kernel/index.ts'
import { chainFacts, openOrder, startLog, type Fact } from '../orders/index.ts'
import { createTestIds, noteDrafts } from '../testing/fact-drafts.ts'
import { createMemoryLogDisk, openMemoryFactLog } from '../testing/memory-fact-log.ts'
import { createMemoryStoreDisk, openMemoryTerminalStore } from '../testing/memory-terminal-store.ts'
import { doClose, doMerge, doMove, doPay, doVoid, one } from '../testing/outcomes/acts.ts'
import { setStage, type Stage } from '../testing/outcomes/stage.ts'
import { OwnFacts } from './own-facts.ts'
import { tidyLog, tidyOrders } from './tidy.ts'

const DAY_MS = 86_400_000
const RULE = { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00' }
/** The evening of the stage's day. */
const EVENING = Date.UTC(2026, 10, 20, 13, 0)
const nobody = () => new OwnFacts(createTestIds().next('terminal'))

async function tidied(stage: Stage, days: number, own = nobody()): Promise<OrderId[]> {
  const { scene, a, b } = stage
  scene.sync(a, b)
  const store = openMemoryTerminalStore({ disk: createMemoryStoreDisk() })
  await store.mergeOrders([...scene.server.values()])
  const count = await tidyOrders(store, own, EVENING + days * DAY_MS, RULE)
  const left = new Set((await store.listOrders(null, 1_000)).map(({ id }) => id))
  const gone = [stage.x, stage.y, stage.z].filter((id) => !left.has(id))
  expect(count).toBe(gone.length)
  return gone
}

function payAndClose(stage: Stage, ...orders: readonly OrderId[]): void {
  for (const order of orders) {
    doPay(stage.a, order)
    doClose(stage.a, order)
  }
}

describe('orders at closing time (E15)', () => {
  it('go when they are closed, paid, and older than 14 business days', async () => {
    const stage = setStage()
    payAndClose(stage, stage.x, stage.y)
    expect(await tidied(stage, 14)).toEqual([])
    expect(await tidied(stage, 15)).toEqual([stage.x, stage.y])
  })

  it('stay while something is to be paid, however old', async () => {
    const stage = setStage()
    payAndClose(stage, stage.x, stage.y)
    stage.send(stage.b, stage.x, { price: 100 })
    expect(await tidied(stage, 400)).toEqual([stage.y])
  })

  it('stay while a payment is neither confirmed nor failed', async () => {
    const stage = setStage()
    doVoid(stage.a, one(stage.r))
    doPay(stage.a, stage.x, { amount: 500, state: 'unknown' })
    doClose(stage.a, stage.y)
    expect(await tidied(stage, 400)).toEqual([stage.y])
  })

  it('stay when a line of theirs stands on a bill that stays, or the other way round', async () => {
    const stage = setStage()
    doMove(stage.a, one(stage.r), stage.z)
    payAndClose(stage, stage.x)
    doClose(stage.a, stage.y)
    expect(await tidied(stage, 400)).toEqual([stage.x])
  })

  it('stay when a line of theirs stands on a newer bill', async () => {
    const stage = setStage()
    const newer = stage.scene.ids.next('order')
    const opening = {
      order: newer,
      branch: stage.branch,
      day: '2027-12-24' as BusinessDay,
      number: { letters: 'AK', counter: 99 },
      type: 'dineIn' as const,
      table: stage.tables.free,
      guests: 2,
    }
    stage.a.record(openOrder(opening, stage.a.context))
    doMove(stage.a, one(stage.r), newer)
    payAndClose(stage, stage.x, newer)
    doClose(stage.a, stage.y)
    expect(await tidied(stage, 400)).toEqual([stage.x])
  })

  it('go together with the bill that they were merged into', async () => {
    const stage = setStage()
    doMerge(stage.a, stage.y, stage.x)
    payAndClose(stage, stage.x)
    expect(await tidied(stage, 400)).toEqual([stage.x, stage.y])
  })

  it('stay while a fact of them is undecided', async () => {
    const stage = setStage()
    payAndClose(stage, stage.x, stage.y)
    stage.scene.sync(stage.a, stage.b)
    const own = new OwnFacts(stage.a.id)
    own.add(Object.values(stage.a.state(stage.y).document.facts).slice(0, 1))
    expect(await tidied(stage, 400, own)).toEqual([stage.x])
  })

  it('stay while their beginning is missing', async () => {
    const stage = setStage()
    payAndClose(stage, stage.x, stage.y)
    stage.scene.sync(stage.a, stage.b)
    const store = openMemoryTerminalStore({ disk: createMemoryStoreDisk() })
    for (const document of stage.scene.server.values()) {
      const facts = Object.fromEntries(Object.entries(document.facts).filter(([, fact]) => fact.kind !== 'opened'))
      await store.mergeOrders([{ ...document, facts }])
    }
    expect(await tidyOrders(store, nobody(), EVENING + 400 * DAY_MS, RULE)).toBe(0)
  })
})

describe('the log at closing time (E15)', () => {
  const ids = createTestIds(33)
  const [terminal, order, person] = [ids.next('terminal'), ids.next('order'), ids.next('person')]
  const NOW = 1_800_000_000_000

  async function logOf(...daysAgo: readonly number[]) {
    const log = await openMemoryFactLog({
      disk: createMemoryLogDisk(),
      terminal,
      newIncarnation: () => ids.next('incarnation'),
    })
    const own = new OwnFacts(terminal)
    const drafts = noteDrafts(ids, order, person, daysAgo.map(String))
    const facts = await log.append(
      drafts.map((draft, index) => ({ ...draft, at: { ms: NOW - (daysAgo[index] ?? 0) * DAY_MS, tick: 0 } })),
    )
    own.add(facts)
    const left = async () => (await log.read(null, 100)).map(({ body }) => Number(body['text']))
    return { log, own, facts, left }
  }

  const decide = (own: OwnFacts, facts: readonly Fact[]) => own.decide(facts.map(({ id }) => id))

  it('loses what is decided and more than a week old', async () => {
    const { log, own, facts, left } = await logOf(20, 9, 8, 6, 1)
    decide(own, facts)
    expect(await tidyLog(log, own, NOW)).toBe(3)
    expect(await left()).toEqual([6, 1])
    expect(await tidyLog(log, own, NOW)).toBe(0)
  })

  it('keeps everything from the first undecided fact on, however old (E1)', async () => {
    const { log, own, facts, left } = await logOf(20, 19, 18, 17)
    decide(own, [...facts.slice(0, 1), ...facts.slice(2)])
    expect(await tidyLog(log, own, NOW)).toBe(1)
    expect(await left()).toEqual([19, 18, 17])
  })

  it('reads a long log through, page by page', async () => {
    const { log, own } = await logOf()
    const drafts = noteDrafts(
      ids,
      order,
      person,
      Array.from({ length: 1_203 }, () => 'old'),
    )
    const facts = await log.append(drafts)
    decide(own, facts.slice(0, 1_100))
    own.add(facts)
    expect(await tidyLog(log, own, NOW)).toBe(1_100)
    expect(await log.read(null, 5_000)).toHaveLength(103)
  })

  it('knows nothing of facts that are not its own', async () => {
    const { log, own } = await logOf()
    const others = chainFacts(
      startLog(ids.next('terminal'), ids.next('incarnation')),
      noteDrafts(ids, order, person, ['x']),
    )
    decide(own, others.facts)
    expect(await tidyLog(log, own, NOW)).toBe(0)
  })
})

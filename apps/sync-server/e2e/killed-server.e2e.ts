import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OrderDocument } from '@orderez/core/orders'
import { pushResponseSchema } from '@orderez/core/sync'
import {
  openStaffedSite,
  startPushCrew,
  type Larder,
  type PushCrew,
  type RestaurantServer,
  type StageTerminal,
} from './stage/index.ts'

const TERMINALS = 4
/** How long the server works before each end; no two alike, so that it ends at another step each time. */
const KILL_AFTER_MS = [150, 400, 90, 700, 250, 33, 510, 320, 60, 900]
const LIMIT_MS = 240_000

let server: RestaurantServer
let terminals: readonly StageTerminal[]
let larder: Larder

beforeAll(async () => {
  ;({ server, terminals, larder } = await openStaffedSite(TERMINALS))
})
afterAll(() => server.close())

it(
  'kill -9 in the middle of pushes, ten times: what was answered is there once, with the verdict that was answered',
  async () => {
    const epoch = await terminals[0]!.epoch()
    const crew = await startPushCrew(terminals, larder)
    const readyMs: number[] = []
    for (const workMs of KILL_AFTER_MS) {
      await new Promise((resolve) => setTimeout(resolve, workMs))
      await server.kill()
      await server.start()
      readyMs.push(Math.round(server.readyMs()))
    }
    await crew.finish('retry')
    console.log(
      `${crew.acknowledged.size} facts answered; interrupted: ${JSON.stringify([...crew.interrupted])}; ready after ms: ${readyMs.join(' ')}`,
    )

    expect(crew.interrupted.get('no answer')).toBeGreaterThanOrEqual(KILL_AFTER_MS.length)
    expect(crew.acknowledged.size).toBe(crew.sent.length)
    await expectOnceAsAnswered(crew)
    expect(await terminals[0]!.epoch()).toBe(epoch)
    await expectSameVerdictsAgain(crew, epoch)
    await expectOnceAsAnswered(crew)
  },
  LIMIT_MS,
)

async function expectOnceAsAnswered(crew: PushCrew): Promise<void> {
  const orders = new Map((await terminals[1]!.pullAll('orders')).map((order) => [order['id'], order]))
  const stored = [...orders.values()].flatMap((order) => {
    const { id, facts, verdicts } = order as unknown as OrderDocument // a pulled page is typed as JSON only
    expect(Object.keys(verdicts).toSorted()).toEqual(Object.keys(facts).toSorted())
    return Object.values(verdicts).map((verdict) => ({ outcome: 'decided', order: id, verdict }))
  })
  const byFact = Map.groupBy(stored, ({ verdict }) => verdict.of)
  expect(byFact.size).toBe(crew.sent.length)
  for (const { fact } of crew.sent) {
    expect(byFact.get(fact.id)).toEqual([crew.acknowledged.get(fact.id)])
    expect(byFact.get(fact.id)?.[0]?.verdict.decision).toBe('accepted')
  }
}

async function expectSameVerdictsAgain(crew: PushCrew, epoch: string): Promise<void> {
  for (const terminal of terminals) {
    const facts = crew.sent.filter((entry) => entry.terminal === terminal).map(({ fact }) => fact)
    const answer = await terminal.push(facts.slice(0, 500), [], epoch)
    const outcomes = pushResponseSchema.parse(answer.body).facts
    expect(outcomes).toHaveLength(Math.min(500, facts.length))
    for (const outcome of outcomes) {
      expect(outcome.outcome === 'decided' && crew.acknowledged.get(outcome.verdict.of)).toEqual(outcome)
    }
  }
}

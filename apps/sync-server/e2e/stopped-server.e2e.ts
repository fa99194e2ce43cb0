import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OrderDocument } from '@orderez/core/orders'
import { pushResponseSchema } from '@orderez/core/sync'
import {
  isRunning,
  lineOf,
  openedDraft,
  openSignalStream,
  openStaffedSite,
  roundDraft,
  stageIds,
  startPushCrew,
  type Larder,
  type RestaurantServer,
  type StageTerminal,
} from './stage/index.ts'

/** What a terminal may get for a push that comes into the stop: an answer, a refusal that says so, or a closed connection. */
const FAIR = /^(no answer|partly decided|503 (server\.stopping|authority\.unavailable))$/

let server: RestaurantServer
let terminals: readonly StageTerminal[]
let larder: Larder

beforeAll(async () => {
  ;({ server, terminals, larder } = await openStaffedSite(4))
})
afterAll(() => server.close())

it('SIGTERM under load: ends soon and well, leaves no process behind, and loses nothing that it answered', async () => {
  const epoch = await terminals[0]!.epoch()
  const streams = await Promise.all(terminals.map(({ token }) => openSignalStream(server, token)))
  const crew = await startPushCrew(terminals, larder)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const processes = server.processes()
  expect(processes.length).toBeGreaterThan(1)

  const from = performance.now()
  const code = await server.stop()
  const ms = Math.round(performance.now() - from)
  await crew.finish('leave')
  console.log(`stopped in ${ms} ms; ${crew.acknowledged.size} facts answered; ${JSON.stringify([...crew.interrupted])}`)
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  expect(processes.filter(isRunning)).toEqual([])
  for (const why of crew.interrupted.keys()) expect(why).toMatch(FAIR)
  await Promise.all(streams.map(({ ended }) => ended))

  await server.start()
  expect(await terminals[0]!.epoch()).toBe(epoch)
  expect(crew.acknowledged.size).toBeGreaterThan(20)
  const orders = new Map((await terminals[0]!.pullAll('orders')).map((order) => [order['id'], order]))
  for (const [fact, { order, verdict }] of crew.acknowledged) {
    const stored = orders.get(order) as unknown as OrderDocument | undefined // a pulled page is typed as JSON only
    expect(new Map(Object.entries(stored?.verdicts ?? {})).get(fact)).toEqual(verdict)
  }
})

it('a push that is under way is answered before the end', async () => {
  const terminal = terminals[0]!
  const waiter = larder.people.get('lin')!
  const order = stageIds.next('order')
  const rounds = Array.from({ length: 499 }, (_, index) =>
    roundDraft(order, waiter, [lineOf(larder.versions[index % 9]!)]),
  )
  const facts = terminal.log([openedDraft(terminal, order, waiter, 1), ...rounds])
  const pushed = terminal.push(facts, [], await terminal.epoch())
  await new Promise((resolve) => setTimeout(resolve, 60))
  const ended = server.stop()
  const answer = await pushed
  expect(answer.status).toBe(200)
  expect(pushResponseSchema.parse(answer.body).facts.map(({ outcome }) => outcome)).toEqual(facts.map(() => 'decided'))
  expect(await ended).toBe(0)
  await server.start()
  expect(await terminal.pullAll('orders')).toContainEqual(expect.objectContaining({ id: order }))
})

it('an idle server with open streams and kept connections stops at once', async () => {
  const streams = await Promise.all(terminals.map(({ token }) => openSignalStream(server, token)))
  const from = performance.now()
  expect(await server.stop()).toBe(0)
  const ms = performance.now() - from
  expect(ms).toBeLessThan(3_000)
  await Promise.all(streams.map(({ ended }) => ended))
  await server.start()
})

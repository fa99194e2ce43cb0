import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  lineOf,
  openedDraft,
  openSignalStream,
  openStaffedSite,
  roundDraft,
  stageIds,
  type Larder,
  type RestaurantServer,
  type SignalStream,
  type SiteClient,
  type StageTerminal,
} from './stage/index.ts'

const SIGNAL_MS = 200

let server: RestaurantServer
let client: SiteClient
let waiter: StageTerminal
let kitchen: StageTerminal
let larder: Larder

beforeAll(async () => {
  const site = await openStaffedSite(2)
  ;({ server, client, larder } = site)
  ;[waiter, kitchen] = site.terminals as [StageTerminal, StageTerminal]
  await order()
})
afterAll(() => server.close())

/** One push of an order with a round; resolves with the time at which it was sent. */
async function order(): Promise<number> {
  const id = stageIds.next('order')
  const person = larder.people.get('lin')!
  const line = lineOf(larder.versions[0]!)
  const facts = waiter.log([openedDraft(waiter, id, person, 1), roundDraft(id, person, [line])])
  const epoch = await waiter.epoch()
  const at = performance.now()
  expect((await waiter.push(facts, [], epoch)).status).toBe(200)
  return at
}

const tells = (collection: 'orders' | 'floor') => (message: SignalStream['heard'][number]['message']) =>
  message.type === 'changed' && message.collections.includes(collection)

describe('the stream of signals', () => {
  it('opens with a beat and beats at least every five seconds', async () => {
    const stream = await openSignalStream(server, kitchen.token)
    expect(stream).toMatchObject({ status: 200, contentType: expect.stringMatching(/^application\/x-ndjson/) })
    const opened = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 11_500))
    const beats = stream.heard.filter(({ message }) => message.type === 'beat')
    expect(beats[0]!.at - opened).toBeLessThan(SIGNAL_MS)
    expect(beats.length).toBeGreaterThanOrEqual(3)
    for (const [index, beat] of beats.entries()) {
      expect(beat.at - (beats[index - 1]?.at ?? opened)).toBeLessThan(5_500)
      expect(beat.message).toMatchObject({ epoch: await kitchen.epoch() })
    }
    stream.close()
  })

  it('tells another terminal of a push within 200 ms, and of each kind of collection', async () => {
    const stream = await openSignalStream(server, kitchen.token)
    const delays: number[] = []
    for (let push = 0; push < 10; push += 1) {
      const told = stream.next(tells('orders'), 5_000)
      const sent = await order()
      delays.push((await told).at - sent)
    }
    const sorted = delays.toSorted((a, b) => a - b)
    console.log(`push → signal, ms: median ${sorted[5]?.toFixed(1)}, worst ${sorted.at(-1)?.toFixed(1)}`)
    expect(sorted[5]).toBeLessThan(SIGNAL_MS)

    const table = (await waiter.pullAll('floor')).find(({ kind }) => kind === 'table')!
    const edit = {
      id: stageIds.next('edit'),
      collection: 'floor',
      document: table['id'],
      person: larder.people.get('zhao'),
      base: table,
      mine: { ...table, seats: 9 },
    }
    const told = stream.next(tells('floor'), 5_000)
    expect((await waiter.push([], [edit])).body['edits']).toMatchObject([{ outcome: 'merged' }])
    await told
    stream.close()
  })

  it('is held by a hundred terminals at once, and each is told', async () => {
    const streams = await Promise.all(Array.from({ length: 100 }, () => openSignalStream(server, kitchen.token)))
    const told = streams.map((stream) => stream.next(tells('orders'), 5_000))
    const sent = await order()
    const heard = await Promise.all(told)
    const last = Math.max(...heard.map(({ at }) => at)) - sent
    console.log(`push → the last of 100 streams told: ${last.toFixed(1)} ms`)
    expect(last).toBeLessThan(1_000)
    for (const stream of streams) stream.close()
    expect((await client.get('/ready')).status).toBe(200)
  })

  it('is not opened by HEAD or another method', async () => {
    const headers = { authorization: `Bearer ${kitchen.token}` }
    expect((await client.ask('HEAD', '/api/sync/stream', headers)).status).toBe(200)
    expect((await client.ask('POST', '/api/sync/stream', headers)).body['code']).toBe('method.unknown')
  })

  it('ends with the server', async () => {
    const stream = await openSignalStream(server, kitchen.token)
    expect(await server.stop()).toBe(0)
    await stream.ended
    await server.start()
  })
})

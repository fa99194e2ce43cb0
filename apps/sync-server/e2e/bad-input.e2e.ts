import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { businessDaySchema } from '@orderez/core/kernel'
import { ledgerEntryOf, ledgerNameOf } from '@orderez/core/ledger'
import type { Fact } from '@orderez/core/orders'
import {
  lineOf,
  openedDraft,
  openStaffedSite,
  roundDraft,
  stageIds,
  type Larder,
  type RestaurantServer,
  type SiteClient,
  type StageTerminal,
} from './stage/index.ts'

let server: RestaurantServer
let client: SiteClient
let terminal: StageTerminal
let other: StageTerminal
let larder: Larder

beforeAll(async () => {
  const site = await openStaffedSite(2)
  ;({ server, client, larder } = site)
  ;[terminal, other] = site.terminals as [StageTerminal, StageTerminal]
  await terminal.epoch()
})
afterAll(() => server.close())

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const RAW_BODIES: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['no JSON', '{"a":'],
  ['an array', '[]'],
  ['a number', '7'],
  ['null', 'null'],
  ['deep nesting', deep(2_000)],
  ['a forbidden key', '{"__proto__":{"admin":true}}'],
  ['duplicate keys', '{"branch":"a","branch":"b"}'],
  ['a number beyond 2^53', '{"protocol":9007199254740993}'],
  ['a huge number', '{"protocol":1e400}'],
  ['a lone surrogate', '{"branch":"\\ud800"}'],
  ['unknown fields', '{"unknown":1}'],
  ['10 MB', JSON.stringify({ text: 'x'.repeat(10_000_000) })],
]
const POSTS = [
  '/api/sync/handshake',
  '/api/sync/push',
  '/api/sync/pull',
  '/api/sync/fetch',
  '/api/terminals/token',
  '/api/terminals/enrol',
  '/api/terminals/join-codes',
]

describe('bodies that no client sends', () => {
  it.each(POSTS)('%s answers each with a typed refusal and nothing changes', async (path) => {
    const before = await picture()
    for (const [name, body] of RAW_BODIES) {
      const answer = await client.post(path, body, terminal.token)
      expect(answer.status, `${name} to ${path}`).toBeGreaterThanOrEqual(400)
      expect(answer.status, `${name} to ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(500)
      expect(answer.headers['content-type'], name).toMatch(/application\/problem\+json/)
      expect(answer.body['code'], name).toEqual(expect.any(String))
      expect(JSON.stringify(answer.body), name).not.toMatch(/node_modules|\.ts:|at /)
    }
    expect(await picture()).toEqual(before)
  })

  it.each(['_revs_diff', '_bulk_docs'])('a ledger’s %s does the same', async (call) => {
    for (const [name, body] of RAW_BODIES) {
      const answer = await client.post(`${ledgerOf(terminal)}/${call}`, body, terminal.token)
      expect(answer.status, `${name}: ${JSON.stringify(answer.body)}`).toBeGreaterThanOrEqual(400)
      expect(answer.status, name).toBeLessThan(500)
      expect(answer.body['code'], name).toEqual(expect.any(String))
    }
  })

  it('refuses calls without a token, with a made-up one, and another content type', async () => {
    for (const path of ['/api/sync/push', '/api/sync/pull']) {
      expect((await client.post(path, {})).body['code']).toBe('token.missing')
      expect((await client.post(path, {}, 'x.y.z')).body['code']).toBe('token.invalid')
    }
    expect((await client.get('/api/sync/stream')).status).toBe(401)
    expect((await client.get('/api/nothing')).body['code']).toBe('route.unknown')
  })
})

describe('requests of the right shape with wrong content', () => {
  it('refuses another branch, another protocol and a cursor that this server never gave', async () => {
    const branch = stageIds.next('branch')
    const { token } = terminal
    const pull = { branch: terminal.branch, collection: 'orders', checkpoint: null, limit: 10 }
    const refusals = [
      [await client.post('/api/sync/pull', { ...pull, branch }, token), 'branch.other'],
      [await client.post('/api/sync/pull', { ...pull, collection: 'site' }, token), 'request.malformed'],
      [await client.post('/api/sync/pull', { ...pull, limit: -1 }, token), 'request.malformed'],
      [await client.post('/api/sync/pull', { ...pull, limit: 1e9 }, token), 'request.malformed'],
      [
        await client.post('/api/sync/fetch', { branch: terminal.branch, collection: 'orders', ids: [] }, token),
        'request.malformed',
      ],
      [await client.post('/api/sync/push', { branch, epoch: 'abcd', facts: [], edits: [] }, token), 'branch.other'],
      [
        await client.post(
          '/api/sync/handshake',
          {
            protocol: 999,
            branch: terminal.branch,
            incarnation: stageIds.next('incarnation'),
            n: 0,
            hash: '0'.repeat(64),
            decided: 0,
            epoch: null,
          },
          token,
        ),
        'protocol.unsupported',
      ],
    ] as const
    for (const [answer, code] of refusals) expect(answer.body['code']).toBe(code)
    for (const [answer] of refusals) expect(answer.status).toBeLessThan(500)
  })

  it('answers a checkpoint of the future or another epoch with a snapshot or a typed refusal, never with an empty page', async () => {
    const first = await client.post(
      '/api/sync/pull',
      { branch: terminal.branch, collection: 'menu', checkpoint: null, limit: 500 },
      terminal.token,
    )
    const checkpoint = first.body['checkpoint'] as { seq: string; epoch: string; scope: string }
    for (const wrong of [
      { ...checkpoint, epoch: 'zzzz9999' },
      { ...checkpoint, scope: 'other' },
      { ...checkpoint, seq: `${checkpoint.seq}9999999` },
    ]) {
      const answer = await client.post(
        '/api/sync/pull',
        { branch: terminal.branch, collection: 'menu', checkpoint: wrong, limit: 500 },
        terminal.token,
      )
      const isSnapshot = answer.body['restarted'] === true && (answer.body['documents'] as unknown[]).length > 0
      expect(['snapshot', 'cursor.invalid']).toContain(isSnapshot ? 'snapshot' : answer.body['code'])
    }
  })
})

describe('a push with something bad in it', () => {
  it('decides 499 of 500 and keeps the bad one as a dead letter', async () => {
    const facts: unknown[] = terminal.log(manyRounds(500))
    facts[250] = { ...(facts[250] as Fact), at: { ms: -5, tick: 0 }, note: 'not of the schema' }
    const answer = await terminal.push(facts)
    expect(answer.status).toBe(200)
    const outcomes = answer.body['facts'] as { outcome: string; verdict?: { decision: string } }[]
    expect(outcomes.filter((one) => one.outcome === 'deadLetter')).toHaveLength(1)
    expect(outcomes.filter((one) => one.outcome === 'decided' && one.verdict?.decision === 'accepted')).toHaveLength(
      499,
    )
  })

  it('gives a verdict or a dead letter to each foul fact, and none counts', async () => {
    const waiter = larder.people.get('lin')!
    const order = stageIds.next('order')
    const [version] = larder.versions
    const line = lineOf(version!)
    const [opened, round] = terminal.log([openedDraft(terminal, order, waiter, 900), roundDraft(order, waiter, [line])])
    const foul: unknown[] = [
      null,
      7,
      'text',
      [],
      { ...round, terminal: stageIds.next('terminal') },
      { ...round, n: 9_007_199_254_740_991, at: { ms: 1e15, tick: 0 } },
      { ...round, id: 'fct_x' },
      { ...round, kind: 'verdict' },
      { ...round, body: { round: stageIds.next('round'), lines: [{ ...line, quantity: -1000 }] } },
      { ...round, body: { round: stageIds.next('round'), lines: [{ ...line, note: 'x\ud800' }] } },
      { ...round, body: { round: stageIds.next('round'), lines: [{ ...line, price: { base: 1e300, options: [] } }] } },
      { ...round, id: stageIds.next('fact'), person: stageIds.next('person') },
      {
        ...round,
        id: stageIds.next('fact'),
        body: {
          round: stageIds.next('round'),
          lines: [{ ...line, id: stageIds.next('line'), price: { ...line.price, base: 1 } }],
        },
      },
    ]
    const answer = await terminal.push([opened, ...foul])
    expect(answer.status).toBe(200)
    const outcomes = answer.body['facts'] as { outcome: string; verdict?: { decision: string } }[]
    const accepted = outcomes.filter((one) => one.verdict?.decision === 'accepted')
    expect(accepted).toHaveLength(1)
    expect(outcomes).toHaveLength(foul.length + 1)
    expect(outcomes.filter((one) => one.outcome === 'retry')).toHaveLength(0)
  })

  it('does not let one terminal write in the name of another', async () => {
    const order = stageIds.next('order')
    const facts = other.log([openedDraft(other, order, larder.people.get('lin')!, 1)])
    const answer = await terminal.push(facts)
    const [outcome] = answer.body['facts'] as { outcome: string; verdict?: { decision: string } }[]
    expect(outcome?.verdict?.decision).not.toBe('accepted')
  })
})

describe('a ledger', () => {
  const ask = (path: string, body: unknown, who = terminal) =>
    client.post(`${ledgerOf(terminal)}${path}`, body, who.token)
  const decisions = async (order: string) => {
    const [document] = (await terminal.pullAll('orders')).filter(({ id }) => id === order)
    const verdicts = (document?.['verdicts'] ?? {}) as Record<string, { readonly decision: string }>
    return Object.values(verdicts).map(({ decision }) => decision)
  }

  it('is its own terminal’s alone, and answers nothing else of CouchDB', async () => {
    for (const [path, body] of [
      ['', undefined],
      ['/_revs_diff', {}],
      ['/_bulk_docs', { docs: [] }],
      ['/_local/x', undefined],
    ] as const) {
      const asked =
        body === undefined ? client.get(`${ledgerOf(terminal)}${path}`, other.token) : ask(path, body, other)
      const answer = await asked
      expect([answer.status, answer.body['code']], path).toEqual([403, 'ledger.other'])
    }
    for (const path of ['/_changes', '/_all_docs', '/_design/x', '/_local_docs', '/x'])
      expect((await client.get(`${ledgerOf(terminal)}${path}`, terminal.token)).status, path).toBe(404)
    expect((await client.get('/api/ledger/orders', terminal.token)).status).toBe(404)
    expect((await client.post(`${ledgerOf(terminal)}/_bulk_docs`, { docs: [] })).body['code']).toBe('token.missing')
  })

  it('keeps what is in doubt beside it, answers no document with a refusal, and what is sound is decided without any push', async () => {
    const waiter = larder.people.get('lin')!
    const order = stageIds.next('order')
    const line = lineOf(larder.versions[0]!)
    const facts = terminal.log([openedDraft(terminal, order, waiter, 901), roundDraft(order, waiter, [line])])
    const entries = facts.map((fact) => ledgerEntryOf(fact))
    const revisions = Object.fromEntries(entries.map(({ _id, _rev }) => [_id, [_rev]]))
    const foreign = other
      .log([openedDraft(other, stageIds.next('order'), waiter, 2)])
      .map((fact) => ledgerEntryOf(fact))
    const asked = await ask('/_revs_diff', { ...revisions, [foreign[0]!._id]: [foreign[0]!._rev], odd: ['1-x'] })
    expect(Object.keys(asked.body).toSorted()).toEqual([...Object.keys(revisions), foreign[0]!._id, 'odd'].toSorted())
    const docs = `[${[...entries, ...foreign].map((entry) => JSON.stringify(entry)).join()},${deep(2_000)},"\\ud800",null]`
    const kept = await ask('/_bulk_docs', `{"new_edits":false,"docs":${docs}}`)
    expect([kept.status, kept.body]).toEqual([201, []])
    expect((await ask('/_revs_diff', revisions)).body).toEqual({})
    await expect.poll(() => decisions(order), { timeout: 30_000 }).toEqual(['accepted', 'accepted'])
    const inbox = await terminal.pullAll('inbox')
    expect(inbox.filter(({ kind, flaw }) => kind === 'ledgerFinding' && flaw === 'foreign')).toHaveLength(1)
    const again = await terminal.push(facts)
    expect((again.body['facts'] as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual(['decided', 'decided'])
    expect(await decisions(order)).toEqual(['accepted', 'accepted'])
  })
})

function ledgerOf({ terminal: of }: StageTerminal): string {
  const day = businessDaySchema.parse(new Date().toISOString().slice(0, 10))
  return `/api/ledger/${ledgerNameOf({ terminal: of, day })}`
}

function manyRounds(count: number) {
  const waiter = larder.people.get('lin')!
  const drafts = []
  for (let number = 0; drafts.length < count; number += 1) {
    const order = stageIds.next('order')
    drafts.push(openedDraft(terminal, order, waiter, number + 1))
    for (const version of larder.versions.slice(0, 9)) drafts.push(roundDraft(order, waiter, [lineOf(version)]))
  }
  return drafts.slice(0, count)
}

/** Everything that a terminal can see, and the epoch. */
async function picture() {
  const collections = ['orders', 'carts', 'menu', 'floor', 'branch', 'inbox']
  const documents = await Promise.all(collections.map((collection) => terminal.pullAll(collection)))
  return { epoch: await terminal.epoch(), documents }
}

describe('a body from somebody unknown', () => {
  it('is read only while it is small, and never when it is compressed', async () => {
    const large = { terminal: terminal.terminal, refreshToken: 'x'.repeat(8_000) }
    expect((await client.post('/api/terminals/token', large)).body['code']).toBe('request.tooLarge')
    const bomb = gzipSync(JSON.stringify({ text: 'x'.repeat(3_000_000) }))
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const answer = await client.ask('POST', '/api/terminals/token', headers, bomb)
    expect([answer.status, answer.body['code']]).toEqual([415, 'request.notJson'])
  })
})

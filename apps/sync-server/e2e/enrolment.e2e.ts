import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createSiteClient,
  enrolTerminal,
  openLarder,
  openRestaurant,
  openSignalStream,
  stageIds,
  type RestaurantServer,
  type SiteClient,
  type StageTerminal,
} from './stage/index.ts'

/** Every call that needs a token. */
const CALLS = ['handshake', 'push', 'pull', 'fetch'].map((call) => `/api/sync/${call}`)

let server: RestaurantServer
let client: SiteClient
let office: StageTerminal
const secrets: string[] = []

beforeAll(async () => {
  server = await openRestaurant({ log: 'trace' })
  client = createSiteClient(server.port, server.caPem)
  office = await enrolled()
})
afterAll(() => server.close())

async function enrolled(): Promise<StageTerminal> {
  const code = await server.joinCode()
  const terminal = await enrolTerminal(client, code)
  secrets.push(terminal.token, terminal.refreshToken)
  return terminal
}

describe('enrolment', () => {
  it('lets one of two terminals in that race with one code', async () => {
    const code = await server.joinCode()
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((name) => client.post('/api/terminals/enrol', { code, name: `Racer ${name}` })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body['code'] === 'joinCode.wrong')).toHaveLength(2)
    expect((await client.post('/api/terminals/enrol', { code, name: 'Late' })).body['code']).toBe('joinCode.wrong')
  })

  it('gives each terminal letters of its own, also after a restart', async () => {
    const letters = [office.letters, (await enrolled()).letters]
    await server.kill()
    await server.start()
    letters.push((await enrolled()).letters, (await enrolled()).letters)
    expect(new Set(letters).size).toBe(letters.length)
    const records = (await office.pullAll('branch')).filter(({ kind }) => kind === 'terminal')
    expect(new Set(records.map((record) => record['letters'])).size).toBe(records.length)
  })

  it('gives a manager a code for the next terminal, and nobody else', async () => {
    const people = (await openLarder(office)).people
    const ask = (person: string | undefined, pin: string) =>
      client.post('/api/terminals/join-codes', { person, pin }, office.token)
    const given = await ask(people.get('zhao'), '555555')
    expect(given.status).toBe(201)
    secrets.push(String(given.body['code']))
    const joined = await enrolTerminal(client, String(given.body['code']))
    expect(joined.letters).toMatch(/^[A-Z]{2}$/)
    expect((await ask(people.get('lin'), '111111')).body['code']).toBe('right.missing')
    const withoutToken = { person: people.get('zhao'), pin: '555555' }
    expect((await client.post('/api/terminals/join-codes', withoutToken)).body['code']).toBe('token.missing')
  })
})

describe('tokens', () => {
  it('are renewed, also when the answer was lost', async () => {
    const { terminal, refreshToken, branch } = await enrolled()
    const refresh = (token: string) => client.post('/api/terminals/token', { terminal, refreshToken: token })
    await refresh(refreshToken)
    const again = await refresh(refreshToken)
    expect(again.status).toBe(200)
    const { accessToken, refreshToken: next } = again.body as { accessToken: string; refreshToken: string }
    secrets.push(accessToken, next)
    const pull = { branch, collection: 'floor', checkpoint: null, limit: 10 }
    expect((await client.post('/api/sync/pull', pull, accessToken)).status).toBe(200)
    expect((await refresh(next)).status).toBe(200)
    expect((await refresh(refreshToken)).body['code']).toBe('token.invalid')
    expect((await refresh('x'.repeat(43))).body['code']).toBe('token.invalid')
  })

  it('of a revoked terminal are refused at once on every route, and its stream ends', async () => {
    const lost = await enrolled()
    const { people } = await openLarder(office)
    const stream = await openSignalStream(server, lost.token)
    const others = await openSignalStream(server, office.token)
    const manager = { person: people.get('zhao'), pin: '555555', terminal: lost.terminal }
    const revoke = (body: unknown) => client.post('/api/terminals/revoke', body, office.token)
    expect((await revoke({ ...manager, pin: '000000' })).body['code']).toBe('signIn.wrong')
    expect((await revoke({ ...manager, person: people.get('lin'), pin: '111111' })).body['code']).toBe('right.missing')
    expect((await revoke({ ...manager, terminal: stageIds.next('terminal') })).body['code']).toBe('terminal.unknown')
    expect((await revoke(manager)).status).toBe(204)

    const refused = [
      ...(await Promise.all(CALLS.map((path) => client.post(path, {}, lost.token)))),
      await client.post('/api/terminals/join-codes', { person: people.get('zhao'), pin: '555555' }, lost.token),
      await client.get('/api/sync/stream', lost.token),
      await client.get(`/api/ledger/${lost.terminal}.2026-11-23`, lost.token),
      await client.post(`/api/ledger/${lost.terminal}.2026-11-23/_bulk_docs`, { docs: [] }, lost.token),
      await client.post('/api/terminals/token', { terminal: lost.terminal, refreshToken: lost.refreshToken }),
    ]
    for (const { status, body } of refused) expect([status, body['code']]).toEqual([401, 'terminal.revoked'])
    await stream.ended
    await expect(others.next(({ type }) => type === 'beat', 6_000)).resolves.toBeDefined()
    others.close()

    await server.kill()
    await server.start()
    expect((await client.post('/api/sync/pull', {}, lost.token)).body['code']).toBe('terminal.revoked')
  })
})

describe('the log', () => {
  it('names each request, by the caller’s id where it is a sane one', async () => {
    const id = 'request-of-a-test'
    const given = await client.ask('GET', '/api/site', { 'x-request-id': id })
    expect(given.headers['x-request-id']).toBe(id)
    const made = await client.ask('GET', '/api/nothing', { 'x-request-id': 'not sane: {"level":60}' })
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    await expect
      .poll(() => server.output())
      .toContain(`"requestId":"${id}","method":"GET","path":"/api/site","status":200`)
    await expect.poll(() => server.output()).toContain(`"requestId":"${String(made.headers['x-request-id'])}"`)
    expect(server.output()).not.toContain('not sane')
  })

  it('has no token, code or PIN in it', async () => {
    const wrong = await client.post('/api/terminals/enrol', { code: 'WRNGCDE2', name: 'Stranger' })
    expect(wrong.status).toBe(403)
    const log = server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    expect(log.length).toBeGreaterThan(30)
    expect(secrets.length).toBeGreaterThan(10)
    const text = log.join('\n')
    for (const secret of [...secrets, 'WRNGCDE2']) expect(text).not.toContain(secret)
    expect(text).not.toMatch(/"(111111|555555)"|Bearer|eyJ[\w-]{10}|\$argon2id/)
    for (const [, code] of server.output().matchAll(/Join code\D+?([2-9A-Z]{4}-[2-9A-Z]{4})/g)) {
      expect(text).not.toContain(code)
      expect(text).not.toContain(code?.replace('-', ''))
    }
  })
})

describe('guessing', () => {
  it('of codes is locked after a few wrong ones, for the right one too', async () => {
    const code = await server.joinCode()
    const statuses: number[] = []
    for (let guess = 0; guess < 6; guess += 1) {
      statuses.push((await client.post('/api/terminals/enrol', { code: 'WRNGCDE3', name: 'Stranger' })).status)
    }
    expect(statuses.at(-1)).toBe(429)
    const locked = await client.post('/api/terminals/enrol', { code, name: 'Late' })
    expect([locked.status, locked.body['code']]).toEqual([429, 'joinCode.locked'])
    expect((await office.push([])).status).toBe(200)
  })
})

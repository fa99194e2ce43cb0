import { createServer } from 'node:http'
import { Writable } from 'node:stream'
import type { RequestHandler } from 'express'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIdSource, err, ok } from '@orderez/core/kernel'
import { StoreError } from '@orderez/core/sync'
import { createApp } from './app.ts'
import { sessionOf } from './http/authenticate.ts'
import { listen, type Listener } from './http/listen.ts'
import type { Route } from './http/route.ts'

const ids = createIdSource({ now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })
const actor = { terminal: ids.next('terminal'), branch: ids.next('branch') }
const LIMIT = 20

const fault: RequestHandler = () => {
  throw new Error('a mistake in /home/somebody/secret.ts')
}
const halfAnswer: RequestHandler = (_request, response) => {
  response.write('half of an ans')
  throw new Error('a mistake in the middle')
}
const storeAway: RequestHandler = () => {
  throw new StoreError('store.unavailable', 'http://10.0.0.7:5984 refused')
}
const ROUTES: readonly Route[] = [
  { method: 'get', path: '/api/fault', access: 'anyone', handle: fault },
  { method: 'get', path: '/api/half', access: 'anyone', handle: halfAnswer },
  { method: 'get', path: '/api/away', access: 'anyone', handle: storeAway },
  {
    method: 'get',
    path: '/api/own',
    access: 'terminal',
    handle: (_request, response) => void response.json(sessionOf(response).actor),
  },
  { method: 'get', path: '/health', access: 'anyone', handle: (_request, response) => void response.json({}) },
]

let stopping: boolean
let log: string
let listener: Listener

beforeEach(async () => {
  stopping = false
  log = ''
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString()
      done()
    },
  })
  const app = createApp({
    log: pino({ level: 'info' }, lines),
    routes: ROUTES,
    identify: (token) =>
      Promise.resolve(token === 'good' ? ok({ actor, expiresAt: Number.MAX_SAFE_INTEGER }) : err('terminal.revoked')),
    isStopping: () => stopping,
    web: null,
    requestsAMinute: LIMIT,
  })
  listener = await listen(createServer(app), 0, '127.0.0.1')
})
afterEach(() => listener.stop(0))

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${listener.port}${path}`, { headers })
const codeOf = async (answer: Response) => ((await answer.json()) as { code?: string }).code

describe('the app', () => {
  it('tells nothing of a mistake of ours, and logs it under the id of the request', async () => {
    const answer = await ask('/api/fault')
    expect(answer.status).toBe(500)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const text = await answer.text()
    expect(JSON.parse(text)).toEqual({
      type: 'about:blank',
      title: 'server.fault',
      status: 500,
      code: 'server.fault',
    })
    const id = answer.headers.get('x-request-id') ?? 'none'
    const lines = log.split('\n').filter((line) => line.includes(id))
    expect(lines.some((line) => line.includes('a mistake in /home/somebody/secret.ts'))).toBe(true)
  })

  it('says that it can be tried again where the store is away', async () => {
    const answer = await ask('/api/away')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await codeOf(answer)).toBe('authority.unavailable')
  })

  it('cuts an answer that it cannot finish, so that nobody takes it for a whole one', async () => {
    const cut = ask('/api/half').then((answer) => answer.text())
    await expect(cut).rejects.toThrow(/terminated|fetch failed/)
    await vi.waitFor(() => expect(log).toContain('a mistake in the middle'))
  })

  it('hands the session of a good token to the route, and the reason of a bad one to the caller', async () => {
    expect(await (await ask('/api/own', { authorization: 'Bearer good' })).json()).toEqual(actor)
    const refused = await ask('/api/own', { authorization: 'Bearer other' })
    expect([refused.status, await codeOf(refused)]).toEqual([401, 'terminal.revoked'])
    for (const authorization of ['', 'good', 'Basic Z29vZA==']) {
      expect(await codeOf(await ask('/api/own', { authorization }))).toBe('token.missing')
    }
  })

  it('begins nothing new while it stops, and says so on a connection that it closes', async () => {
    stopping = true
    const answer = await ask('/api/own', { authorization: 'Bearer good' })
    expect([answer.status, answer.headers.get('connection')]).toEqual([503, 'close'])
    expect(await codeOf(answer)).toBe('server.stopping')
    expect((await ask('/health')).status).toBe(200)
  })

  it('tells an address that asks too much to wait', async () => {
    const answers = await Promise.all(
      Array.from({ length: LIMIT + 5 }, () => ask('/api/own', { authorization: 'Bearer good' })),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(5)
    for (const answer of refused) expect(await codeOf(answer)).toBe('request.tooMany')
    expect((await ask('/health')).status).toBe(200)
  })
})

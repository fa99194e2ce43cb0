import { createServer, request } from 'node:http'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIdSource, err, ok } from '@orderez/core/kernel'
import { jsonBody } from '../../http/json-body.ts'
import { listen, type Listener } from '../../http/listen.ts'
import { problemHandler } from '../../http/problem.ts'
import { limitWrongTries } from '../../http/wrong-tries.ts'
import { terminalHandlers } from './terminal-handlers.ts'

const LIMIT = 5
const WINDOW_MS = 1_000
const RIGHT = 'ABCDEFGH'
const WRONG = 'HGFEDCBA'
const ids = createIdSource({ now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })

let listener: Listener
let spent: number

beforeEach(async () => {
  spent = 0
  const handlers = terminalHandlers({
    joinCodes: {
      mint: () => Promise.resolve({ code: RIGHT, expiresAt: 0 }),
      spend: () => Promise.resolve(ok(null)),
    },
    enrol: ({ code }) => {
      spent += 1
      const [terminal, branch] = [ids.next('terminal'), ids.next('branch')]
      const tokens = { accessToken: 'a', refreshToken: 'r', expiresIn: 900 }
      return Promise.resolve(
        code === RIGHT ? ok({ ...tokens, terminal, branch, letters: 'AA', demo: false }) : err('joinCode.wrong'),
      )
    },
    refresh: () => Promise.resolve(err('token.invalid')),
    revoke: () => Promise.resolve(ok(null)),
    pinOfManager: () => Promise.resolve(err('signIn.wrong')),
    wrongTries: limitWrongTries(LIMIT, WINDOW_MS),
    invitation: () => ({ address: 'https://till:8443', trustAddress: null, fingerprint: 'f' }),
  })
  const app = express()
  app.post('/enrol', handlers.wrongTries, jsonBody, handlers.enrol)
  app.post('/join-codes', handlers.wrongTries, jsonBody, handlers.mintJoinCode)
  app.use(problemHandler(() => undefined))
  listener = await listen(createServer(app), 0, '127.0.0.1')
})
afterEach(() => listener.stop(0))

function post(path: string, body: unknown, localAddress = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const target = { host: '127.0.0.1', port: listener.port, path, method: 'POST', headers, localAddress }
    const sent = request({ ...target, agent: false }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}
const enrol = (code: string, from?: string) => post('/enrol', { code, name: 'Till' }, from)

describe('guessing', () => {
  it('of codes locks the address after five, also for the right one, and ends with the time', async () => {
    for (let guess = 0; guess < LIMIT; guess += 1) expect(await enrol(WRONG)).toBe(403)
    expect(await enrol(WRONG)).toBe(429)
    expect(await enrol(RIGHT)).toBe(429)
    expect(spent).toBe(LIMIT)
    await vi.waitFor(async () => expect(await enrol(RIGHT)).toBe(201), { timeout: 4 * WINDOW_MS, interval: 100 })
  })

  it('many at once gets no more tries than one after the other', async () => {
    const statuses = await Promise.all(Array.from({ length: 40 }, () => enrol(WRONG)))
    expect(statuses.filter((status) => status === 403)).toHaveLength(LIMIT)
    expect(spent).toBe(LIMIT)
  })

  it('from one address locks no other out', async () => {
    for (let guess = 0; guess < 2 * LIMIT; guess += 1) await enrol(WRONG, '127.0.0.2')
    expect(await enrol(RIGHT, '127.0.0.2')).toBe(429)
    expect(await enrol(RIGHT, '127.0.0.3')).toBe(201)
  })

  it('of PINs counts like guessing of codes', async () => {
    const asked = { person: ids.next('person'), pin: '123456' }
    for (let guess = 0; guess < LIMIT; guess += 1) expect(await post('/join-codes', asked)).toBe(403)
    expect(await enrol(RIGHT)).toBe(429)
  })
})

describe('an address that does not guess', () => {
  it('may enrol forty tablets in a row', async () => {
    for (let tablet = 0; tablet < 40; tablet += 1) expect(await enrol(RIGHT)).toBe(201)
  })

  it('is not locked out by broken requests', async () => {
    for (let broken = 0; broken < 2 * LIMIT; broken += 1) expect(await enrol('short')).toBe(400)
    expect(await enrol(RIGHT)).toBe(201)
  })
})

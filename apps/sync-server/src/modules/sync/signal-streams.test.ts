import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import express, { type Response } from 'express'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import type { Session } from '../../http/authenticate.ts'
import { listen, type Listener } from '../../http/listen.ts'
import { createSignalStreams, type SignalStreams } from './signal-streams.ts'

const ids = createIdSource({ now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })
const BEAT_MS = 50

let now: number
let welcome: boolean | 'unknown'
let failures: unknown[]
let streams: SignalStreams
let listener: Listener
let readers: Socket[]
let responses: Response[]

beforeEach(async () => {
  now = 1_000_000
  welcome = true
  failures = []
  readers = []
  responses = []
  streams = createSignalStreams({
    epoch: () => 'epoch1',
    now: () => now,
    mayListen: () => (welcome === 'unknown' ? Promise.reject(new Error('no directory')) : Promise.resolve(welcome)),
    failed: (cause) => failures.push(cause),
    beatMs: BEAT_MS,
  })
  const session: Session = {
    actor: { terminal: ids.next('terminal'), branch: ids.next('branch') },
    expiresAt: now + 60_000,
  }
  const app = express()
  app.get('/stream', (_request, response) => {
    responses.push(response)
    streams.open(response, session)
  })
  listener = await listen(createServer(app), 0, '127.0.0.1')
})
afterEach(async () => {
  streams.closeAll()
  for (const reader of readers) reader.destroy()
  await listener.stop(0)
})

interface Reader {
  readonly socket: Socket
  text(): string
  hasEnded(): boolean
}

function read(): Reader {
  const socket = connect(listener.port, '127.0.0.1')
  readers.push(socket)
  let text = ''
  let ended = false
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
  socket.on('close', () => (ended = true))
  socket.on('error', () => (ended = true))
  socket.write('GET /stream HTTP/1.1\r\nhost: x\r\n\r\n')
  // The end of a chunked answer; the connection itself is kept.
  return { socket, text: () => text, hasEnded: () => ended || text.endsWith('0\r\n\r\n') }
}

describe('a stream of signals', () => {
  it('begins with a beat, beats on, and tells what changed', async () => {
    const reader = read()
    await vi.waitFor(() => expect(reader.text()).toContain('"type":"beat","epoch":"epoch1","serverTime":1000000'))
    streams.changed(['orders', 'menu'])
    await vi.waitFor(() => expect(reader.text()).toContain('{"type":"changed","collections":["orders","menu"]}\n'))
    await vi.waitFor(() => expect(reader.text().match(/beat/g)?.length).toBeGreaterThan(2))
  })

  it('ends with the token that opened it', async () => {
    const reader = read()
    await vi.waitFor(() => expect(reader.text()).toContain('beat'))
    now += 60_000
    await vi.waitFor(() => expect(reader.hasEnded()).toBe(true))
  })

  it('ends as soon as the terminal may not listen any more', async () => {
    const reader = read()
    await vi.waitFor(() => expect(reader.text()).toContain('beat'))
    welcome = false
    streams.changed(['orders'])
    streams.changed(['branch'])
    await vi.waitFor(() => expect(reader.hasEnded()).toBe(true))
    streams.changed(['menu'])
    expect(reader.text()).not.toContain('menu')
  })

  it('goes on while nobody can tell, and that is reported', async () => {
    const reader = read()
    await vi.waitFor(() => expect(reader.text()).toContain('beat'))
    welcome = 'unknown'
    streams.changed(['branch'])
    await vi.waitFor(() => expect(failures).toHaveLength(1))
    streams.changed(['menu'])
    await vi.waitFor(() => expect(reader.text()).toContain('menu'))
  })

  it('is cut off when its reader does not read, and the others go on', async () => {
    const slow = read()
    await vi.waitFor(() => expect(slow.text()).toContain('beat'))
    const quick = read()
    await vi.waitFor(() => expect(quick.text()).toContain('beat'))
    slow.socket.pause()
    const [unread] = responses
    let mostBuffered = 0
    await vi.waitFor(
      () => {
        for (let signal = 0; signal < 500; signal += 1) {
          streams.changed(['orders'])
          mostBuffered = Math.max(mostBuffered, unread?.writableLength ?? 0)
        }
        expect(unread?.destroyed).toBe(true)
      },
      { timeout: 20_000, interval: 1 },
    )
    expect(mostBuffered).toBeLessThan(70_000)
    const heard = quick.text().length
    streams.changed(['floor'])
    await vi.waitFor(() => expect(quick.text().slice(heard)).toContain('floor'))
  })

  it('ends when the server stops, and the server then can', async () => {
    const reader = read()
    await vi.waitFor(() => expect(reader.text()).toContain('beat'))
    streams.closeAll()
    await listener.stop(5_000)
    await vi.waitFor(() => expect(reader.hasEnded()).toBe(true))
  })
})

import { connect as connectPlain, type Socket } from 'node:net'
import { connect } from 'node:tls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createSiteClient,
  enrolTerminal,
  openRestaurant,
  SERVER_NAME,
  type RestaurantServer,
  type SiteClient,
  type StageTerminal,
} from './stage/index.ts'

const IDLE = 200
const LIMIT_MS = 90_000

let server: RestaurantServer
let client: SiteClient
let terminal: StageTerminal
const sockets: Socket[] = []

beforeAll(async () => {
  server = await openRestaurant()
  client = createSiteClient(server.port, server.caPem)
  terminal = await enrolTerminal(client, await server.joinCode())
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await server.close()
})

async function secureSocket(): Promise<Socket> {
  const target = { host: '127.0.0.1', port: server.port, servername: SERVER_NAME, ca: server.caPem }
  const socket = connect(target)
  sockets.push(socket)
  await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject))
  // Nobody reads an idle connection otherwise, and its end would not be seen.
  socket.resume()
  return socket
}

/** Writes `start`, then a byte a second, until the other side has had enough; resolves with the seconds that it bore. */
function drip(socket: Socket, start: string, byte: string): Promise<number> {
  const from = performance.now()
  socket.write(start)
  return new Promise((resolve) => {
    const timer = setInterval(() => socket.write(byte), 1_000)
    socket.on('error', () => undefined)
    socket.resume()
    socket.once('close', () => {
      clearInterval(timer)
      resolve((performance.now() - from) / 1000)
    })
  })
}

it(
  'cuts clients that send nothing, or byte by byte, and serves the others meanwhile',
  async () => {
    const post = `POST /api/sync/pull HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${terminal.token}\r\ncontent-type: application/json\r\n`
    const plain = connectPlain(server.port, '127.0.0.1')
    sockets.push(plain)
    const trust = connectPlain(Number(new URL(server.trustOrigin()).port), '127.0.0.1')
    sockets.push(trust)
    const slow = Promise.all([
      drip(plain, '', ''),
      drip(await secureSocket(), '', ''),
      drip(await secureSocket(), 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ', 'a'),
      drip(await secureSocket(), `${post}content-length: 1000\r\n\r\n{`, ' '),
      drip(await secureSocket(), `${post}transfer-encoding: chunked\r\n\r\n`, '1\r\n \r\n'),
      drip(trust, 'GET /trust HTTP/1.1\r\nx-slow: ', 'a'),
    ])
    const idle = await Promise.all(Array.from({ length: IDLE }, secureSocket))
    for (let call = 0; call < 20; call += 1) {
      const from = performance.now()
      expect((await client.get('/api/site')).status).toBe(200)
      expect(await terminal.pullAll('floor')).not.toEqual([])
      expect(performance.now() - from).toBeLessThan(2_000)
    }
    const [noHandshake, nothing, headers, body, chunks, onPlain] = await slow
    const cut = [noHandshake, nothing, headers, body, chunks, onPlain].map((seconds) => seconds.toFixed(1))
    console.log(`cut after s: ${cut.join(' ')}`)
    for (const seconds of [noHandshake, nothing, headers, onPlain]) expect(seconds).toBeLessThan(16)
    for (const seconds of [body, chunks]) expect(seconds).toBeLessThan(36)
    await expect.poll(() => idle.filter((socket) => !socket.destroyed)).toEqual([])
    expect((await client.get('/ready')).status).toBe(200)
  },
  LIMIT_MS,
)

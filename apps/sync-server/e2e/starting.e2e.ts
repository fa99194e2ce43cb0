import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createSiteClient,
  enrolTerminal,
  failedStart,
  freePort,
  openRestaurant,
  stageIds,
  type RestaurantServer,
  type SiteClient,
} from './stage/index.ts'

const PORTS = ['--port', '0', '--trust-port', 'off', '--log', 'silent']

let directory: string
let couch: Server
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'orderez-starting-'))
  couch = createServer((request, response) => {
    const isOld = request.headers.authorization === `Basic ${btoa('old:secret')}`
    const isWeb = request.headers.authorization === `Basic ${btoa('web:secret')}`
    const body = isOld
      ? { couchdb: 'Welcome', version: '2.3.1' }
      : { error: 'unauthorized', reason: 'Name or password' }
    response.writeHead(isOld || isWeb ? 200 : 401, { 'content-type': isWeb ? 'text/html' : 'application/json' })
    response.end(isWeb ? '<html>router</html>' : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => couch.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  couch.close()
  await rm(directory, { recursive: true })
})

/** Exit code 1 in time, with one line for the person at the machine and no secret in it. */
async function expectRefusal(start: ReturnType<typeof failedStart>, sentence: RegExp): Promise<void> {
  const { code, said, logged, ms } = await start
  expect(logged).toMatch(sentence)
  expect(logged.trimEnd().split('\n')).toHaveLength(1)
  expect(logged).not.toMatch(/secret|node_modules|\.ts:\d/)
  expect(said).toBe('')
  expect(code).toBe(1)
  expect(ms).toBeLessThan(30_000)
}

describe('a start that cannot be', () => {
  const fresh = () => ['--data', join(directory, `data-${Math.random().toString(36).slice(2)}`)]

  it('says which setting is wrong', async () => {
    await expectRefusal(failedStart(['--port', 'many', '--trust-port', '99999']), /ORDEREZ_PORT.*ORDEREZ_TRUST_PORT/)
    await expectRefusal(failedStart(['--prot', '1']), /--prot/)
    await expectRefusal(failedStart([], { COUCHDB_URL: 'ftp://me:secret@box' }), /COUCHDB_URL/)
  })

  it('says that a data directory cannot be used', async () => {
    const file = join(directory, 'file')
    await writeFile(file, 'not a directory')
    await expectRefusal(failedStart([...PORTS, '--data', file]), /data directory .* cannot be used .*--data/)
    await expectRefusal(failedStart([...PORTS, '--data', join(file, 'data')]), /data directory .* cannot be used/)
  })

  it('says that a port is taken, of either kind, and lets go of everything', async () => {
    const taken = String((couch.address() as AddressInfo).port)
    const data = fresh()
    await expectRefusal(
      failedStart(['--log', 'silent', ...data, '--port', taken, '--trust-port', 'off']),
      new RegExp(`port ${taken} cannot be used .*EADDRINUSE.*--port`),
    )
    const free = String(await freePort())
    await expectRefusal(
      failedStart(['--log', 'silent', ...data, '--port', free, '--trust-port', taken]),
      new RegExp(`port ${taken} cannot be used`),
    )
  })

  it('says what is wrong with a CouchDB, and never its password', async () => {
    const { port } = couch.address() as AddressInfo
    const at = (user: string) => ({ COUCHDB_URL: `http://${user}:secret@127.0.0.1:${port}` })
    await expectRefusal(failedStart([...PORTS, ...fresh()], at('stranger')), /COUCHDB_URL .*credentials/)
    await expectRefusal(failedStart([...PORTS, ...fresh()], at('old')), /2\.3\.1 is too old/)
    await expectRefusal(failedStart([...PORTS, ...fresh()], at('web')), /COUCHDB_URL cannot be used/)
    const nobody = { COUCHDB_URL: `http://me:secret@127.0.0.1:${await freePort()}` }
    await expectRefusal(failedStart([...PORTS, ...fresh()], nobody), /COUCHDB_URL .*ECONNREFUSED/)
  })
})

describe('a running server', () => {
  let server: RestaurantServer
  let client: SiteClient
  beforeAll(async () => {
    server = await openRestaurant()
    client = createSiteClient(server.port, server.caPem)
  })
  afterAll(() => server.close())

  it('has its data directory to itself', async () => {
    await expectRefusal(failedStart([...PORTS, '--data', server.dataDir]), /in use by another server/)
    expect((await client.get('/ready')).status).toBe(200)
  })

  it('is ready again after a stop, says how long it took, and has kept everything', async () => {
    const cold = server.readyMs()
    const terminal = await enrolTerminal(client, await server.joinCode())
    const before = [await terminal.epoch(), await terminal.pullAll('menu'), await terminal.pullAll('branch')]
    expect(await server.stop()).toBe(0)
    await server.start()
    const warm = server.readyMs()
    // The targets are 60 s cold and 5 s warm; a busy machine is no reason to fail.
    console.log(`ready: cold ${Math.round(cold)} ms, warm ${Math.round(warm)} ms`)
    expect([await terminal.epoch(), await terminal.pullAll('menu'), await terminal.pullAll('branch')]).toEqual(before)
  })
})

describe('a server with nothing set up', () => {
  it('has no names, no PINs and no codes for terminals, and says how to begin', async () => {
    const server = await openRestaurant({ demo: false })
    try {
      const client = createSiteClient(server.port, server.caPem)
      const site = await client.get('/api/site')
      const backup = { last: null, now: expect.any(Number) }
      const nothing = { names: {}, demoSignIns: [], setup: 'open', needsCode: false, branch: null, backup }
      expect([site.status, site.body]).toEqual([200, nothing])
      expect((await client.get('/ready')).status).toBe(200)
      expect(await server.setupCode()).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
      const stranger = { terminal: stageIds.next('terminal'), refreshToken: 'x'.repeat(43) }
      expect((await client.post('/api/terminals/token', stranger)).body['code']).toBe('terminal.unknown')
      expect((await client.post('/api/sync/push', {})).status).toBe(401)
      expect((await client.post('/api/terminals/enrol', {})).body['code']).toBe('joinCode.wrong')
      expect(server.output()).not.toMatch(/demo|Sign in|Join code|111111/)
      const other = failedStart([...PORTS, '--data', server.dataDir])
      await expectRefusal(other, /in use by another server/)
    } finally {
      await server.close()
    }
  })
})

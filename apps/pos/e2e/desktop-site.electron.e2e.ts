import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openRestaurant, SERVER_NAME, type RestaurantServer } from '@orderez/sync-server/stage'
import type { Site } from '../src/shared/host-api.ts'
import { launchDesktop } from './stage/desktop.ts'

let restaurant: RestaurantServer
let profile: string
let app: ElectronApplication
let page: Page
let spki: string

/** A server with the restaurant's own certificate, which a test can look into. */
let mirror: Server
let origin: string
let seen: {
  readonly url: string
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}[]
let respond: (response: ServerResponse) => void

beforeAll(async () => {
  restaurant = await openRestaurant()
  spki = Buffer.from(restaurant.authoritySpki, 'base64').toString('base64url')
  const { certPem, keyPem } = JSON.parse(await readFile(join(restaurant.dataDir, 'site/server.json'), 'utf8'))
  mirror = createServer({ cert: `${certPem}\n${restaurant.caPem}`, key: keyPem }, (request, response) => {
    const { url = '', method = '', headers } = request
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      seen.push({ url, method, headers, body })
      respond(response)
    })
  })
  mirror.listen(0, '127.0.0.1')
  await once(mirror, 'listening')
  origin = `https://${SERVER_NAME}:${(mirror.address() as AddressInfo).port}`
  profile = await mkdtemp(join(tmpdir(), 'orderez-site-'))
  app = await launchDesktop(profile, [`--host-resolver-rules=MAP *.test 127.0.0.1`])
  page = await app.firstWindow()
  await page.waitForLoadState()
})
beforeEach(() => {
  seen = []
  respond = (response) => response.end('{}')
})
afterAll(async () => {
  await app?.close()
  mirror?.closeAllConnections()
  mirror?.close()
  await restaurant?.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

const useSite = (site: Site) => page.evaluate((value) => orderezHost.site.write(value), site)
const ask = (path = '/health') =>
  page.evaluate(
    (to) =>
      fetch(to).then(
        (response) => response.status,
        (cause: Error) => cause.name,
      ),
    path,
  )

describe('the site is trusted by its key', () => {
  it('and reached under its name', async () => {
    expect(await useSite({ origin, spki })).toEqual({ ok: true, value: null })
    expect(await ask()).toBe(200)
    expect(seen).toHaveLength(1)
  })

  it('and nobody else is: another key, no key, another name', async () => {
    const port = new URL(origin).port
    for (const site of [
      { origin, spki: 'A'.repeat(43) },
      { origin, spki: null },
      { origin: `https://elsewhere.test:${port}`, spki },
      { origin: 'https://pos.orderez.test:1', spki },
    ]) {
      await useSite(site)
      expect([site, await ask()]).toEqual([site, 'TypeError'])
    }
    expect(seen).toEqual([])
    await useSite({ origin, spki })
    expect(await ask()).toBe(200)
  })

  it('after a restart of the application as well', async () => {
    await app.close()
    app = await launchDesktop(profile)
    page = await app.firstWindow()
    await page.waitForLoadState()
    expect(await ask()).toBe(200)
  })
})

describe('what crosses', () => {
  it('is the request and the answer, without cookies, origin or headers of this hop', async () => {
    respond = (response) =>
      response
        .writeHead(429, {
          'content-type': 'application/problem+json',
          'retry-after': '7',
          'set-cookie': 'a=b',
          'x-inner': 'x',
        })
        .end('{"code":"request.tooMany"}')
    const answer = await page.evaluate(async () => {
      const headers = { authorization: 'Bearer token', 'content-type': 'application/json', 'x-more': 'y' }
      const response = await fetch('/api/sync/push?a=1', { method: 'POST', headers, body: '{"名":"宫保鸡丁"}' })
      return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
    })
    expect(answer).toMatchObject({ status: 429, body: '{"code":"request.tooMany"}' })
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json', 'retry-after': '7' })
    expect(Object.keys(answer.headers)).not.toContain('x-inner')
    expect(seen[0]).toMatchObject({ url: '/api/sync/push?a=1', method: 'POST', body: '{"名":"宫保鸡丁"}' })
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer token', 'content-type': 'application/json' })
    for (const name of ['cookie', 'origin', 'referer', 'x-more']) expect(seen[0]?.headers).not.toHaveProperty(name)
    await ask()
    expect(seen[1]?.headers).not.toHaveProperty('cookie')
  })

  it('follows no redirection', async () => {
    respond = (response) => response.writeHead(302, { location: 'https://elsewhere.test/' }).end()
    expect(await ask()).toBe('TypeError')
  })

  it('is passed on as it comes, and ends for the server when the page has had enough', async () => {
    let stream: ServerResponse | null = null
    const ended = new Promise<void>((done) => {
      respond = (response) => {
        stream = response
        response.on('close', done)
        response.writeHead(200, { 'content-type': 'application/x-ndjson' }).write('one\n')
      }
    })
    await page.evaluate(async () => {
      const stop = new AbortController()
      const response = await fetch('/api/sync/stream', { signal: stop.signal })
      Object.assign(globalThis, {
        endStream: stop,
        streamReader: response.body?.pipeThrough(new TextDecoderStream()).getReader(),
      })
    })
    const next = () =>
      page.evaluate(() => (Reflect.get(globalThis, 'streamReader') as ReadableStreamDefaultReader<string>).read())
    expect(await next()).toEqual({ done: false, value: 'one\n' })
    ;(stream as ServerResponse | null)?.write('two\n')
    expect(await next()).toEqual({ done: false, value: 'two\n' })
    await page.evaluate(() => (Reflect.get(globalThis, 'endStream') as AbortController).abort())
    await ended
  })

  it('breaks off for the page when the server breaks off', async () => {
    respond = (response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' }).write('one\n')
      setTimeout(() => response.destroy(), 100)
    }
    const end = await page.evaluate(async () => {
      const response = await fetch('/api/sync/stream')
      return response.text().then(
        () => 'whole',
        (cause: Error) => cause.name,
      )
    })
    expect(end).toBe('TypeError')
  })
})

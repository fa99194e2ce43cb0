import { X509Certificate } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createSiteClient,
  openRestaurant,
  SERVER_NAME,
  type Answer,
  type RestaurantServer,
  type SiteClient,
} from './stage/index.ts'

let web: string
let server: RestaurantServer
let client: SiteClient

beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'orderez-web-'))
  await mkdir(join(web, 'assets'))
  await writeFile(join(web, 'index.html'), '<!doctype html><title>page</title>')
  await writeFile(join(web, 'assets', 'app-1a2b3c.js'), 'export {}')
  server = await openRestaurant({ web })
  client = createSiteClient(server.port, server.caPem)
})
afterAll(async () => {
  await server.close()
  await rm(web, { recursive: true })
})

/** Whether a device that trusts this authority trusts the server under this name. */
function trusts(ca: string | undefined, servername: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: server.port, servername, ...(ca === undefined ? {} : { ca }) })
    socket.once('secureConnect', () => {
      resolve(socket.authorized ? 'trusted' : String(socket.authorizationError))
      socket.destroy()
    })
    socket.once('error', (cause) => resolve('code' in cause ? String(cause.code) : cause.message))
  })
}

describe('trust', () => {
  it('is shown over plain HTTP and HTTPS alike, with the fingerprint that the machine shows', async () => {
    const plain = await fetch(`${server.trustOrigin()}/trust`)
    const page = await plain.text()
    expect(plain.status).toBe(200)
    const secure = await client.get('/trust')
    expect(secure.body['text']).toBe(page)
    const fingerprint = /Fingerprint[^\n]*?([\w-]{43})/.exec(server.output())?.[1] ?? 'none was printed'
    expect(page.replaceAll(' ', '')).toContain(fingerprint)
    for (const system of ['iPad', 'Android', 'Windows', 'macOS']) expect(page).toContain(system)
    expect(page).toContain(`https://${SERVER_NAME}:${server.port}`)
    expect(page).not.toMatch(/<script|style=|onclick/)
    expect((await client.get('/trust/trust.css')).headers['content-type']).toMatch(/css/)
  })

  it('in the downloaded authority makes the server trusted under its names, and no other does', async () => {
    const pem = await (await fetch(`${server.trustOrigin()}/trust/ca.pem`)).text()
    expect((await client.get('/trust/ca.pem')).body['text']).toBe(pem)
    const authority = new X509Certificate(pem)
    expect(authority.ca).toBe(true)
    expect(await trusts(pem, SERVER_NAME)).toBe('trusted')
    expect(await trusts(pem, 'localhost')).toBe('trusted')
    expect(await trusts(pem, 'other.example')).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
    expect(await trusts(undefined, SERVER_NAME)).not.toBe('trusted')
  })
})

describe('plain HTTP', () => {
  it('answers nothing but trust', async () => {
    const origin = server.trustOrigin()
    const root = await fetch(origin, { redirect: 'manual' })
    expect([root.status, root.headers.get('location')]).toEqual([302, '/trust'])
    const paths = [
      '/api/site',
      '/api/time',
      '/health',
      '/ready',
      '/index.html',
      '/assets/app-1a2b3c.js',
      '/trust/..%2f',
      '/%',
    ]
    for (const path of paths) {
      const answer = await fetch(`${origin}${path}`)
      expect(answer.status, path).toBe(404)
      expect(await answer.json(), path).toMatchObject({ code: 'route.unknown' })
    }
    for (const path of ['/api/terminals/enrol', '/api/sync/push', '/trust']) {
      const answer = await fetch(`${origin}${path}`, { method: 'POST', body: '{}' })
      expect([404, 405], path).toContain(answer.status)
    }
    expectSafe(Object.fromEntries(root.headers))
  })
})

/** What every answer carries, and what none does. */
function expectSafe(headers: Answer['headers']): void {
  expect(headers['content-security-policy']).toMatch(/default-src 'self'/)
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
  expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|unsafe-eval'? *;?$|'unsafe-eval'|\*/)
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
  expect(headers['x-powered-by']).toBeUndefined()
  expect(headers['server']).toBeUndefined()
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
}

describe('HTTPS', () => {
  it('sends the security headers with every answer, and no others that tell or allow something', async () => {
    const paths = [
      '/',
      '/assets/app-1a2b3c.js',
      '/tables',
      '/trust',
      '/health',
      '/api/site',
      '/api/nothing',
      '/none.js',
      '/%',
    ]
    for (const path of paths) {
      const answer = await client.ask('GET', path, { origin: 'https://elsewhere.example' })
      expectSafe(answer.headers)
      expect(JSON.stringify(answer.body), path).not.toMatch(/node_modules|\.ts:\d| at /)
    }
  })

  it('keeps hashed files for ever, the page never, and gives the page for the paths of the app', async () => {
    const asset = await client.get('/assets/app-1a2b3c.js')
    expect([asset.status, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    for (const path of ['/', '/index.html', '/kitchen/wok']) {
      const page = await client.get(path)
      expect([page.status, page.headers['cache-control'], page.body['text']]).toEqual([
        200,
        'no-cache',
        '<!doctype html><title>page</title>',
      ])
    }
    expect((await client.get('/assets/app-000000.js')).status).toBe(404)
    expect((await client.get('/api/sync')).body['code']).toBe('route.unknown')
  })

  it('lets nobody out of the folder of files', async () => {
    const outside = [
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '/assets/..%2f..%2fsite%2fsite.json',
    ]
    for (const path of outside) {
      const answer = await client.get(path)
      expect(answer.status, path).toBeLessThan(500)
      expect(JSON.stringify(answer.body), path).not.toMatch(/root:|"version"|keyPem|dependencies/)
    }
  })

  it('answers methods that a path does not know with the ones that it does', async () => {
    expect(await client.ask('HEAD', '/api/site')).toMatchObject({ status: 200, body: { text: '' } })
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await client.ask(method, '/api/sync/push')
      expect([answer.status, answer.headers['allow']]).toEqual([405, 'POST, OPTIONS'])
    }
    const options = await client.ask('OPTIONS', '/api/sync/pull', {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
    })
    expect([options.status, options.headers['allow']]).toEqual([204, 'POST, OPTIONS'])
    expectSafe(options.headers)
  })

  it('does not care what a caller says its name is', async () => {
    for (const host of ['evil.example', 'localhost:1', '127.0.0.1@evil.example', '']) {
      const page = await client.ask('GET', '/trust', { host })
      expect([200, 400]).toContain(page.status)
      expect(JSON.stringify([page.body, page.headers])).not.toContain('evil.example')
    }
    const plain = await fetch(server.trustOrigin(), {
      redirect: 'manual',
      headers: { 'x-forwarded-host': 'evil.example' },
    })
    expect(plain.headers.get('location')).toBe('/trust')
  })
})

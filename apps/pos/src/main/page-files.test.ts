import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppProtocol } from './app-protocol.ts'
import { createPageFiles, type PageFiles } from './page-files.ts'

let folder: string
let files: PageFiles
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orderez-page-'))
  await mkdir(join(folder, 'web/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'web/index.html'), '<p>page</p>')
  await writeFile(join(folder, 'web/assets/a.js'), 'export {}')
  files = createPageFiles(join(folder, 'web'))
})
afterAll(() => rm(folder, { recursive: true }))

const get = (path: string, init?: RequestInit) => files(new Request(`app://orderez${path}`, init))

describe('files of the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<p>page</p>'],
    ['/index.html', 'text/html; charset=utf-8', '<p>page</p>'],
    ['/tables/7?x=1', 'text/html; charset=utf-8', '<p>page</p>'],
    ['/assets/a.js', 'text/javascript; charset=utf-8', 'export {}'],
  ])('%s is served as %s', async (path, type, text) => {
    const answer = await get(path)
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, type, text])
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'self'; script-src 'self' 'wasm-unsafe-eval';/,
    )
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
  })

  it.each([
    ['/../secret.txt', 404],
    ['/%2e%2e/secret.txt', 404],
    ['/..%2fsecret.txt', 400],
    ['/assets/..%2f..%2f..%2fsecret.txt', 400],
    ['/..%5csecret.txt', 400],
    ['/a%00.js', 400],
    ['/%zz.js', 400],
    ['/missing.js', 404],
    ['/assets/a.js/x.js', 404],
  ])('%s answers %i', async (path, status) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toContain('secret')
  })

  it('are only read', async () => {
    expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(405)
    const head = await get('/', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})

describe('the app protocol', () => {
  const forwarded: string[] = []
  const gate = {
    forward: (request: Request) => {
      forwarded.push(request.url)
      return Promise.resolve(new Response('site'))
    },
  }

  it('forwards the paths of the server, serves the rest, and knows no other host', async () => {
    const answer = createAppProtocol(files, gate)
    const ask = async (url: string) => (await answer(new Request(url))).text()
    expect(await ask('app://orderez/api/sync/pull')).toBe('site')
    expect(await ask('app://orderez/health')).toBe('site')
    expect(await ask('app://orderez/apis')).toBe('<p>page</p>')
    expect(await ask('app://orderez/')).toBe('<p>page</p>')
    expect(await ask('app://elsewhere/')).toBe('')
    expect(await ask('app://orderez.evil/api/x')).toBe('')
    expect(forwarded).toHaveLength(2)
  })
})

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listen, type Listener } from './listen.ts'
import { sendProblem } from './problem.ts'
import { webTerminal } from './web-terminal.ts'

let directory: string
let listener: Listener

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'orderez-web-'))
  // A folder with a dot in front is where some systems keep what belongs to programs.
  const root = join(directory, '.local', 'web')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(directory, '.local', 'secret.txt'), 'secret')
  await writeFile(join(root, 'index.html'), 'page')
  await writeFile(join(root, 'sw.js'), 'worker')
  await writeFile(join(root, 'assets', 'app-1a2b.js'), 'script')
  const app = express()
  app.use(webTerminal(root))
  app.use((_request, response) => sendProblem(response, 'route.unknown'))
  listener = await listen(createServer(app), 0, '127.0.0.1')
})
afterEach(async () => {
  await listener.stop(0)
  await rm(directory, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly text: string
  readonly cache: string | undefined
}

/** Sends the path as it is; fetch would tidy it up. */
function ask(path: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: listener.port, path, method, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text, cache: response.headers['cache-control'] }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('the files of the web terminal', () => {
  it('are kept for ever where their name is their content, and asked for again where it is not', async () => {
    expect(await ask('/assets/app-1a2b.js')).toEqual({
      status: 200,
      text: 'script',
      cache: 'public, max-age=31536000, immutable',
    })
    expect(await ask('/sw.js')).toMatchObject({ text: 'worker', cache: 'no-cache' })
    expect(await ask('/')).toMatchObject({ text: 'page', cache: 'no-cache' })
  })

  it('give the page for every path of the app, and nothing for a file that is not there', async () => {
    expect(await ask('/tables/42')).toMatchObject({ status: 200, text: 'page', cache: 'no-cache' })
    expect(await ask('/tables/42', 'HEAD')).toMatchObject({ status: 200, text: '' })
    expect(await ask('/assets/app-0000.js')).toMatchObject({ status: 404 })
    expect(await ask('/tables/42', 'POST')).toMatchObject({ status: 404 })
  })

  it('end at their folder', async () => {
    const outside = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/assets/../../secret.txt',
      '/..%5csecret.txt',
      '//etc/passwd',
      '/%00secret.txt',
      '/%',
    ]
    for (const path of outside) {
      const answer = await ask(path)
      expect(answer.text, path).not.toMatch(/secret|root:/)
      expect(answer.status, path).toBeLessThan(500)
    }
  })

  it('are compressed for who can read that, once and rightly', async () => {
    const url = `http://127.0.0.1:${listener.port}/assets/app-1a2b.js`
    for (const encoding of ['br', 'br']) {
      const answer = await fetch(url, { headers: { 'accept-encoding': encoding } })
      expect(answer.headers.get('content-encoding')).toBe('br')
      expect(answer.headers.get('content-type')).toMatch(/javascript/)
      expect(answer.headers.get('cache-control')).toMatch(/immutable/)
      expect(await answer.text()).toBe('script')
    }
    const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    const missing = await fetch(url.replace('1a2b', '0000'), { headers: { 'accept-encoding': 'br' } })
    expect(missing.status).toBe(404)
  })
})

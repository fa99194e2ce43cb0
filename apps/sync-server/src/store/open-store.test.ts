import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { DocumentStore } from '@orderez/core/sync'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openCouchStore } from './couch-store.ts'
import { startEmbeddedCouch } from './embedded-couch.ts'
import { openStore } from './open-store.ts'

const collections = [{ name: 'orders', indexes: ['status'] }]
const write = (id: string, text = '') => ({ id, rev: null, body: { text }, header: { status: 'open' } })

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'orderez-store-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

describe('a store that cannot be opened', () => {
  const open = (couchdbUrl: string, prefix = 'test') => openStore({ couchdbUrl, dataDir, prefix, collections })

  async function serving(status: number, body: unknown): Promise<{ url: string; close(): void }> {
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return { url: `http://admin:hidden@127.0.0.1:${address.port}`, close: () => server.close() }
  }

  it.each(['', 'couch', 'ftp://admin:hidden@host', 'http://'])('the address %j is none', async (url) => {
    const error = await open(url).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'store.misconfigured' })
    expect(String(error)).not.toContain('hidden')
  })

  it.each([
    ['somebody else', 200, { hello: 'world' }, 'store.misconfigured', /not an answer of CouchDB/],
    ['no CouchDB', 200, { version: '7.1' }, 'store.misconfigured', /not a CouchDB/],
    ['too old', 200, { couchdb: 'Welcome', version: '2.3.1' }, 'store.misconfigured', /2\.3\.1 is too old/],
    [
      'wrong credentials',
      401,
      { error: 'unauthorized', reason: 'Name or password is incorrect.' },
      'store.misconfigured',
      /credentials/,
    ],
    ['overloaded', 503, { error: 'busy' }, 'store.unavailable', /503 busy/],
  ])('%s', async (_, status, body, code, message) => {
    const { url, close } = await serving(status, body)
    const error = await open(url).catch((reason: unknown) => reason)
    close()
    expect(error).toMatchObject({ code })
    expect(String(error)).toMatch(message)
    expect(`${String(error)}${JSON.stringify(error)}`).not.toMatch(/hidden|admin|Basic/)
  })

  it('nobody there', async () => {
    const { url, close } = await serving(200, {})
    close()
    await expect(open(url)).rejects.toMatchObject({ code: 'store.unavailable' })
  })

  it('a prefix or a field that cannot be a name', async () => {
    const embedded = { dataDir, prefix: 'Not OK', collections }
    await expect(openStore(embedded)).rejects.toMatchObject({ code: 'store.misconfigured' })
    const field = { dataDir, prefix: 'ok', collections: [{ name: 'orders', indexes: ['a"b'] }] }
    await expect(openStore(field)).rejects.toMatchObject({ code: 'store.misconfigured' })
  })

  it('a directory that another server has open', async () => {
    const first = await openStore({ dataDir, prefix: 'test', collections })
    await expect(openStore({ dataDir, prefix: 'test', collections })).rejects.toMatchObject({
      code: 'store.misconfigured',
      message: expect.stringContaining('in use'),
    })
    expect(await first.write('orders', [write('a')])).toMatchObject([{ outcome: 'stored' }])
    await first.close()
    const again = await openStore({ dataDir, prefix: 'test', collections })
    expect(await again.read('orders', ['a'])).toHaveLength(1)
    await again.close()
  })
})

describe('the embedded store', () => {
  it('has flushed every group before it answers', async () => {
    const embedded = await startEmbeddedCouch(dataDir, () => undefined)
    const store = await openCouchStore(embedded.address, 'test', collections)
    for (let turn = 0; turn < 20; turn++) {
      const before = await embedded.countFlushes()
      await store.write('orders', [write(`doc${turn}`), write(`other${turn}`)])
      expect(await embedded.countFlushes()).toBeGreaterThan(before)
    }
    // The first query of an index leaves a note about it; only reading from then on.
    await store.find('orders', { field: 'status', limit: 100 })
    const before = await embedded.countFlushes()
    await store.find('orders', { field: 'status', limit: 100 })
    await store.read('orders', ['doc1'])
    expect(await embedded.countFlushes()).toBe(before)
    await store.close()
    await embedded.close()
  })

  it('comes back by itself after a crash, with all that was stored', async () => {
    const crashes: string[] = []
    const embedded = await startEmbeddedCouch(dataDir, (reason) => crashes.push(reason))
    const store = await openCouchStore(embedded.address, 'test', collections)
    await store.write('orders', [write('before')])
    let signals = 0
    store.watch('orders', () => (signals += 1))
    await embedded.crash()
    await expect(store.read('orders', ['before'])).rejects.toMatchObject({ code: 'store.unavailable' })
    await expect.poll(() => reads(store, 'before'), { timeout: 10_000 }).toBe(true)
    expect(crashes).toHaveLength(1)
    expect(await store.write('orders', [write('after')])).toMatchObject([{ outcome: 'stored' }])
    await expect.poll(() => signals, { timeout: 5_000 }).toBeGreaterThan(0)
    await store.close()
    await embedded.close()
  })

  it('answers what is under way before it closes', async () => {
    const store = await openStore({ dataDir, prefix: 'test', collections })
    const running = Array.from({ length: 10 }, (_, n) => store.write('orders', [write(`doc${n}`, 'x'.repeat(10_000))]))
    const closed = store.close()
    for (const outcomes of await Promise.all(running)) expect(outcomes).toMatchObject([{ outcome: 'stored' }])
    await closed
    await expect(store.seq('orders')).rejects.toMatchObject({ code: 'store.unavailable' })
  })

  it('keeps its files from other users and leaves no socket behind', async () => {
    const sockets = await ownTemporaryDirectory()
    const store = await openStore({ dataDir, prefix: 'test', collections })
    expect((await stat(join(dataDir, 'couch'))).mode & 0o077).toBe(0)
    expect(await readdir(sockets)).toHaveLength(1)
    await store.close()
    expect(await readdir(sockets)).toEqual([])
  })

  it('loses nothing it has answered when it is killed', { timeout: 60_000 }, async () => {
    const answered = new Map<string, string>()
    for (const round of ['1', '2', '3']) await killWhileWriting(round, answered)
    const store = await openStore({ dataDir, prefix: 'killed', collections })
    const documents = await store.read('orders', [...answered.keys()])
    const generations = new Map(documents.map((document) => [document.id, Number.parseInt(document.rev, 10)]))
    const lost = [...answered].filter(([id, rev]) => (generations.get(id) ?? 0) < Number.parseInt(rev, 10))
    expect(lost).toEqual([])
    expect(answered.size).toBeGreaterThan(500)
    await store.close()
  })

  it('ends with a server that was killed, and leaves no socket behind', async () => {
    const sockets = await ownTemporaryDirectory()
    await killWhileWriting('2', new Map())
    await expect.poll(() => readdir(sockets), { timeout: 10_000 }).toEqual([])
  })

  async function ownTemporaryDirectory(): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), 'orderez-tmp-'))
    vi.stubEnv('TMPDIR', path)
    onTestFinished(async () => {
      vi.unstubAllEnvs()
      await rm(path, { recursive: true })
    })
    return path
  }

  async function killWhileWriting(round: string, answered: Map<string, string>): Promise<void> {
    const script = fileURLToPath(new URL('./kill-test-child.ts', import.meta.url))
    const child = spawn(process.execPath, [script, dataDir, round], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // A group of its own, so that the embedded store's process is killed with it.
      detached: true,
    })
    const exited = once(child, 'exit')
    let lines = 0
    for await (const line of createInterface(child.stdout)) {
      const [id, rev] = line.split(' ')
      if (id !== undefined && rev !== undefined && /^\d+-[0-9a-f]{32}$/.test(rev)) answered.set(id, rev)
      if ((lines += 1) === 600 && child.pid !== undefined)
        process.kill(round === '2' ? child.pid : -child.pid, 'SIGKILL')
    }
    expect(await exited).toEqual([null, 'SIGKILL'])
  }
})

async function reads(store: DocumentStore, id: string): Promise<boolean> {
  const documents = await store.read('orders', [id]).catch(() => [])
  return documents.length === 1
}

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { DocumentWrite } from '@orderez/core/sync'
import { afterEach, describe, expect, it } from 'vitest'
import { createCouchClient, type CouchClient } from './couch-client.ts'
import { writeDocuments } from './couch-write.ts'

interface Ask {
  readonly method: string
  readonly path: string
  readonly docs: readonly { readonly _id: string; readonly _rev?: string; readonly _deleted?: boolean }[]
  readonly text: string
  readonly socket: Socket
}
/** Null: no answer at all; a string is sent as it is. */
type Reply = { readonly status: number; readonly body: unknown } | null

let server: Server | null = null
let client: CouchClient | null = null

afterEach(async () => {
  await client?.close()
  server?.closeAllConnections()
  server?.close()
  client = server = null
})

/** A server that answers as told: what CouchDB does in trouble cannot be ordered from a healthy one. */
async function couchThat(reply: (ask: Ask) => Reply): Promise<{ client: CouchClient; asks: Ask[] }> {
  const asks: Ask[] = []
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const docs = text === '' ? [] : (JSON.parse(text).docs ?? [])
      const ask = { method: request.method ?? '', path: request.url ?? '', docs, text, socket: request.socket }
      asks.push(ask)
      const answer = reply(ask)
      if (answer === null) return
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  client = createCouchClient({ url: `http://127.0.0.1:${address.port}`, authorization: 'Basic c2VjcmV0OnNlY3JldA==' })
  return { client, asks }
}

const allStored = (ask: Ask, status = 201): Reply => ({
  status,
  body: ask.docs.map((doc) => ({ ok: true, id: doc._id, rev: '1-a' })),
})
const write = (id: string, text = ''): DocumentWrite => ({ id, rev: null, body: { text }, header: {} })
const group = (count: number, bad: number): DocumentWrite[] =>
  Array.from({ length: count }, (_, n) => write(`doc${n}`, n === bad ? 'poison' : 'fine'))
const counts = (outcomes: readonly { outcome: string }[]): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const { outcome } of outcomes) found[outcome] = (found[outcome] ?? 0) + 1
  return found
}

describe('a batch that is refused as a whole', () => {
  it.each([400, 413])('with %i is halved around the guilty document', async (status) => {
    const { client, asks } = await couchThat((ask) =>
      ask.text.includes('poison') ? { status, body: { error: 'bad', reason: 'no' } } : allStored(ask),
    )
    const outcomes = await writeDocuments(client, 'db', group(500, 321))
    expect(counts(outcomes)).toEqual({ stored: 499, refused: 1 })
    expect(outcomes[321]).toEqual({ outcome: 'refused', reason: `${status} bad no` })
    expect(asks.length).toBeLessThan(25)
  })

  it('with 500 is halved as long as the server can write otherwise', async () => {
    const { client } = await couchThat((ask) => {
      if (ask.path.includes('_local')) return { status: ask.method === 'PUT' ? 201 : 404, body: {} }
      return ask.text.includes('poison') ? { status: 500, body: { error: 'badarg' } } : allStored(ask)
    })
    expect(counts(await writeDocuments(client, 'db', group(20, 0)))).toEqual({ stored: 19, refused: 1 })
  })

  it('with 500 by a server that cannot write at all is nobody’s guilt', async () => {
    const { client } = await couchThat(() => ({ status: 500, body: { error: 'enospc' } }))
    await expect(writeDocuments(client, 'db', group(20, 0))).rejects.toMatchObject({ code: 'store.unavailable' })
  })

  it('keeps the outcomes it has when the server gives up in between', async () => {
    let left = 4
    const { client } = await couchThat((ask) => {
      if ((left -= 1) < 0) return { status: 503, body: { error: 'busy' } }
      return ask.text.includes('poison') ? { status: 400, body: {} } : allStored(ask)
    })
    const outcomes = await writeDocuments(client, 'db', group(8, 7))
    expect(counts(outcomes)).toEqual({ stored: 6, unknown: 2 })
  })
})

describe('an answer that does not say "stored"', () => {
  it('202 is unknown: less than a quorum has it', async () => {
    const { client } = await couchThat((ask) => allStored(ask, 202))
    expect(counts(await writeDocuments(client, 'db', group(3, -1)))).toEqual({ unknown: 3 })
  })

  it('rows say conflict, forbidden or something else, each for itself', async () => {
    const { client } = await couchThat(() => ({
      status: 201,
      body: [
        { id: 'doc0', error: 'conflict', reason: 'Document update conflict.' },
        { id: 'doc1', error: 'forbidden', reason: 'not yours' },
        { id: 'doc2', error: 'internal_server_error', reason: 'timeout' },
        { ok: true, id: 'doc3', rev: '1-b' },
      ],
    }))
    expect(await writeDocuments(client, 'db', group(4, -1))).toEqual([
      { outcome: 'conflict' },
      { outcome: 'refused', reason: 'forbidden not yours' },
      { outcome: 'unknown', reason: 'internal_server_error timeout' },
      { outcome: 'stored', rev: '1-b' },
    ])
  })

  it.each([
    ['an answer that breaks off', { status: 201, body: '[{"ok":true,"id":"doc0","re' }],
    ['an answer with too few rows', { status: 201, body: [{ ok: true, id: 'doc0', rev: '1-a' }] }],
    ['a gateway that waited in vain', { status: 504, body: {} }],
  ])('%s is unknown', async (_, answer) => {
    const { client } = await couchThat(() => answer)
    expect(counts(await writeDocuments(client, 'db', group(3, -1)))).toEqual({ unknown: 3 })
  })

  it('a connection that breaks after the request is unknown', async () => {
    const { client } = await couchThat((ask) => {
      ask.socket.destroy()
      return null
    })
    expect(counts(await writeDocuments(client, 'db', group(3, -1)))).toEqual({ unknown: 3 })
  })

  it('silence is lost, not unsent', async () => {
    const { client } = await couchThat(() => null)
    const answer = await client.request({
      method: 'POST',
      database: 'db',
      path: '_bulk_docs',
      json: '{}',
      timeoutMs: 100,
    })
    expect(answer.kind).toBe('lost')
  })

  it('nobody there is unavailable: nothing was sent', async () => {
    const { client } = await couchThat(() => null)
    server?.close()
    await expect(writeDocuments(client, 'db', group(3, -1))).rejects.toMatchObject({ code: 'store.unavailable' })
  })

  it.each([
    [401, 'store.misconfigured'],
    [404, 'store.misconfigured'],
    [429, 'store.unavailable'],
    [503, 'store.unavailable'],
  ])('%i is %s, without credentials in the message', async (status, code) => {
    const { client } = await couchThat(() => ({ status, body: { error: 'e', reason: 'r' } }))
    const error = await writeDocuments(client, 'db', group(3, -1)).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code })
    expect(JSON.stringify(error) + String(error)).not.toMatch(/c2VjcmV0|Basic/)
  })
})

describe('batches', () => {
  it('hold at most 500 documents and 8 MB', async () => {
    const { client, asks } = await couchThat(allStored)
    expect(counts(await writeDocuments(client, 'db', group(1200, -1)))).toEqual({ stored: 1200 })
    expect(asks.map((ask) => ask.docs.length)).toEqual([500, 500, 200])
    asks.length = 0
    const large = Array.from({ length: 5 }, (_, n) => write(`large${n}`, 'x'.repeat(3_000_000)))
    await writeDocuments(client, 'db', large)
    expect(asks.map((ask) => ask.docs.length)).toEqual([2, 2, 1])
  })

  it('send what losing leaves are to be deleted only after their merge is stored', async () => {
    const { client, asks } = await couchThat((ask) => {
      const rows = ask.docs.map((doc) =>
        doc._id === 'stale' ? { id: 'stale', error: 'conflict' } : { id: doc._id, rev: '2-a' },
      )
      return { status: 201, body: rows }
    })
    const removing = (id: string): DocumentWrite => ({ ...write(id), rev: '1-a', removes: ['1-b'] })
    await writeDocuments(client, 'db', [removing('fresh'), removing('stale')])
    expect(asks.map((ask) => ask.docs.map((doc) => [doc._id, doc._deleted ?? false]))).toEqual([
      [
        ['fresh', false],
        ['stale', false],
      ],
      [['fresh', true]],
    ])
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { JsonObject } from '@orderez/core/kernel'
import type { DocumentStore } from '@orderez/core/sync'
import { makeDatabase, readLeaves, writeLeaves, type CopiedLeaf } from './copied-leaves.ts'
import { createCouchClient, type CouchClient } from './couch-client.ts'
import { openCouchStore } from './couch-store.ts'
import { startEmbeddedCouch, type EmbeddedCouch } from './embedded-couch.ts'
import { putLeaf } from './put-leaf.ts'

const collections = [{ name: 'orders', indexes: ['day'] }]
let dataDir: string
let couch: EmbeddedCouch
let client: CouchClient
let store: DocumentStore

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'orderez-copied-'))
  couch = await startEmbeddedCouch(dataDir, () => undefined)
  client = createCouchClient(couch.address)
  store = await openCouchStore(couch.address, 'from', collections)
})
afterEach(async () => {
  await store.close()
  await client.close()
  await couch.close()
  await rm(dataDir, { recursive: true })
})

const write = (id: string, rev: string | null, body: JsonObject) =>
  store.write('orders', [{ id, rev, body, header: { day: 1 } }])

async function leavesOf(database: string, attachments = true): Promise<CopiedLeaf[]> {
  const leaves: CopiedLeaf[] = []
  for await (const leaf of readLeaves(client, database, { attachments })) leaves.push(leaf)
  return leaves
}

async function copy(leaves: readonly CopiedLeaf[]): Promise<void> {
  await makeDatabase(client, 'to-orders')
  async function* texts() {
    for (const leaf of leaves) yield JSON.stringify(leaf)
  }
  await writeLeaves(client, 'to-orders', texts())
}

const byRevision = (leaves: readonly CopiedLeaf[]) =>
  leaves.toSorted((a, b) => (a._id + a._rev < b._id + b._rev ? -1 : 1))

it('copies every leaf with its revision: winners, losers, deleted ones, attachments', async () => {
  for (let n = 0; n < 30; n += 1) await write(`plain-${n}`, null, { n })
  await write('two', null, { mine: 1 })
  await putLeaf(couch.address, 'from-orders', 'two', { theirs: 1 })
  await write('folded', null, { mine: 2 })
  await putLeaf(couch.address, 'from-orders', 'folded', { theirs: 2 })
  const [folded] = await store.read('orders', ['folded'])
  await store.removeLeaves('orders', [{ id: 'folded', revs: folded!.losers.map(({ rev }) => rev) }])
  const bytes = new Uint8Array(50_000).fill(200)
  await store.attach('orders', [{ name: 'photo.png', type: 'image/png', bytes }])

  const leaves = await leavesOf('from-orders')
  await copy(leaves)
  const copied = await openCouchStore(couch.address, 'to', collections)
  expect(byRevision(await leavesOf('to-orders'))).toEqual(byRevision(leaves))
  expect(await copied.read('orders', ['two', 'folded'])).toEqual(await store.read('orders', ['two', 'folded']))
  expect((await copied.read('orders', ['two']))[0]?.losers).toHaveLength(1)
  expect((await copied.read('orders', ['folded']))[0]?.losers).toEqual([])
  expect(await copied.attachment('orders', 'photo.png')).toEqual({ name: 'photo.png', type: 'image/png', bytes })
  await copied.close()
})

it('what is written meanwhile is in the copy as of one moment or a later one, and what stood before is all there', async () => {
  const revs: string[] = []
  for (let n = 0; n < 250; n += 1) {
    const [stored] = await write(`doc-${n}`, null, { n, turn: 0 })
    if (stored?.outcome === 'stored') revs.push(stored.rev)
  }
  let goesOn = true
  const writing = (async () => {
    for (let turn = 1; goesOn; turn += 1) {
      const n = turn % 250
      const [stored] = await write(`doc-${n}`, revs[n]!, { n, turn })
      if (stored?.outcome === 'stored') revs[n] = stored.rev
    }
  })()
  const leaves = await leavesOf('from-orders', false)
  goesOn = false
  await writing
  await copy(leaves)
  const copied = await openCouchStore(couch.address, 'to', collections)
  const documents = await copied.list('orders', null, 1_000)
  expect(documents.map(({ body }) => body['n']).toSorted((a, b) => Number(a) - Number(b))).toEqual(
    revs.map((_, n) => n),
  )
  expect(documents.every(({ losers }) => losers.length === 0)).toBe(true)
  await copied.close()
})

it('makes no database twice', async () => {
  expect(await makeDatabase(client, 'from-orders')).toBe(false)
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { JsonObject } from '@orderez/core/kernel'
import type { OrderDocument } from '@orderez/core/orders'
import type { DocumentStore } from '@orderez/core/sync'
import { openSite, type AuthoritySite } from '@orderez/core/testing/authority-site'
import { editDish } from '@orderez/core/testing/joined-sites'
import { expect, it, onTestFinished, vi } from 'vitest'
import { collectionSetups } from '../../collections.ts'
import type { CouchAddress } from '../../store/couch-client.ts'
import { openCouchStore } from '../../store/couch-store.ts'
import { startEmbeddedCouch } from '../../store/embedded-couch.ts'
import { replicate } from '../../store/replicate.ts'
import { openBranch } from './open-branch.ts'

const PREFIX = 'killed'
const ORDERS = 120
/** In the first step, and when it is written; then nobody kills it. */
const KILLED_AFTER = [2, 60]

/** A branch's data directory with conflicts in it: a dish, and orders with facts on both sides. */
async function fillApart(dataDir: string): Promise<{ site: AuthoritySite; orders: readonly string[] }> {
  const couches = await Promise.all(
    ['branch', 'office'].map((name) =>
      startEmbeddedCouch(join(dataDir, name, 'couch'), (reason) => console.error(reason)),
    ),
  )
  const [here, there] = couches.map(({ address }) => address) as [CouchAddress, CouchAddress]
  const stores = [
    await openCouchStore(here, PREFIX, collectionSetups()),
    await openCouchStore(there, PREFIX, collectionSetups()),
  ]
  const waiting: DocumentStore[] = [...stores]
  const branch = await openSite({ wrap: (memory) => waiting.shift() ?? memory })
  const office = await branch.partner()
  const [tablet, desk] = [await branch.enrol('tablet'), await office.enrol('desk')]
  const orders = Array.from({ length: ORDERS }, () => branch.ids.next('order'))
  await tablet.pushed(orders.map((order) => tablet.open(order)))
  const copy = async (from: CouchAddress, to: CouchAddress) => {
    for (const name of ['branch', 'menu', 'orders']) await replicate(from, to, `${PREFIX}-${name}`)
  }
  await copy(here, there)
  await editDish(branch, tablet, { sort: 2 })
  await editDish(office, desk, { sort: 3, minutes: 4 })
  await tablet.pushed(orders.map((order) => tablet.note(order, 'here')))
  await desk.pushed(orders.map((order) => desk.note(order, 'there')))
  await copy(there, here)
  for (const store of stores) await store.close()
  for (const couch of couches) await couch.close()
  return { site: branch, orders }
}

/** Runs a sweeper in a process of its own; after so many united documents it is killed, its store's process with it. */
async function sweepKilledAfter(dataDir: string, site: AuthoritySite, united: number): Promise<number> {
  const script = fileURLToPath(new URL('./sweep-test-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, join(dataDir, 'branch'), PREFIX, site.branch], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, so that the embedded store's process is killed with it.
    detached: true,
  })
  const exited = once(child, 'exit')
  let seen = 0
  for await (const line of createInterface(child.stdout)) {
    if (line === 'leaves.united') seen += 1
    if (seen === united && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }
  await exited
  return seen
}

it('A24: a sweeper that is killed again and again leaves nothing half done', { timeout: 120_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'orderez-killed-sweep-'))
  // Where those who are killed leave their sockets.
  vi.stubEnv('TMPDIR', dataDir)
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await rm(dataDir, { recursive: true, force: true })
  })
  const { site, orders } = await fillApart(dataDir)
  const seen: number[] = []
  for (const united of KILLED_AFTER) seen.push(await sweepKilledAfter(dataDir, site, united))
  seen.push(await sweepKilledAfter(dataDir, site, Infinity))
  expect(seen.map((count, index) => count >= (KILLED_AFTER[index] ?? 1))).toEqual([true, true, true])

  const couch = await startEmbeddedCouch(join(dataDir, 'branch', 'couch'), (reason) => console.error(reason))
  const store = await openCouchStore(couch.address, PREFIX, collectionSetups())
  const authority = await openBranch(store, site.branch)
  onTestFinished(async () => {
    await store.close()
    await couch.close()
  })
  const read = async (name: 'orders' | 'menu', id: string) => (await authority.read(name, [id]))[0] ?? {}
  for (const collection of ['orders', 'menu', 'branch', 'inbox']) {
    expect((await store.conflicted(collection, 500)).documents).toEqual([])
  }
  for (const order of orders) {
    const { facts, verdicts } = (await read('orders', order)) as JsonObject as OrderDocument
    const texts = Object.values(facts).map(({ body }) => body['text'])
    expect(new Set(texts)).toEqual(new Set([undefined, 'here', 'there']))
    expect(Object.keys(verdicts)).toHaveLength(3)
  }
  expect(await read('menu', site.dish.id)).toMatchObject({ sort: 2, minutes: 4 })
  expect(await authority.list('inbox', 'conflict')).toMatchObject([
    { document: site.dish.id, fields: [{ base: 1, theirs: 2, mine: 3 }] },
  ])
})

import { createAuthority, type Authority } from '@orderez/core/authority'
import { createIdSource, type BranchId, type JsonObject } from '@orderez/core/kernel'
import { foldOrder, type OrderDocument, type OrderState } from '@orderez/core/orders'
import { serverIndexesOf, SYNCED_COLLECTIONS } from '@orderez/core/sync'
import { MemoryDocumentStore } from '@orderez/core/testing'
import { createSealer } from '../../src/tls/site-authority.ts'
import { openDemo } from '../../src/modules/demo/open-demo.ts'
import { createPictures, PICTURES } from '../../src/modules/pictures/index.ts'
import { writePastMonth } from '../../src/modules/demo/past-month.ts'
import type { DemoDoor } from '../../src/modules/demo/simulated-terminal.ts'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
export const siteIds = createIdSource({ now: () => Date.now(), random })

export interface DemoSite {
  readonly door: DemoDoor
  readonly authority: Authority
  states(): Promise<readonly OrderState[]>
  /** Gives it a past of so many days. */
  writePast(days: number): Promise<void>
}

/** The demo restaurant in memory, behind the authority that restaurants use. */
export async function openDemoSite(branch: BranchId, now: () => number): Promise<DemoSite> {
  const synced = SYNCED_COLLECTIONS.map((name) => ({ name, indexes: serverIndexesOf(name) }))
  const store = new MemoryDocumentStore({ collections: [...synced, { name: PICTURES, indexes: [] }] })
  let epoch: string | null = null
  const authority = await createAuthority({
    store,
    branch,
    clock: { now },
    entropy: random,
    sealer: createSealer(random(32)),
    epochs: {
      read: () => Promise.resolve(epoch),
      write: (next) => Promise.resolve(void (epoch = next)),
    },
    log: () => undefined,
  })
  await openDemo(
    authority,
    branch,
    createPictures(store, async () => false),
  )
  let letters = 0
  const door: DemoDoor = {
    authority,
    branch,
    now,
    takeLetters: () => Promise.resolve(`Z${'ABCDEFGH'[(letters += 1)]}`),
  }
  return {
    authority,
    door,
    async writePast(days) {
      const notes = { read: () => Promise.resolve(null), change: () => Promise.resolve() }
      await writePastMonth({ ...door, notes, days, isStopping: () => false })
    },
    async states() {
      const documents = (await authority.list('orders', 'order')) as readonly JsonObject[] as readonly OrderDocument[]
      return documents.map((document) => foldOrder(document, null))
    },
  }
}

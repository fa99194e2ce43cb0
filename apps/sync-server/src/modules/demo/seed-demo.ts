import type { Authority } from '@orderez/core/authority'
import type { BranchId, IdSource, JsonObject } from '@orderez/core/kernel'
import type { SyncedCollection } from '@orderez/core/sync'
import { demoRestaurant } from './demo-restaurant.ts'

/** Opens the demo restaurant in an empty branch. A branch that has a name already, the demo's or a real one, is left as it is. */
export async function seedDemo(authority: Authority, branch: BranchId, ids: IdSource): Promise<void> {
  const [existing] = await authority.read('branch', [branch])
  if (existing) return
  const byCollection = new Map<SyncedCollection, JsonObject[]>()
  for (const { collection, document } of await demoRestaurant(branch, ids)) {
    byCollection.set(collection, [...(byCollection.get(collection) ?? []), document])
  }
  // The branch's own record goes last: while it is absent, a start that was cut off seeds again.
  const order = [...byCollection.keys()].toSorted((a) => (a === 'branch' ? 1 : -1))
  for (const collection of order) {
    const put = await authority.put(collection, byCollection.get(collection) ?? [])
    if (!put.ok)
      throw new Error(`The demo restaurant could not be written (${collection}: ${put.code} ${put.detail ?? ''})`)
  }
}

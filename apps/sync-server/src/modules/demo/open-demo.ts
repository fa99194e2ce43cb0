import { createHash } from 'node:crypto'
import type { Authority } from '@orderez/core/authority'
import { createIdSource, timeOfId, type BranchId, type IdSource, type JsonObject } from '@orderez/core/kernel'
import type { SyncedCollection } from '@orderez/core/sync'
import type { Pictures } from '../pictures/index.ts'
import { DEMO_PEOPLE } from './demo-people.ts'
import { demoRestaurant } from './demo-restaurant.ts'
import { demoDrawings } from './pictures/demo-pictures.ts'

type Drawings = Pick<Pictures, 'keepDrawings'>
export type DemoSignIn = (typeof DEMO_PEOPLE)[number]

/**
 * Opens the demo restaurant in an empty branch, and tells how to sign in. A branch that has a name already is left as it is; in a
 * real one nobody of the demo works, so no sign-in is told.
 */
export async function openDemo(
  authority: Authority,
  branch: BranchId,
  pictures: Drawings,
): Promise<readonly DemoSignIn[]> {
  const [existing] = await authority.read('branch', [branch])
  if (!existing) await seed(authority, branch, pictures)
  const people = await authority.list('branch', 'person')
  return DEMO_PEOPLE.filter(({ signIn, name }) =>
    people.some((person) => person['signIn'] === signIn && person['name'] === name && person['active'] === true),
  )
}

async function seed(authority: Authority, branch: BranchId, pictures: Drawings): Promise<void> {
  const byCollection = new Map<SyncedCollection, JsonObject[]>()
  const last: JsonObject[] = []
  for (const { collection, document } of await demoRestaurant(
    branch,
    repeatableIds(branch),
    await keptDrawings(pictures),
  )) {
    if (document['kind'] === 'branch') last.push(document)
    else byCollection.set(collection, [...(byCollection.get(collection) ?? []), document])
  }
  // While the branch's own record is absent, a start that was cut off seeds again.
  for (const [collection, documents] of [...byCollection, ['branch', last] as const]) {
    const put = await authority.put(collection, documents)
    if (!put.ok)
      throw new Error(`The demo restaurant could not be written (${collection}: ${put.code} ${put.detail ?? ''})`)
  }
}

/** The names of the kept drawings, by the number of their dish. They are kept before any dish names one. */
async function keptDrawings(pictures: Drawings): Promise<ReadonlyMap<string, string>> {
  const drawings = [...demoDrawings()]
  const names = await pictures.keepDrawings(drawings.map(([, drawing]) => drawing))
  return new Map(drawings.map(([number], index) => [number, names[index] ?? '']))
}

/** The same ids each time, so that seeding again writes the same documents and not a second menu beside the first. */
function repeatableIds(branch: BranchId): IdSource {
  let calls = 0
  return createIdSource({
    now: () => timeOfId(branch),
    random: (bytes) =>
      createHash('sha256')
        .update(`${branch} ${(calls += 1)}`)
        .digest()
        .subarray(0, bytes),
  })
}

import type { JsonObject } from '../kernel/index.ts'
import type { Dish } from '../menu/index.ts'
import type { SyncedCollection } from '../sync/index.ts'
import type { AuthorityPorts } from './authority-ports.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Directory } from './directory.ts'
import { groupsOf, versionOf, withVersion, type EditDesk } from './edit-task.ts'
import type { KeepBeside } from './keep-beside.ts'
import type { MenuShelf } from './menu-shelf.ts'
import type { OrderWork } from './order-desk.ts'
import { changeTask, type RecordTask, type RecordWork } from './record-desk.ts'

/** One step of a sweep. */
export interface Swept {
  /** Documents with leaves that were looked at. */
  readonly documents: number
  /** Where the next step begins; null when there are no more. */
  readonly bookmark: string | null
}

/** Documents folded in one step; what people wait for goes between two steps. */
const STEP = 50

export interface SweepPorts extends Pick<AuthorityPorts, 'store'> {
  readonly orders: CommitQueue<OrderWork>
  readonly records: (collection: Exclude<SyncedCollection, 'orders'>) => CommitQueue<RecordWork>
  readonly desk: EditDesk
  readonly directory: Directory
  readonly shelf: MenuShelf
  readonly beside: KeepBeside
  readAll(collection: SyncedCollection): Promise<readonly JsonObject[]>
}

/** A24: folds the leaves of conflicted documents, in the queue of their collection. Rejects with `StoreError` when the store is away. */
export async function sweepLeaves(
  ports: SweepPorts,
  collection: SyncedCollection,
  bookmark: string | null,
): Promise<Swept> {
  const page = await ports.store.conflicted(collection, STEP, bookmark ?? undefined)
  const ids = page.documents.map(({ id }) => id)
  // To open a document with leaves is to fold it.
  if (collection === 'orders') await ports.orders.submit(ids.map((document) => ({ document, apply: () => null })))
  else await ports.records(collection).submit(ids.map((document) => changeTask(document, () => null)))
  if (collection === 'menu' || collection === 'branch') await renewVersions(ports, new Set(ids))
  return { documents: ids.length, bookmark: page.bookmark }
}

/** A25: what dishes are sold as follows from their option groups and tax: a fold of those changes it, whichever arrived first. */
async function renewVersions(ports: SweepPorts, folded: ReadonlySet<string>): Promise<void> {
  const isPart = (id: string): boolean => id.startsWith('opg_') || id.startsWith('tax_')
  if (![...folded].some(isPart)) return
  await ports.directory.refresh()
  const menu = await ports.readAll('menu')
  const dishes = menu.filter((document) =>
    [String(document['tax']), ...groupsOf(document)].some((id) => folded.has(id)),
  )
  await ports.shelf.fetch(dishes.flatMap(groupsOf))
  const renewed = dishes
    .filter(({ kind }) => kind === 'dish')
    .flatMap((document) => newVersion(ports.desk, document) ?? [])
  await ports.beside.versions(renewed)
  const stored = new Set(renewed.map(({ id }) => id))
  const tasks = dishes.map(({ id }): RecordTask<null> => ({
    ...changeTask(String(id), (current) => {
      const version = current && newVersion(ports.desk, current)
      return version && stored.has(version.id) ? withVersion(current, version) : null
    }),
    needs: ({ record }) => groupsOf(record?.document),
  }))
  await ports.records('menu').submit(tasks)
}

function newVersion(desk: EditDesk, document: JsonObject) {
  if (document['kind'] !== 'dish') return null
  const version = versionOf(desk, document as Dish)
  return version && version.id !== document['version'] ? version : null
}

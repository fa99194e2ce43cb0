import { EDITED_COLLECTIONS, SYNCED_COLLECTIONS, type EditedCollection, type SyncedCollection } from '../sync/index.ts'
import { createCollectionSync, type CollectionSync } from './collection-sync.ts'
import { Connection } from './connection.ts'
import { Edits } from './edits.ts'
import type { EngineBase } from './engine-base.ts'
import { createFetcher, type Fetcher } from './fetcher.ts'
import { readOwnFacts } from './opening.ts'
import { createOrderProjection, type OrderProjection } from './order-projection.ts'
import { createPuller } from './puller.ts'
import { Pusher } from './pusher.ts'
import { Session } from './session.ts'

/** Everything of a run that speaks with the server. */
export interface ServerSide {
  readonly projection: OrderProjection
  readonly session: Session
  readonly connection: Connection
  readonly fetcher: Fetcher
  readonly edits: ReadonlyMap<EditedCollection, Edits>
}

export function createServerSide(base: EngineBase): ServerSide {
  const { workers } = base
  const collections = new Map<SyncedCollection, CollectionSync>()

  function pull(names: readonly SyncedCollection[]): void {
    for (const name of names) {
      collections.get(name)?.want()
      workers.wake(name)
    }
  }

  function everything(): void {
    workers.wake('facts')
    workers.wake('fetch')
    pull(SYNCED_COLLECTIONS)
  }

  const session = new Session({
    ...base,
    async startOver() {
      base.owed.resend = true
      base.own.reopen()
      await readOwnFacts(base)
      base.showOwn()
    },
    adopted() {
      connection.renew()
      everything()
    },
    unauthorised() {
      session.unsettle()
      base.sign.connection('unauthorised')
      connection.renew()
    },
  })
  const fetcher: Fetcher = createFetcher({
    ...base,
    session,
    apply: (documents, isCurrent) => projection.applyServed(documents, isCurrent),
    waken: () => workers.wake('fetch'),
  })
  const projection = createOrderProjection({ ...base, fetch: (orders) => fetcher.want(orders) })
  const connection = new Connection({
    ...base,
    session,
    behind: (incarnation) => base.leaveIncarnation(incarnation),
    connected: everything,
    signalled: pull,
    streaming: () => calm.reset(),
  })
  const calm = workers.employ('connection', () => connection.step())
  workers.employ('fetch', () => fetcher.step())
  employPusher(base, { session, projection, connection })
  const edits = new Map(EDITED_COLLECTIONS.map((name) => [name, editsOf(base, session, name)] as const))
  for (const name of SYNCED_COLLECTIONS) {
    collections.set(name, employCollection(base, { session, projection, edits }, name))
  }
  return { projection, session, connection, fetcher, edits }
}

function employPusher(
  base: EngineBase,
  { session, projection, connection }: Pick<ServerSide, 'session' | 'projection' | 'connection'>,
): void {
  const pusher = new Pusher({
    ...base,
    session,
    projection,
    async forked(incarnation) {
      await base.leaveIncarnation(incarnation)
      connection.renew()
    },
    lettersChanged: (deadLetters) => base.board.update({ deadLetters }),
    changed: base.showOwn,
    renamed: (fact) => ({ ...fact, id: base.ids.next('fact') }),
  })
  base.workers.employ('facts', () => pusher.step())
}

function editsOf(base: EngineBase, session: Session, collection: EditedCollection): Edits {
  return new Edits({ ...base, session, collection, refused: base.keepRefused, changed: base.showEdits })
}

function employCollection(
  base: EngineBase,
  { session, projection, edits }: Pick<ServerSide, 'session' | 'projection' | 'edits'>,
  collection: SyncedCollection,
): CollectionSync {
  const edited = collection === 'orders' || collection === 'inbox' ? undefined : edits.get(collection)
  const puller = createPuller({
    ...base,
    session,
    collection,
    async apply(documents, isCurrent) {
      if (edited) await edited.applyServed(documents)
      else if (collection === 'orders') await projection.applyServed(documents, isCurrent)
      else if (documents.length > 0) await base.store.writeDocuments(collection, documents)
      base.showOwn()
    },
  })
  const push = edited ? () => edited.push() : () => Promise.resolve('idle' as const)
  const sync = createCollectionSync(push, () => puller.step())
  base.workers.employ(collection, () => sync.step())
  if (!edited || !base.mistakes?.has('pull-overlaps-push')) return sync
  const apart = createCollectionSync(
    () => Promise.resolve('idle'),
    () => puller.step(),
  )
  base.workers.employ(`${collection}.pull`, () => apart.step())
  return { want: () => (apart.want(), base.workers.wake(`${collection}.pull`)), step: () => sync.step() }
}

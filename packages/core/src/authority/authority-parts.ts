import type { JsonObject } from '../kernel/index.ts'
import { SYNCED_COLLECTIONS, type SyncedCollection } from '../sync/index.ts'
import type { AuthorityPorts } from './authority-ports.ts'
import { createCommitQueue, type CommitQueue } from './commit-queue.ts'
import { createCursors } from './cursor.ts'
import { createDeadLetters } from './dead-letters.ts'
import { createDirectory, type Directory } from './directory.ts'
import { groupsOf, type EditDesk } from './edit-task.ts'
import { openEpochs, type Epochs } from './epochs.ts'
import { createKeepBeside } from './keep-beside.ts'
import { createHandshake, type Handshake } from './handshake.ts'
import { createLogLearner } from './learn-logs.ts'
import { createLogBook } from './log-book.ts'
import { createOpenCalls, type OpenCalls } from './open-calls.ts'
import { createMenuShelf } from './menu-shelf.ts'
import { createOrderDesk } from './order-desk.ts'
import { createPuller, ORDER_WINDOW, type Puller } from './pull.ts'
import type { PushEditsPorts } from './push-edits.ts'
import type { PushFactsPorts } from './push-facts.ts'
import { createRecordDesk, type RecordWork } from './record-desk.ts'
import { isSeated } from './seated-tables.ts'
import { createSignals, type Signals } from './signals.ts'
import { openOrder } from './stored-order.ts'
import { sweepLeaves, type Swept } from './sweep.ts'
import { openRecord } from './stored-record.ts'

export type RecordQueues = (collection: Exclude<SyncedCollection, 'orders'>) => CommitQueue<RecordWork>

/** The authority taken apart: only wiring, everything that decides is in a file of its own. */
export interface AuthorityParts {
  readonly epochs: Epochs
  readonly signals: Signals
  readonly directory: Directory
  readonly handshake: Handshake
  readonly puller: Puller
  readonly facts: PushFactsPorts
  readonly edits: PushEditsPorts
  readonly records: RecordQueues
  readAll(collection: SyncedCollection): Promise<readonly JsonObject[]>
  /** A24: one step, from where the one before ended. */
  sweep(collection: SyncedCollection, bookmark: string | null): Promise<Swept>
  readonly calls: OpenCalls
  drain(): Promise<void>
}

export async function openAuthorityParts(ports: AuthorityPorts): Promise<AuthorityParts> {
  const { store, sealer } = ports
  const directory = createDirectory(store)
  const shelf = createMenuShelf(store)
  const logs = createLogBook()
  const learner = createLogLearner(ports, logs)
  await learner.learnRecent()
  const epochs = await openEpochs(ports)
  const signals = createSignals(store, (collection, by) => {
    if (by === 'others') learner.outdate()
    if (collection === 'branch') directory.outdate()
    if (collection === 'menu') shelf.outdate()
    if (collection === 'orders') orders.changed()
    else records(collection).changed()
  })

  const editDesk: EditDesk = {
    ...ports,
    directory,
    optionGroup: (id) => shelf.optionGroup(id),
    tax: (id) => directory.tax(id),
  }
  const beside = createKeepBeside({ ...ports, ...editDesk })
  const records = createRecordQueues(ports, signals, async (collection, needed, opened) => {
    await directory.refresh()
    const folded = opened.filter(({ leaves }) => leaves === 'folded')
    await shelf.fetch([...needed, ...folded.flatMap(({ record }) => groupsOf(record?.document))])
    await beside.folds(collection, folded)
  })
  const keepReports = beside.reports
  const desk = createOrderDesk({ ...ports, directory, shelf, logs, epoch: () => epochs.current(), keepReports })
  const orders = createCommitQueue({ ...ports, collection: 'orders', onStored: () => signals.raise('orders') }, desk)
  const fileLetters = createDeadLetters({ ...ports, inbox: records('inbox'), logs })
  const calls = createOpenCalls()
  const all = (collection: SyncedCollection) => readAll(ports, collection)
  const sweeping = { store, orders, records, desk: editDesk, directory, shelf, beside, readAll: all }

  return {
    epochs,
    signals,
    directory,
    records,
    handshake: createHandshake({ ...ports, directory, logs, learner, epochs, branchRecords: records('branch') }),
    puller: createPuller({
      ...ports,
      directory,
      epochs,
      cursors: createCursors(sealer, { ...ORDER_WINDOW, branch: ports.branch }),
    }),
    facts: { desk, orders, logs, fileLetters },
    edits: { desk: editDesk, records, fileLetters, isSeated: (table) => isSeated(store, table) },
    readAll: all,
    sweep: (collection, bookmark) => sweepLeaves(sweeping, collection, bookmark),
    calls,
    async drain() {
      await calls.close()
      signals.close()
    },
  }
}

const RECORD_COLLECTIONS = SYNCED_COLLECTIONS.filter((collection) => collection !== 'orders')

/** One queue a collection, so that a busy one never holds up another. */
function createRecordQueues(
  ports: AuthorityPorts,
  signals: Signals,
  prepare: (collection: SyncedCollection, needed: readonly string[], opened: readonly RecordWork[]) => Promise<void>,
): RecordQueues {
  const queues = new Map(
    RECORD_COLLECTIONS.map((collection) => {
      const queuePorts = { ...ports, collection, onStored: () => signals.raise(collection) }
      return [
        collection,
        createCommitQueue(
          queuePorts,
          createRecordDesk(collection, ports, (...asked) => prepare(collection, ...asked)),
        ),
      ]
    }),
  )
  return (collection) => queues.get(collection) as CommitQueue<RecordWork>
}

const PAGE = 200

async function readAll({ store }: AuthorityPorts, collection: SyncedCollection): Promise<readonly JsonObject[]> {
  const documents: JsonObject[] = []
  for (let after: string | null = null; ;) {
    const page = await store.list(collection, after, PAGE)
    for (const stored of page) {
      documents.push(collection === 'orders' ? openOrder(stored.id, stored) : openRecord(stored).document)
    }
    after = page.at(-1)?.id ?? null
    if (page.length < PAGE) return documents
  }
}

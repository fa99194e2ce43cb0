import { StoreError, type DocumentStore } from '@orderez/core/sync'
import { readAttachment, writeAttachments } from './couch-attachments.ts'
import { createChangeWatch, type ChangeWatch } from './change-watch.ts'
import { readChanges, readSeq } from './couch-changes.ts'
import { createCouchClient, type CouchAddress, type CouchClient } from './couch-client.ts'
import { findDocuments, listDocuments, readDocuments } from './couch-read.ts'
import {
  checkServer,
  CONFLICTED,
  countDesigns,
  databaseName,
  setUpDatabase,
  type CollectionSetup,
} from './couch-setup.ts'
import { removeLeaves, writeDocuments } from './couch-write.ts'
import { createLedgerDatabases, type LedgerDatabases } from './ledger-databases.ts'

/** The documents of a branch, and beside them the ledgers of its terminals. */
export interface BranchStore extends DocumentStore {
  readonly ledgers: LedgerDatabases
}

interface Collection {
  readonly setup: CollectionSetup
  readonly database: string
  readonly incarnation: string
  readonly watch: ChangeWatch
}

/** Creates what is missing (databases, indexes) and returns the store. Fails with a `StoreError` that says what a person can do. */
export async function openCouchStore(
  address: CouchAddress,
  prefix: string,
  setups: readonly CollectionSetup[],
): Promise<BranchStore> {
  const client = createCouchClient(address)
  try {
    await checkServer(client)
    const collections = new Map<string, Collection>()
    for (const setup of setups) {
      const database = databaseName(prefix, setup.name)
      const incarnation = await setUpDatabase(client, database, setup)
      collections.set(setup.name, { setup, database, incarnation, watch: createChangeWatch(client, database) })
    }
    return { ...storeOf(client, collections), ledgers: createLedgerDatabases(client, prefix) }
  } catch (error) {
    await client.close()
    throw error
  }
}

function storeOf(client: CouchClient, collections: ReadonlyMap<string, Collection>): DocumentStore {
  let closing: Promise<void> | null = null
  const running = new Set<Promise<unknown>>()

  function at(name: string): Collection {
    const collection = collections.get(name)
    if (closing !== null) throw new StoreError('store.unavailable', 'the store is closed')
    if (collection === undefined) throw new StoreError('store.misconfigured', `no collection ${name}`)
    return collection
  }

  async function run<T>(name: string, work: (collection: Collection) => Promise<T>): Promise<T> {
    const task = work(at(name))
    running.add(task)
    try {
      return await task
    } finally {
      running.delete(task)
    }
  }

  async function shut(): Promise<void> {
    for (const { watch } of collections.values()) watch.close()
    await Promise.allSettled(running)
    await client.close()
  }

  return {
    read: (name, ids) => run(name, ({ database }) => readDocuments(client, database, ids)),
    write: (name, writes) =>
      run(name, ({ database, watch }) =>
        watch.during(async () => {
          const result = await writeDocuments(client, database, writes)
          return { result, stored: result.filter((outcome) => outcome.outcome === 'stored').length }
        }),
      ),
    changes: (name, since, limit) =>
      run(name, ({ database, incarnation }) => readChanges(client, database, incarnation, since, limit)),
    seq: (name) => run(name, ({ database, incarnation }) => readSeq(client, database, incarnation)),
    find: (name, query) =>
      run(name, async ({ database, setup }) => {
        if (setup.indexes.includes(query.field)) return findDocuments(client, database, query)
        throw new StoreError('store.misconfigured', `${name} has no index on ${query.field}`)
      }),
    list: (name, after, limit) =>
      run(name, ({ database, setup }) => listDocuments(client, database, after, limit, countDesigns(setup))),
    conflicted: (name, limit, bookmark) =>
      run(name, ({ database }) =>
        findDocuments(client, database, {
          field: CONFLICTED,
          limit,
          ...(bookmark !== undefined && { bookmark }),
        }),
      ),
    removeLeaves: (name, removals) =>
      run(name, ({ database, watch }) =>
        watch.during(async () => ({ result: undefined, stored: await removeLeaves(client, database, removals) })),
      ),
    attach: (name, attachments) => run(name, ({ database }) => writeAttachments(client, database, attachments)),
    attachment: (name, id) => run(name, ({ database }) => readAttachment(client, database, id)),
    watch: (name, onChange) => at(name).watch.add(onChange),
    close: () => (closing ??= shut()),
  }
}

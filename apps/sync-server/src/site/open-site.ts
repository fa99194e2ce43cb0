import { randomBytes } from 'node:crypto'
import { createAuthority, type Authority } from '@orderez/core/authority'
import { createIdSource, type BranchId } from '@orderez/core/kernel'
import { StoreError, type DocumentStore } from '@orderez/core/sync'
import { readLastBackup } from '../backup/last-backup.ts'
import { collectionSetups } from '../collections.ts'
import type { Config } from '../config.ts'
import { createPictures, mayEditDishes, type Pictures } from '../modules/pictures/index.ts'
import { logEvent, type Log } from '../observability/log.ts'
import type { BranchStore } from '../store/couch-store.ts'
import type { LedgerDatabases } from '../store/ledger-databases.ts'
import { openStore } from '../store/open-store.ts'
import { checkCouch, removeDatabases } from '../store/couch-upkeep.ts'
import { createSealer } from '../tls/site-authority.ts'
import { fileEpochKeeper } from './epoch-file.ts'
import type { SiteFolder } from './site-folder.ts'

const now = () => Date.now()
export const serverIds = createIdSource({ now, random: (bytes) => randomBytes(bytes) })

/** A site whose store is open. */
export interface SiteStore {
  readonly branch: BranchId
  readonly store: DocumentStore
  readonly ledgers: LedgerDatabases
  readonly authority: Authority
  readonly pictures: Pictures
  /** When the newest backup was made, in epoch milliseconds. */
  lastBackup(): Promise<number | null>
}

/** How the sites of this server come to their stores, and lose them. */
export interface SiteStores {
  open(folder: SiteFolder, branch: BranchId): Promise<SiteStore>
  /** Fails where no store could be opened, although none is needed yet. */
  check(): Promise<void>
  /** Deletes what the site keeps outside its folder. */
  remove(branch: BranchId): Promise<void>
}

export function siteStores(config: Config, siteSecret: Uint8Array, log: Log): SiteStores {
  return {
    async open(folder, branch) {
      const store = await openBranchStore(config, folder, branch, log)
      try {
        const authority = await createAuthority({
          store,
          branch,
          clock: { now },
          entropy: (bytes) => randomBytes(bytes),
          sealer: createSealer(siteSecret),
          epochs: fileEpochKeeper(folder.path),
          log: (event) => logEvent(log, event),
        })
        return {
          branch,
          store,
          ledgers: store.ledgers,
          authority,
          pictures: createPictures(store, mayEditDishes(authority)),
          lastBackup: () => readLastBackup(folder.path),
        }
      } catch (cause) {
        await store.close()
        throw cause
      }
    },
    async check() {
      const { couchdbUrl } = config
      if (couchdbUrl !== null) await named(config, () => checkCouch(couchdbUrl))
    },
    remove: (branch) => removeDatabases(storeOf(config, branch)),
  }
}

/** How the names of a branch's databases begin. */
export function branchPrefix(branch: BranchId): string {
  return `orderez-${branch.slice(branch.indexOf('_') + 1)}`
}

function storeOf({ couchdbUrl }: Config, branch: BranchId) {
  return {
    ...(couchdbUrl === null ? {} : { couchdbUrl }),
    prefix: branchPrefix(branch),
    collections: collectionSetups(),
  }
}

async function openBranchStore(config: Config, folder: SiteFolder, branch: BranchId, log: Log): Promise<BranchStore> {
  return named(config, () =>
    openStore({
      ...storeOf(config, branch),
      dataDir: folder.path,
      onCrash: (reason) => log.error({ reason }, 'the embedded store ended and is started again'),
    }),
  )
}

/** What the store has to say begins with which of the two it is. */
async function named<T>(config: Config, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause
    const which = config.couchdbUrl === null ? 'The embedded store' : 'The CouchDB of COUCHDB_URL'
    throw new StoreError(cause.code, `${which} cannot be used: ${cause.message}`)
  }
}

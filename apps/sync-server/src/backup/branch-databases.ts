import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BranchId } from '@orderez/core/kernel'
import { DirectoryInUseError, lockDirectory } from '../store/directory-lock.ts'
import { createCouchClient, type CouchAddress, type CouchClient } from '../store/couch-client.ts'
import { startEmbeddedCouch } from '../store/embedded-couch.ts'
import { listDatabases, listEmbeddedDatabases } from '../store/list-databases.ts'
import { parseCouchUrl } from '../store/open-store.ts'
import { readStoreAccess } from '../store/store-access.ts'
import { branchPrefix } from '../site/open-site.ts'
import { siteFolder, type SiteFolder } from '../site/site-folder.ts'
import { BackupError } from './backup-error.ts'

/** Where a site's documents are, for a program beside the server. */
export interface BranchDatabases {
  readonly client: CouchClient
  /** In which order they are to be copied, by what stands behind the prefix. */
  readonly names: readonly string[]
  close(): Promise<void>
}

/** The site that a server would open. */
export async function findSite(dataDir: string): Promise<{ folder: SiteFolder; branch: BranchId }> {
  for (const kind of ['restaurant', 'demo', 'old'] as const) {
    const folder = siteFolder(kind, dataDir)
    const branch = await folder.branch()
    if (branch) return { folder, branch }
  }
  throw new BackupError('backup.noSite', `There is no restaurant in ${dataDir}. Name its data directory with --data.`)
}

/** The databases of a site while a server has them open, or by themselves while none does. */
export async function openBranchDatabases(
  dataDir: string,
  { folder, branch }: { folder: SiteFolder; branch: BranchId },
  couchdbUrl: string | null,
): Promise<BranchDatabases> {
  const prefix = branchPrefix(branch)
  if (couchdbUrl !== null) {
    const client = createCouchClient(parseCouchUrl(couchdbUrl))
    return named(client, prefix, () => listDatabases(client, prefix), client.close)
  }
  const couchDir = join(folder.path, 'couch')
  if (!existsSync(couchDir)) {
    throw new BackupError('backup.noStore', `${dataDir} has no store of its own. Name its CouchDB with COUCHDB_URL.`)
  }
  const { address, close } = await embeddedStore(dataDir, folder.path, couchDir)
  const client = createCouchClient(address)
  return named(
    client,
    prefix,
    () => listEmbeddedDatabases(couchDir, prefix),
    async () => {
      await client.close()
      await close()
    },
  )
}

async function embeddedStore(
  dataDir: string,
  sitePath: string,
  couchDir: string,
): Promise<{ address: CouchAddress; close(): Promise<void> }> {
  const unlock = await lockDirectory(dataDir).catch((cause: unknown) => {
    if (cause instanceof DirectoryInUseError) return null
    throw cause
  })
  if (unlock === null) {
    const address = await readStoreAccess(sitePath)
    if (address) return { address, close: async () => undefined }
    throw new BackupError(
      'backup.noStore',
      `The server of ${dataDir} has no store open just now. Try again in a moment.`,
    )
  }
  try {
    const embedded = await startEmbeddedCouch(couchDir, () => undefined)
    return { address: embedded.address, close: () => embedded.close().then(unlock) }
  } catch (cause) {
    await unlock()
    throw cause
  }
}

async function named(
  client: CouchClient,
  prefix: string,
  list: () => Promise<string[]>,
  close: () => Promise<void>,
): Promise<BranchDatabases> {
  try {
    const names = (await list()).map((database) => database.slice(prefix.length + 1)).toSorted(byNeed)
    if (!names.includes('orders'))
      throw new BackupError('backup.noStore', 'The store holds nothing of this restaurant.')
    return { client, names, close }
  } catch (cause) {
    await close()
    throw cause
  }
}

/**
 * What others need comes after them: an order copied now finds the dishes it names in the menu copied later, and those their pictures.
 * Ledgers last: what they know beyond the orders enters by itself.
 */
function byNeed(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

function rank(name: string): number {
  if (name === 'orders') return 0
  return name.startsWith('ledger-') ? 2 : 1
}

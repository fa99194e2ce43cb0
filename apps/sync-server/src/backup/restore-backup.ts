import { randomBytes } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { collectionSetups } from '../collections.ts'
import { createSiteDocuments } from '../modules/terminals/site-documents.ts'
import { skipLetters } from '../modules/terminals/letters.ts'
import { branchPrefix } from '../site/open-site.ts'
import { siteFolder } from '../site/site-folder.ts'
import { makeDatabase, writeLeaves } from '../store/copied-leaves.ts'
import { createCouchClient, type CouchAddress, type CouchClient } from '../store/couch-client.ts'
import { removeDatabases } from '../store/couch-upkeep.ts'
import { DirectoryInUseError, lockDirectory } from '../store/directory-lock.ts'
import { startEmbeddedCouch } from '../store/embedded-couch.ts'
import { listDatabases } from '../store/list-databases.ts'
import { openStore, parseCouchUrl, type OpenStoreOptions } from '../store/open-store.ts'
import { renameSafely, writeFileSafely } from '../tls/safe-file.ts'
import { BackupError } from './backup-error.ts'
import { openBackup, readSiteFile, SITE_FILE, type BackupContent } from './backup-manifest.ts'
import { readPart } from './backup-part.ts'
import { noteBackup } from './last-backup.ts'

export interface RestoreOrder {
  readonly from: string
  readonly dataDir: string
  /** What the data directory holds is moved aside. */
  readonly replace: boolean
  readonly couchdbUrl: string | null
  /** Epoch milliseconds. */
  now(): number
}

export interface Restored {
  readonly content: BackupContent
  /** Where the former data directory lies now; null where there was none. */
  readonly movedTo: string | null
}

const LOCK = 'in.use'

/**
 * Puts a backup into a data directory. There is no epoch in it, so the server that opens it begins a new one, and every terminal reads
 * anew and sends again what it holds. Everything is made beside the directory and put in its place at the end; a failure
 * (`BackupError`, `StoreError`, the file system's) changes nothing.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const { dataDir, from } = order
  const content = await openBackup(from)
  const held = await holdTarget(dataDir, order.replace)
  const draft = `${dataDir}.restoring-${randomBytes(4).toString('hex')}`
  try {
    await fillDraft(order, content, draft)
    await held.unlock()
    const movedTo = held.isEmpty
      ? null
      : `${dataDir}.before-${new Date(order.now()).toISOString().replaceAll(/[:.]/g, '-')}`
    if (movedTo !== null) await rename(dataDir, movedTo)
    else await rm(dataDir, { recursive: true, force: true })
    await renameSafely(draft, dataDir)
    return { content, movedTo }
  } catch (cause) {
    await held.unlock()
    await rm(draft, { recursive: true, force: true })
    throw cause
  }
}

async function holdTarget(dataDir: string, replace: boolean): Promise<{ isEmpty: boolean; unlock(): Promise<void> }> {
  const entries = await readdir(dataDir).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  })
  if (entries === null) return { isEmpty: true, unlock: async () => undefined }
  const isEmpty = entries.every((name) => name === LOCK)
  if (!isEmpty && !replace && !entries.includes(LOCK)) throw notEmpty(dataDir)
  const release = await lockDirectory(dataDir).catch((cause: unknown) => {
    if (!(cause instanceof DirectoryInUseError)) throw cause
    throw new BackupError('restore.serverRuns', `A server runs on ${dataDir}. Stop it first.`)
  })
  let released: Promise<void> | null = null
  const unlock = () => (released ??= release())
  if (isEmpty || replace) return { isEmpty, unlock }
  await unlock()
  throw notEmpty(dataDir)
}

function notEmpty(dataDir: string): BackupError {
  return new BackupError('restore.notEmpty', `${dataDir} holds something. With --replace it is moved aside.`)
}

async function fillDraft({ from, couchdbUrl }: RestoreOrder, content: BackupContent, draft: string): Promise<void> {
  const folder = siteFolder(content.kind, draft)
  await writeFileSafely(join(draft, 'site', SITE_FILE), await readSiteFile(from))
  await folder.begin(content.branch)
  const store = {
    ...(couchdbUrl === null ? {} : { couchdbUrl }),
    dataDir: folder.path,
    prefix: branchPrefix(content.branch),
    collections: collectionSetups(),
  }
  if (couchdbUrl === null) {
    await fillEmbedded(join(folder.path, 'couch'), store.prefix, from, content)
    await setRight(store)
  } else {
    await fillCouch(couchdbUrl, store, from, content)
  }
  await noteBackup(folder.path, content.madeAt)
  await folder.finish()
}

async function fillEmbedded(couchDir: string, prefix: string, from: string, content: BackupContent): Promise<void> {
  const embedded = await startEmbeddedCouch(couchDir, () => undefined)
  try {
    await fillDatabases(embedded.address, prefix, from, content)
  } finally {
    await embedded.close()
  }
}

/** What a CouchDB holds under a prefix. */
async function present(address: CouchAddress, prefix: string): Promise<readonly string[]> {
  const client = createCouchClient(address)
  try {
    return await listDatabases(client, prefix)
  } finally {
    await client.close()
  }
}

async function fillCouch(url: string, store: OpenStoreOptions, from: string, content: BackupContent): Promise<void> {
  const address = parseCouchUrl(url)
  if ((await present(address, store.prefix)).length > 0) {
    throw new BackupError(
      'restore.storeNotEmpty',
      'The CouchDB of COUCHDB_URL holds databases of this restaurant. Name an empty one.',
    )
  }
  try {
    await fillDatabases(address, store.prefix, from, content)
    await setRight(store)
  } catch (cause) {
    await removeDatabases(store)
    throw cause
  }
}

async function fillDatabases(
  address: CouchAddress,
  prefix: string,
  from: string,
  content: BackupContent,
): Promise<void> {
  const client: CouchClient = createCouchClient(address)
  try {
    for (const part of content.parts) {
      const database = `${prefix}-${part.database}`
      if (!(await makeDatabase(client, database))) {
        throw new BackupError('restore.storeNotEmpty', `${database} is there already.`)
      }
      await writeLeaves(client, database, readPart(from, part))
    }
  } finally {
    await client.close()
  }
}

/** Opens the store as a server does. Terminals that joined after the backup keep their letters to themselves: no number is given twice. */
async function setRight(options: OpenStoreOptions): Promise<void> {
  const store = await openStore(options)
  try {
    await skipLetters(createSiteDocuments(store))
  } finally {
    await store.close()
  }
}

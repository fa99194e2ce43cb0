import { join } from 'node:path'
import { StoreError } from '@orderez/core/sync'
import type { CouchAddress } from './couch-client.ts'
import type { CollectionSetup } from './couch-setup.ts'
import { openCouchStore, type BranchStore } from './couch-store.ts'
import { startEmbeddedCouch } from './embedded-couch.ts'
import { removeStoreAccess, writeStoreAccess } from './store-access.ts'

export interface OpenStoreOptions {
  /** A CouchDB 3.x, with the credentials in the URL. Without it the embedded server keeps the data below `dataDir`. */
  readonly couchdbUrl?: string
  readonly dataDir: string
  /** Databases are named `${prefix}-${collection}`: lower case letters, digits, `_` and `-`. */
  readonly prefix: string
  readonly collections: readonly CollectionSetup[]
  /** Told when the embedded server ended by itself; it is started again. */
  readonly onCrash?: (reason: string) => void
}

/** Fails with a `StoreError`: `store.misconfigured` where a person has to act, `store.unavailable` where waiting may help. */
export async function openStore(options: OpenStoreOptions): Promise<BranchStore> {
  if (options.couchdbUrl !== undefined) {
    return openCouchStore(parseCouchUrl(options.couchdbUrl), options.prefix, options.collections)
  }
  const embedded = await startEmbeddedCouch(join(options.dataDir, 'couch'), options.onCrash ?? (() => undefined))
  try {
    const store = await openCouchStore(embedded.address, options.prefix, options.collections)
    await writeStoreAccess(options.dataDir, embedded.address)
    const close = async () => {
      await store.close()
      await removeStoreAccess(options.dataDir)
      await embedded.close()
    }
    let closing: Promise<void> | null = null
    return { ...store, close: () => (closing ??= close()) }
  } catch (error) {
    await embedded.close()
    throw error
  }
}

/** Takes the credentials out of the URL, so that no message can show them. */
export function parseCouchUrl(text: string): CouchAddress {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new StoreError('store.misconfigured', 'the address of CouchDB is not an http or https URL')
  }
  const credentials =
    url.username === '' ? null : `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return {
    url: `${url.origin}${url.pathname}`,
    authorization: credentials === null ? null : `Basic ${Buffer.from(credentials).toString('base64')}`,
  }
}

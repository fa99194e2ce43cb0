import { SYNCED_COLLECTIONS, serverIndexesOf } from '@orderez/core/sync'
import { PICTURES } from './modules/pictures/index.ts'
import { SITE_COLLECTION } from './modules/terminals/site-documents.ts'
import type { CollectionSetup } from './store/couch-setup.ts'

/** Every database of a branch: the ones that travel, and the server's own. */
export function collectionSetups(): CollectionSetup[] {
  return [
    ...SYNCED_COLLECTIONS.map((name) => ({ name, indexes: serverIndexesOf(name) })),
    { name: SITE_COLLECTION, indexes: [] },
    { name: PICTURES, indexes: [] },
  ]
}

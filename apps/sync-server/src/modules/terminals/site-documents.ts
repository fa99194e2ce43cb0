import type { DocumentStore } from '@orderez/core/sync'
import type { JsonObject } from '@orderez/core/kernel'

/** The server's own small documents (join codes, letters, refresh tokens). They never travel to a terminal. */
export const SITE_COLLECTION = 'site'

export interface SiteDocuments {
  read(id: string): Promise<JsonObject | null>
  /** Changes one document, one change after the other; `change` sees null where there is none and may answer null to leave it alone. */
  change(id: string, change: (current: JsonObject | null) => JsonObject | null): Promise<void>
}

/** Only a write whose fate is unknown, or a second server on the same store, needs another try. */
const TRIES = 5

export function createSiteDocuments(store: DocumentStore): SiteDocuments {
  let last: Promise<void> = Promise.resolve()

  async function changeNow(id: string, change: (current: JsonObject | null) => JsonObject | null): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const [current] = await store.read(SITE_COLLECTION, [id])
      const body = change(current?.body ?? null)
      if (body === null) return
      const [written] = await store.write(SITE_COLLECTION, [{ id, rev: current?.rev ?? null, body, header: {} }])
      if (written?.outcome === 'stored') return
      if (written?.outcome === 'refused')
        throw new Error(`The store refused the site document ${id}: ${written.reason}`)
    }
    throw new Error(`The site document ${id} could not be written in ${TRIES} tries`)
  }

  return {
    async read(id) {
      const [document] = await store.read(SITE_COLLECTION, [id])
      return document?.body ?? null
    },
    change(id, change) {
      const done = last.then(() => changeNow(id, change))
      last = done.then(
        () => undefined,
        () => undefined,
      )
      return done
    },
  }
}

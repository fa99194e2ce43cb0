import { SYNCED_COLLECTIONS, type ChangedBy, type DocumentStore, type SyncedCollection } from '../sync/index.ts'

type Listener = (collections: readonly SyncedCollection[]) => void

/** A20: says which collection has something new: after our own commit at once, and when the store reports a change from elsewhere. */
export interface Signals {
  subscribe(listener: Listener): () => void
  raise(collection: SyncedCollection): void
  close(): void
}

export function createSignals(
  store: Pick<DocumentStore, 'watch'>,
  onChange: (collection: SyncedCollection, by: ChangedBy) => void,
): Signals {
  const listeners = new Set<Listener>()

  function raise(collection: SyncedCollection, by: ChangedBy = 'us'): void {
    onChange(collection, by)
    for (const listener of listeners) listener([collection])
  }

  const stops = SYNCED_COLLECTIONS.map((collection) => store.watch(collection, (by) => raise(collection, by)))
  return {
    raise,
    subscribe(listener) {
      // Wrapped, so that the same function subscribed twice is two subscriptions.
      const own: Listener = (collections) => listener(collections)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    close() {
      for (const stop of stops) stop()
      listeners.clear()
    },
  }
}

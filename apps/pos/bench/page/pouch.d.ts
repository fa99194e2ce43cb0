/** What only the benches use of PouchDB; the rest is what the ledger uses. */
declare module 'pouchdb-core' {
  export interface WindowDatabase {
    changes(options: { since: 'now'; live: true }): {
      on(event: 'change', listener: (change: { readonly id: string }) => void): void
    }
  }

  export interface PouchConstructor {
    sync(here: WindowDatabase, there: WindowDatabase, options: { live: boolean; retry: boolean }): void
  }
}

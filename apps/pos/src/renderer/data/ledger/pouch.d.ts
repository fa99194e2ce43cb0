/** What the ledger uses of PouchDB beside `types/pouchdb-core.d.ts`. */
declare module 'pouchdb-core' {
  export interface Replication extends PromiseLike<{ readonly ok: boolean; readonly doc_write_failures: number }> {
    cancel(): void
  }

  export interface WindowDatabase {
    get(id: string): Promise<{ readonly [key: string]: unknown }>
    put(document: { readonly _id: string; readonly [key: string]: unknown }): Promise<unknown>
    bulkDocs(documents: readonly object[], options: { readonly new_edits: false }): Promise<readonly unknown[]>
    info(): Promise<{ readonly doc_count: number; readonly update_seq: number | string }>
    destroy(): Promise<unknown>
    close(): Promise<void>
    readonly replicate: {
      to(target: WindowDatabase, options: { readonly batch_size: number; readonly batches_limit: number }): Replication
    }
  }

  export interface PouchConstructor {
    new (
      name: string,
      options:
        | { readonly adapter: 'idb'; readonly revs_limit?: number; readonly auto_compaction?: boolean }
        | { readonly adapter: 'http'; readonly skip_setup?: boolean; readonly fetch?: typeof fetch },
    ): WindowDatabase
  }
}

declare module 'pouchdb-adapter-idb' {
  const plugin: unknown
  export default plugin
}

declare module 'pouchdb-adapter-http' {
  const plugin: unknown
  export default plugin
}

declare module 'pouchdb-replication' {
  const plugin: unknown
  export default plugin
}

/** The little of PouchDB that the benches use; the packages bring no types. */
declare module 'pouchdb-core' {
  interface Plugin {
    readonly pouchdbPlugin?: never
  }
  class PouchDB {
    static plugin(plugin: Plugin): typeof PouchDB
    static sync(here: PouchDB, there: PouchDB, options: { live: boolean; retry: boolean }): void
    constructor(name: string, options: { adapter: 'idb' | 'http' })
    put(document: { readonly _id: string; readonly [key: string]: unknown }): Promise<unknown>
    changes(options: { since: 'now'; live: true }): {
      on(event: 'change', listener: (change: { readonly id: string }) => void): void
    }
  }
  export default PouchDB
}

declare module 'pouchdb-adapter-idb' {
  import type { Plugin } from 'pouchdb-core'

  const plugin: Plugin
  export default plugin
}

declare module 'pouchdb-adapter-http' {
  import type { Plugin } from 'pouchdb-core'

  const plugin: Plugin
  export default plugin
}

declare module 'pouchdb-replication' {
  import type { Plugin } from 'pouchdb-core'

  const plugin: Plugin
  export default plugin
}

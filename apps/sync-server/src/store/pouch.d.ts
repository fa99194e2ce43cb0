/** What the embedded server uses of PouchDB and express-pouchdb beside `types/pouchdb-core.d.ts`. */
declare module 'pouchdb-core' {
  import type { QueriedDatabase } from './embedded-query.ts'

  export interface PouchConstructor {
    new (name: string): QueriedDatabase
    defaults(options: {
      readonly prefix: string
      readonly db: unknown
      readonly auto_compaction: boolean
    }): PouchConstructor
  }
}

declare module 'pouchdb-adapter-leveldb' {
  const plugin: unknown
  export default plugin
}

declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http'
  import type PouchDB from 'pouchdb-core'

  export default function expressPouchDB(
    pouch: typeof PouchDB,
    options: {
      readonly mode: 'custom'
      readonly inMemoryConfig: boolean
      readonly logPath: string
      readonly overrideMode: { readonly include: readonly string[] }
    },
  ): RequestListener
}

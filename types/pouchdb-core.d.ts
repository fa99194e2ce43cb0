/** What every program here that uses PouchDB has of it; the packages bring no types. What each uses beside stands beside its code. */
declare module 'pouchdb-core' {
  export interface PouchConstructor {
    plugin(plugin: unknown): PouchConstructor
  }
  const PouchDB: PouchConstructor
  export default PouchDB
}

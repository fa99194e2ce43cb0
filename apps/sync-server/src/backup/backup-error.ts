export type BackupErrorCode =
  /** The data directory holds no site. */
  | 'backup.noSite'
  /** What the site keeps its documents in cannot be found from here. */
  | 'backup.noStore'
  /** A document that the store lists could not be read, so that the copy would not be whole. */
  | 'backup.incomplete'
  /** Not a backup of OrderEZ. */
  | 'backup.unknown'
  /** Made by a newer version. */
  | 'backup.tooNew'
  /** Cut short or altered. */
  | 'backup.damaged'
  /** A server has the data directory. */
  | 'restore.serverRuns'
  /** The data directory holds something. */
  | 'restore.notEmpty'
  /** The CouchDB holds databases of this restaurant. */
  | 'restore.storeNotEmpty'

/** For the person at the machine. Whoever gets it finds everything as it was before. */
export class BackupError extends Error {
  readonly code: BackupErrorCode

  constructor(code: BackupErrorCode, message: string) {
    super(message)
    this.name = 'BackupError'
    this.code = code
  }
}

export type SiteErrorCode =
  /** The file of the site's key is there and is not one, or its parts do not belong together. */
  | 'site.damaged'
  /** Other files of the site are there, the one with the key is not. */
  | 'site.missing'
  /** The file system refuses. */
  | 'site.unreadable'

/** A person has to look: a new authority in place of the old would lock out every terminal that trusts the old one. */
export class SiteError extends Error {
  readonly code: SiteErrorCode

  constructor(code: SiteErrorCode, message: string) {
    super(message)
    this.name = 'SiteError'
    this.code = code
  }
}

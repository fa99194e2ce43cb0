/** What a join link or QR carries behind the `#` of its address, where no server sees it: `join=CODE&spki=FINGERPRINT`. */
export interface JoinAddress {
  readonly code: string
  /** Where the server is; '' where the page itself comes from it. */
  readonly server: string
  /** SHA-256 of the site authority's key, base64url; null leaves trust to the system. */
  readonly spki: string | null
}

/** The part behind the `#`. Electron's window gets `server` in it too. */
export function parseJoinHash(hash: string): JoinAddress {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  return { code: parts.get('join') ?? '', server: parts.get('server') ?? '', spki: parts.get('spki') }
}

/** A whole link as somebody pasted it, or null where the text is none. */
export function parseJoinLink(text: string): JoinAddress | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  if (!url || url.protocol !== 'https:') return null
  const { code, spki } = parseJoinHash(url.hash)
  return code === '' ? null : { code, server: url.origin, spki }
}

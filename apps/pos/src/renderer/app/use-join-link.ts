import { useState } from 'react'

interface JoinLink {
  readonly code: string
  readonly server: string
  readonly spki: string | null
}

/**
 * What a join QR carries behind the `#` of its address, where no server sees it: `join=CODE&spki=FINGERPRINT`. Electron's window gets
 * `server` too. Read once, and taken out of the address bar.
 */
export function useJoinLink(): JoinLink {
  const [link] = useState(readLink)
  return link
}

function readLink(): JoinLink {
  const parts = new URLSearchParams(location.hash.slice(1))
  const code = parts.get('join') ?? ''
  if (code !== '') history.replaceState(null, '', location.pathname)
  return { code, server: parts.get('server') ?? '', spki: parts.get('spki') }
}

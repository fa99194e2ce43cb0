import { useState } from 'react'
import { parseJoinHash, type JoinAddress } from './join-address.ts'

/** The join link by which this page was opened. Read once, and taken out of the address bar. */
export function useJoinLink(): JoinAddress {
  const [link] = useState(readLink)
  return link
}

function readLink(): JoinAddress {
  const link = parseJoinHash(location.hash)
  if (link.code !== '') history.replaceState(null, '', location.pathname)
  return link
}

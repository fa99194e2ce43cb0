import { useDeferredValue, useState } from 'react'

/** What the first screen of most devices holds. */
const AT_ONCE = 24
const PAGE = 96

interface Drawn<T> {
  readonly drawn: readonly T[]
  /** Draws more of a long list; null where all is drawn. */
  readonly more: (() => void) | null
}

/**
 * How much of a list is drawn: a screenful at once, so that a key or a tap is answered at once, the first page when the hand rests, and
 * page by page as somebody goes on. `key` tells one list from another; the same list may change while it is looked at.
 */
export function useDrawn<T>(all: readonly T[], key: string): Drawn<T> {
  const settled = useDeferredValue(key, '')
  const [pages, setPages] = useState({ key, count: 1 })
  if (settled !== key) return { drawn: all.slice(0, AT_ONCE), more: null }
  const count = pages.key === key ? pages.count : 1
  const drawn = all.slice(0, count * PAGE)
  return { drawn, more: drawn.length < all.length ? () => setPages({ key, count: count + 1 }) : null }
}

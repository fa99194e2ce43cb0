import { useSyncExternalStore } from 'react'

/** From here on a floor plan is readable; the theme's `phone` breakpoint. */
const query = globalThis.matchMedia?.('(width >= 600px)')

function subscribe(changed: () => void): () => void {
  query?.addEventListener('change', changed)
  return () => query?.removeEventListener('change', changed)
}

/** Whether the window is wider than a phone's. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query?.matches ?? true)
}

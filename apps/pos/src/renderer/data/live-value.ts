import { useSyncExternalStore } from 'react'
import type { Observable, Subscription } from 'rxjs'

const KEEP_MS = 60_000

/** The latest answer of a live query, shared by all screens that look at it; null before the first. */
export interface LiveValue<T> {
  get(): T | null
  subscribe(listener: () => void): () => void
}

/** Asks while somebody listens, and a minute longer, so that going back to a screen shows it at once. */
export function createLiveValue<T>(query: Observable<T>): LiveValue<T> {
  const listeners = new Set<() => void>()
  let value: T | null = null
  let subscription: Subscription | null = null
  let leaving: ReturnType<typeof setTimeout> | null = null

  function leave(): void {
    leaving = null
    subscription?.unsubscribe()
    subscription = null
    value = null
  }

  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener)
      if (leaving !== null) clearTimeout(leaving)
      leaving = null
      subscription ??= query.subscribe((next) => {
        value = next
        for (const each of listeners) each()
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) leaving = setTimeout(leave, KEEP_MS)
      }
    },
  }
}

export function useLive<T>(live: LiveValue<T>): T | null {
  return useSyncExternalStore(live.subscribe, live.get)
}

import { useSyncExternalStore } from 'react'

const SECOND_MS = 1_000
let monotonicNow = performance.now()
let timer: ReturnType<typeof setInterval> | null = null
const listeners = new Set<() => void>()

/** Monotonic ms, renewed once a second: for clocks on the screen. One timer for all of them. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => monotonicNow)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    monotonicNow = performance.now()
    for (const each of listeners) each()
  }, SECOND_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

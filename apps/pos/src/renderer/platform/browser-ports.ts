import type { Entropy, PlatformClock, Timers } from '@orderez/core/sync'

export const platformClock: PlatformClock = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
}

export const timers: Timers = {
  after(ms, task) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

export const entropy: Entropy = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))

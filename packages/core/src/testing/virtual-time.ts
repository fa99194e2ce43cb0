import type { PlatformClock, Timers } from '../sync/index.ts'

/** Time that passes only when a test says so. */
export interface VirtualTime {
  readonly clock: PlatformClock
  readonly timers: Timers
  /** Lets everything happen that waits for no time. */
  settle(): Promise<void>
  /** Lets time pass, one timer after the other, each with all that follows from it. */
  advance(ms: number): Promise<void>
  /** Somebody sets the clock of the device. */
  shiftWall(ms: number): void
  pendingTimers(): number
}

interface Timer {
  readonly at: number
  readonly task: () => void
}

export function createVirtualTime(start = 1_763_900_000_000): VirtualTime {
  const timers = new Set<Timer>()
  let now = 0
  let wallShift = start

  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

  function nextBefore(end: number): Timer | null {
    let next: Timer | null = null
    for (const timer of timers) if (timer.at <= end && (!next || timer.at < next.at)) next = timer
    return next
  }

  return {
    clock: { wall: () => now + wallShift, monotonic: () => now },
    timers: {
      after(ms, task) {
        const timer = { at: now + ms, task }
        timers.add(timer)
        return () => void timers.delete(timer)
      },
    },
    settle,
    async advance(ms) {
      const end = now + ms
      await settle()
      for (let timer = nextBefore(end); timer; timer = nextBefore(end)) {
        timers.delete(timer)
        now = Math.max(now, timer.at)
        timer.task()
        await settle()
      }
      now = end
      await settle()
    },
    shiftWall(ms) {
      wallShift += ms
    },
    pendingTimers: () => timers.size,
  }
}

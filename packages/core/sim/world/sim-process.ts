import type { Timers } from '../../src/sync/index.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'

/**
 * One run of a program: a terminal's renderer or the server. Its ports answer after virtual delays, so that it can die between any two
 * steps. What a dead process waited for never comes: its promises stay pending, its timers never fire.
 */
export interface SimProcess {
  readonly alive: boolean
  readonly timers: Timers
  /** The same port, slow and mortal. Methods named in `synchronous` pass straight through while the process lives. */
  slow<T extends object>(port: T, synchronous?: readonly (keyof T)[]): T
  /** The process dies at once. */
  kill(): void
  /** The process dies at the given port call from now, before the call has its effect or after it, but before the answer is seen. */
  killAtCall(calls: number, moment: 'before' | 'after'): void
  /** Runs once, when the process dies. */
  onDeath(task: () => void): void
}

export interface Slowness {
  /** Half of a port call's delay at most, in ms: once on the way in and once on the way out. */
  readonly maxDelay: number
}

export function createSimProcess(scheduler: Scheduler, random: Random, slowness: Slowness): SimProcess {
  let alive = true
  let fuse: { calls: number; readonly moment: 'before' | 'after' } | null = null
  const deathTasks: (() => void)[] = []

  function kill(): void {
    if (!alive) return
    alive = false
    for (const task of deathTasks.splice(0)) task()
  }

  function burn(moment: 'before' | 'after'): boolean {
    if (!alive) return true
    if (fuse?.moment !== moment) return false
    fuse.calls -= 1
    if (fuse.calls <= 0) kill()
    return !alive
  }

  function later(task: () => void): void {
    const delay = random.chance(0.5) ? 0 : random.int(0, slowness.maxDelay)
    scheduler.after(delay, task)
  }

  function call(work: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      later(() => {
        if (burn('before')) return
        Promise.resolve()
          .then(work)
          .then(
            (value) => later(() => burn('after') || resolve(value)),
            (error: unknown) => later(() => burn('after') || reject(error)),
          )
      })
    })
  }

  return {
    get alive() {
      return alive
    },
    timers: {
      after: (ms, task) => scheduler.after(ms, () => alive && task()),
    },
    slow<T extends object>(port: T, synchronous: readonly (keyof T)[] = []): T {
      return new Proxy(port, {
        get(target, key) {
          const member: unknown = Reflect.get(target, key)
          if (typeof member !== 'function') return member
          if (synchronous.includes(key as keyof T)) return (...args: unknown[]) => alive && member.apply(target, args)
          return (...args: unknown[]) => call(() => member.apply(target, args))
        },
      })
    },
    kill,
    killAtCall(calls, moment) {
      fuse = { calls, moment }
    },
    onDeath(task) {
      deathTasks.push(task)
    },
  }
}
